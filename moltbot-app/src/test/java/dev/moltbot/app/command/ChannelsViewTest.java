package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.moltbot.app.channels.ChannelRow;
import dev.moltbot.app.channels.Standing;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.AccountState;
import dev.moltbot.port.ChannelCheck.Health;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every state in words and in fields. */
class ChannelsViewTest {
  private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
  private static final Channel ONE = Installed.CHANNELS.getFirst();
  private static final AccountState STATE =
      new AccountState(
          new AccountId(ONE.id(), "olena@example.org"),
          NOW.minusSeconds(30),
          NOW.minus(Duration.ofHours(3)),
          NOW.minus(Duration.ofDays(3)),
          41,
          2,
          "",
          "");
  private static final List<ChannelRow> ROWS =
      List.of(
          row(new Standing.NotConfigured(List.of("MOLTBOT_A"))),
          row(new Standing.Misconfigured(List.of("MOLTBOT_A is not set"))),
          row(new Standing.NeverRead()).with(new Health.Missing("a scope", "add it")),
          row(new Standing.Working()).with(new Health.Fine("all there")),
          row(new Standing.Quiet(Duration.ofDays(9))).with(new Health.Unreachable("HTTP 503")),
          row(new Standing.Stopped("token withdrawn", "get another")));

  private static ChannelRow row(Standing standing) {
    return new ChannelRow(
        ONE, "", ONE.settings(), standing, "olena@example.org", STATE, List.of("told"), null);
  }

  @Test
  void keepsItsSchemaInEveryState() throws IOException {
    var object =
        Map.of(
            "at",
            NOW.toString(),
            "database",
            "open",
            "channels",
            new ChannelsView(ROWS, NOW).fields(),
            "problems",
            List.of());
    String json = new Moshi.Builder().build().adapter(Object.class).toJson(object);
    Schemas.assertKeeps("channels", json);
    assertThat(json)
        .contains("\"cursorAgeSeconds\":30", "\"lastSent\":\"2026-01-17T12:00:00Z\"")
        .contains("\"probe\":\"missing\"", "\"probe\":\"unreachable\"", "\"deadLetters\":2");
  }

  @Test
  void showsThatTheSchemaCanFail() throws IOException {
    String json = "{\"at\":\"x\",\"database\":\"closed\",\"channels\":[],\"problems\":[]}";
    assertThat(Schemas.broken("channels", json)).isTrue();
  }

  @Test
  void saysStateAndWhatToDoInWords() {
    assertThat(printed())
        .contains("olena@example.org  3 h ago  3 days ago  just now  2")
        .contains("stopped")
        .contains("  token withdrawn\n  To do: get another\n")
        .contains("  missing: a scope\n  To do: add it\n")
        .contains("  nothing came for 9 days\n")
        .contains("Not set up, which is fine; docs/channels.md says how:\n  " + ONE.name())
        .doesNotContain("\u001b", "\r");
  }

  private static String printed() {
    var bytes = new ByteArrayOutputStream();
    new ChannelsView(ROWS, NOW)
        .print(new PrintStream(bytes, true, StandardCharsets.UTF_8), 0, false);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
