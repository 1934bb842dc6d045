package dev.moltbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.app.runtime.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file users copy says what the program reads. */
class EnvExampleTest {
  private static final Path FILE = Path.of("..", ".env.example");
  private static final Path GENERATED = Path.of("target", ".env.example");

  @Test
  void isWhatTheSettingsSay() throws IOException {
    String generated = EnvExample.text(Installed.settings());
    Files.writeString(GENERATED, generated);
    assertThat(withoutUninstalled(Files.readString(FILE), generated))
        .as("run: cp moltbot-app/target/.env.example .env.example")
        .isEqualTo(generated);
  }

  @Test
  void sparesOnlySectionsOfChannelsThatAreNotInstalled() {
    String file = "head\n## Pace\nold\n## Channel gone\nx\n## Odd\ny\n";
    assertThat(withoutUninstalled(file, "head\n## Pace\nnew\n"))
        .isEqualTo("head\n## Pace\nold\n## Odd\ny\n");
  }

  /** Who takes a channel out of the program need not touch the file. */
  private static String withoutUninstalled(String file, String generated) {
    return Stream.of(file.split("(?m)^(?=## )", -1))
        .filter(section -> !section.startsWith("## Channel ") || names(generated, section))
        .collect(Collectors.joining());
  }

  private static boolean names(String generated, String section) {
    return generated.contains(section.lines().findFirst().orElseThrow() + "\n");
  }

  @Test
  void isItselfAReadableSettingsFile() throws IOException {
    Path copy = Files.createTempFile("env", "");
    Files.writeString(copy, EnvExample.text(Installed.settings()));
    assertThat(EnvFile.read(copy).problems()).isEmpty();
    Files.delete(copy);
  }
}
