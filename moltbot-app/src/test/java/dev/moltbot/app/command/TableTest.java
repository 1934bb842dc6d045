package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Columns that stand under each other, and blocks where there is no room for them. */
class TableTest {

  @Test
  void putsColumnsUnderEachOtherWhateverTheScript() {
    assertThat(printed(0, false))
        .isEqualTo(
            """
            CHANNEL  ACCOUNT      READ
            gmail    olena@x.org  2 h ago
            viber    李小龙       -
            line     Ренеe\u0301 🐦     just now
            """);
  }

  @Test
  void printsBlocksInANarrowWindowAndOnWishAndCutsNothing() {
    assertThat(printed(20, false))
        .isEqualTo(
            """
            gmail
              account: olena@x.org
              read: 2 h ago
            viber
              account: 李小龙
            line
              account: Ренеe\u0301 🐦
              read: just now
            """)
        .isEqualTo(printed(0, true));
    assertThat(printed(30, false)).startsWith("CHANNEL");
    assertThat(printed(29, false)).startsWith("gmail\n");
  }

  @Test
  void letsNoNameMoveTheCursorOrTurnTheWriting() {
    var table = new Table("NAME").row("a\u001b[2J\r\n\u202eb");
    assertThat(printed(table, 0, false)).isEqualTo("NAME\na?[2J???b\n");
  }

  private static String printed(int columns, boolean blocks) {
    return printed(
        new Table("CHANNEL", "ACCOUNT", "READ")
            .row("gmail", "olena@x.org", "2 h ago")
            .row("viber", "李小龙", "")
            .row("line", "Ренеe\u0301 🐦", "just now"),
        columns,
        blocks);
  }

  private static String printed(Table table, int columns, boolean blocks) {
    var bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), columns, blocks);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
