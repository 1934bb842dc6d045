package dev.moltbot.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables are read to their end, whatever stands in one record. */
class CsvTableTest {

  @Test
  void cutsWhatStandsAboveTheHeader() throws IOException {
    assertThat(read("Notes:\n\"Any, \"\"words\"\"\"\n\nName,Town\nAda,London\n"))
        .containsExactly("5 Ada/London");
  }

  @Test
  void readsQuotedLineEndsSeparatorsAndMarksOfByteOrder() throws IOException {
    assertThat(read("\uFEFFname;TOWN\r\n\"A;da\";\"Lon\r\ndon \"\"W\"\"\"\r\n\r\nBob;\"\"\r\n"))
        .containsExactly("2 A;da/Lon\ndon \"W\"", "5 Bob/");
  }

  @Test
  void aBrokenRecordCostsItsOwnFirstLineOnly() throws IOException {
    assertThat(
            read("Name,Town\nAda,\"Lon\nBob,Kyiv\nEve,\"Lviv\"\nKim,\"a\"b\nZoe,x,y\nLast,one\n"))
        .containsExactly(
            "line 2: quotes within a field",
            "3 Bob/Kyiv",
            "4 Eve/Lviv",
            "line 5: quotes within a field",
            "line 6: more fields than there are columns",
            "7 Last/one");
    assertThat(read("Name,Town\nAda,\"Lon\nBob,Kyiv\n"))
        .containsExactly("line 2: a quote that is never closed", "3 Bob/Kyiv");
  }

  @Test
  void readsWindowsText() throws IOException {
    byte[] text = "Name,Town\nОлена,Київ\n".getBytes(Charset.forName("windows-1251"));
    assertThat(read(new SampleFile("a.csv", text, List.of()))).containsExactly("2 Олена/Київ");
  }

  @Test
  void isNoTableWithoutItsColumns() throws IOException {
    SampleFile file = SampleFile.of("a.csv", "Name,City\nAda,London\n");
    assertThat(CsvTable.has(file, "Name", "Town")).isFalse();
    assertThat(CsvTable.has(file, "city", "NAME")).isTrue();
    assertThatIOException().isThrownBy(() -> CsvTable.open(file, "Town"));
  }

  @Test
  void neverThrowsAndAccountsForEveryLine() throws IOException {
    var random = new Random(44);
    String letters = "ab,\";\n\r\t é";
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder("Name,Town\n");
      random
          .ints(random.nextInt(60), 0, letters.length())
          .forEach(at -> text.append(letters.charAt(at)));
      // Nothing is lost: a whole record at the end is found, unless a quote swallows it.
      List<String> items = read(text + "\nthe end,\"is here\"\n");
      assertThat(items.toString()).contains("the end");
    }
  }

  private static List<String> read(String text) throws IOException {
    return read(SampleFile.of("a.csv", text));
  }

  private static List<String> read(ExportFile file) throws IOException {
    List<String> items = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file, "Name", "Town")) {
      for (var item = table.next(); item.isPresent(); item = table.next()) {
        items.add(
            switch (item.get()) {
              case CsvTable.Item.Row(CsvRow row) ->
                  row.line() + " " + row.get("name") + "/" + row.get("town");
              case CsvTable.Item.Broken(Entry.Unreadable what) ->
                  "line " + what.line() + ": " + what.reason();
            });
      }
    }
    return items;
  }
}
