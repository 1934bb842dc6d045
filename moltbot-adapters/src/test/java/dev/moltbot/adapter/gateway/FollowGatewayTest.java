package dev.moltbot.adapter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.adapter.postgres.oversight.PostgresAlerts;
import dev.moltbot.adapter.postgres.oversight.PostgresAuditLog;
import dev.moltbot.adapter.postgres.oversight.PostgresRefusals;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.domain.egress.RefusalWatch;
import dev.moltbot.flow.FollowGateway;
import dev.moltbot.flow.Step;
import dev.moltbot.port.GatewayLog;
import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the gateway's file to the record and the owner, and from the guard inside, too. */
class FollowGatewayTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final PostgresRefusals refusals = new PostgresRefusals(database.database());
  private final PostgresAlerts alerts = new PostgresAlerts(database.database());
  private final PostgresAuditLog audit = new PostgresAuditLog(database.database());
  private final SettableTime time = new SettableTime();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachRefusalIsOnRecordAndTheOwnerHearsOfIt() throws IOException {
    write("evil.example");
    follow();
    assertThat(recorded())
        .singleElement()
        .extracting(AuditEntry::payload)
        .asString()
        .contains("\"wall\":\"gateway\"", "\"host\":\"evil.example\"", "\"caller\":\"moltbot\"");
    assertThat(standing()).singleElement().asString().contains("GET of evil.example by moltbot");
  }

  @Test
  void nothingIsToldTwiceAfterARestart() throws IOException {
    write("a.example");
    follow();
    write("b.example");
    follow();
    assertThat(recorded()).hasSize(2);
    assertThat(standing()).hasSize(2);
  }

  @Test
  void manyAreAFewAndOneFigureAndAllOnRecord() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      write("host" + i + ".example");
    }
    follow();
    assertThat(recorded()).hasSize(1_000);
    assertThat(standing()).hasSize(RefusalWatch.MAX_TOLD);
    time.advance(Duration.ofHours(1));
    follow();
    assertThat(standing())
        .hasSize(RefusalWatch.MAX_TOLD + 1)
        .first()
        .asString()
        .contains("997 more");
  }

  @Test
  void whatCannotBeReadIsCountedAndSaid() throws IOException {
    Files.writeString(file(), "odd\nodd\n");
    follow();
    assertThat(audit.tail(10)).extracting(AuditEntry::type).contains("ErrorOccurred");
    assertThat(standing()).singleElement().asString().contains("2 lines could not be read");
  }

  @Test
  void aLogThatCannotBeReadIsSaidAndTakenBack() throws IOException {
    GatewayLog shut =
        mark -> {
          throw new GatewayLog.Unreadable("AccessDeniedException");
        };
    Step step = new FollowGateway(shut, refusals, alerts, time).follow();
    assertThat(step).isInstanceOf(Step.BackOff.class);
    assertThat(standing()).singleElement().asString().contains("AccessDeniedException");
    write("a.example");
    follow();
    assertThat(standing()).singleElement().asString().contains("a.example");
  }

  /** Two processes at one database, and one file. */
  @Test
  void whoeverComesSecondDoesNothing() throws IOException {
    write("a.example");
    GatewayLog.Mark from = refusals.mark();
    GatewayLog.Piece piece = new RefusalLog(file()).after(from);
    refusals.record(from, piece, time.instant());
    refusals.record(from, piece, time.instant());
    assertThat(recorded()).hasSize(1);
  }

  /** What the guard kept in counts among the same few. */
  @Test
  void theGuardIsOneOfTheWalls() {
    var kept = new Refusal("guard", "moltbot", "look-up", "evil.example", "why");
    refusals.record(List.of(kept, kept, kept, kept), time.instant());
    assertThat(recorded()).hasSize(4);
    assertThat(standing()).hasSize(RefusalWatch.MAX_TOLD);
  }

  @Test
  void aFloodIsAThousandEntriesAndAFigure() {
    var one = new Refusal("gateway", "moltbot", "GET", "evil.example", "why");
    for (int i = 0; i < 3; i++) {
      refusals.record(Collections.nCopies(500, one), time.instant());
    }
    assertThat(recorded()).hasSize(RefusalWatch.MAX_RECORDED);
    refusals.record(List.of(), time.instant().plus(Duration.ofHours(1)));
    assertThat(recorded("EgressRefusedMore"))
        .singleElement()
        .extracting(AuditEntry::payload)
        .asString()
        .contains("\"more\":500");
  }

  /** Another flow each time, as after a restart. */
  private void follow() {
    var flow = new FollowGateway(new RefusalLog(file()), refusals, alerts, time);
    for (Step step = flow.follow(); step instanceof Step.Worked; ) {
      step = flow.follow();
    }
  }

  private List<AuditEntry> recorded() {
    return recorded("EgressRefused");
  }

  private List<AuditEntry> recorded(String type) {
    return audit.tail(5_000).stream().filter(e -> e.type().equals(type)).toList();
  }

  private List<String> standing() {
    return alerts.standing(100).stream().map(Alert::text).toList();
  }

  private Path file() {
    return folder.resolve("refusals.jsonl");
  }

  private void write(String host) throws IOException {
    String line =
        "{\"at\":\"2026-11-23T15:40:45.449Z\",\"door\":\"3128\",\"method\":\"GET\",\"host\":\""
            + host
            + "\",\"sni\":\"-\",\"status\":403,\"why\":\"-\",\"error\":\"ERR_ACCESS_DENIED\"}\n";
    Files.writeString(file(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
