package dev.moltbot.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's table lists the checks there are. */
class DoctorPageTest {
  private static final Path PAGE = Path.of("..", "docs", "doctor.md");
  private static final Path GENERATED = Path.of("target", "doctor.md");

  @Test
  void listsEveryCheck() throws IOException {
    List<String> rows =
        Stream.concat(Checks.audit().stream(), Checks.doctor().stream())
            .filter(check -> !check.deep() && !check.family().equals("service"))
            .map(DoctorPageTest::row)
            .distinct()
            .toList();
    Files.writeString(GENERATED, String.join("\n", rows) + "\n");
    Set<String> lines = Files.readString(PAGE).lines().collect(Collectors.toSet());
    assertThat(lines)
        .as("put moltbot-app/target/doctor.md in the place of the table's rows in docs/doctor.md")
        .containsAll(rows);
  }

  @Test
  void listsNoCheckThatIsGone() throws IOException {
    Set<String> known = new TreeSet<>(Checks.ids());
    Files.readString(PAGE)
        .lines()
        .filter(line -> line.matches("\\| `[a-z]+\\.[a-z0-9-]+` \\|.*"))
        .forEach(line -> assertThat(known).contains(line.split("`", -1)[1]));
  }

  private static String row(Check check) {
    return "| `" + check.id() + "` | " + check.severity().word() + " | " + check.title() + " |";
  }
}
