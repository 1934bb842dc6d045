package dev.moltbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.app.runtime.Installed;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.Capabilities.Extra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of channels says what the channels declare, and every channel has its chapter. */
class ChannelTableTest {
  private static final Path PAGE = Path.of("..", "docs", "channels.md");
  private static final Path GENERATED = Path.of("target", "channels.md");

  private static final String HEAD =
      """
      | channel | messages come | replies go | longest reply | taken for | also |
      |---|---|---|---|---|---|
      """;

  private static final Map<Capabilities.Reading, String> COME =
      Map.of(
          Capabilities.Reading.POLLED, "by asking",
          Capabilities.Reading.LONG_POLLED, "by asking and waiting",
          Capabilities.Reading.PUSHED, "by being told",
          Capabilities.Reading.IMPORTED, "from your exports");

  private static final Map<Capabilities.Sending, String> GO =
      Map.of(Capabilities.Sending.DIRECT, "by Moltbot", Capabilities.Sending.BY_HAND, "by hand");

  private static final Map<Extra, String> ALSO =
      Map.of(
          Extra.SEND_LOOKUP, "a doubtful send is looked up",
          Extra.CLIENT_CHOSEN_ID, "a send made twice is one message",
          Extra.WEBHOOK, "a signed receiver",
          Extra.THREADS, "threads",
          Extra.OWNER_SEEN, "sees what you write elsewhere");

  @Test
  void saysWhatEachChannelDeclares() throws IOException {
    String table =
        HEAD
            + Installed.CHANNELS.stream()
                .map(ChannelTableTest::row)
                .sorted()
                .collect(Collectors.joining("\n"));
    Files.writeString(GENERATED, table + "\n");
    Set<String> lines = Files.readString(PAGE).lines().collect(Collectors.toSet());
    assertThat(lines)
        .as("put moltbot-app/target/channels.md in the place of the table in docs/channels.md")
        .containsAll(List.of(table.split("\n", -1)));
  }

  @Test
  void leavesNoChannelWithoutAChapter() throws IOException {
    String page = Files.readString(PAGE);
    for (Channel channel : Installed.CHANNELS) {
      assertThat(page).containsIgnoringCase("\n## " + channel.name());
    }
  }

  private static String row(Channel channel) {
    Capabilities can = channel.can();
    return Stream.of(
            channel.name(),
            COME.get(can.reading()),
            GO.get(can.sending()),
            limit(can.limit()),
            can.window().toString(),
            can.extras().stream().sorted().map(ALSO::get).collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String limit(TextLimit limit) {
    return limit.toString().replaceAll("\\B(?=(\\d{3})+\\b)", ",");
  }
}
