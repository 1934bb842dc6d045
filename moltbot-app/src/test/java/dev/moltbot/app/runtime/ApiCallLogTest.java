package dev.moltbot.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.port.GatewayLog;
import dev.moltbot.port.Refusals;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.testkit.RecordedAudit;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What the guard keeps in reaches the record and whoever tells the owner. */
class ApiCallLogTest {
  private final ApiCallLog log = new ApiCallLog();
  private final RecordedAudit audit = new RecordedAudit();
  private final SettableTime time = new SettableTime();
  private final Kept refusals = new Kept();

  /** Away as long as it is told so. */
  private static final class Kept implements Refusals {
    private final List<Refusal> all = new ArrayList<>();
    private boolean away;

    @Override
    public void record(List<Refusal> some, Instant now) {
      if (away) {
        throw new StoreUnavailable("away", new IOException());
      }
      all.addAll(some);
    }

    @Override
    public GatewayLog.Mark mark() {
      return GatewayLog.Mark.BEGINNING;
    }

    @Override
    public void record(GatewayLog.Mark from, GatewayLog.Piece piece, Instant now) {}
  }

  @Test
  void aCallThatIsKeptInIsARefusalAndACall() {
    var clients = new HttpClients(log, System::nanoTime);
    var client = clients.client("test", HttpLimits.DEFAULT, URI.create("https://a.example/"));
    var request = new Request.Builder().url("https://a.example/bot1:secret/getMe").build();
    assertThatThrownBy(() -> client.newCall(request).execute().close())
        .isInstanceOf(IOException.class);
    log.writeTo(audit, refusals, time);
    assertThat(refusals.all)
        .containsExactly(
            new Refusal(
                "guard",
                "moltbot",
                "GET",
                "a.example:443",
                "this address is not on the allow-list"));
    assertThat(audit.events()).singleElement().isInstanceOf(AuditEvent.ApiCalled.class);
  }

  @Test
  void whatCannotBeWrittenNowStays() {
    log.refused(new Refusal("guard", "moltbot", "GET", "a.example", "why"));
    refusals.away = true;
    assertThatThrownBy(() -> log.writeTo(audit, refusals, time))
        .isInstanceOf(StoreUnavailable.class);
    refusals.away = false;
    log.writeTo(audit, refusals, time);
    log.writeTo(audit, refusals, time);
    assertThat(refusals.all).hasSize(1);
  }

  /** What there is no room for is counted, and the count written. */
  @Test
  void noneIsDroppedInSilence() {
    for (int i = 0; i < ApiCallLog.MAX_REFUSALS + 7; i++) {
      log.refused(new Refusal("guard", "moltbot", "GET", "a.example", "why"));
    }
    log.writeTo(audit, refusals, time);
    assertThat(refusals.all).hasSize(ApiCallLog.MAX_REFUSALS);
    assertThat(audit.events()).singleElement().asString().contains("7 calls were not recorded");
  }
}
