package dev.moltbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.app.runtime.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The file users copy says what the program reads. */
class EnvExampleTest {
  private static final Path FILE = Path.of("..", ".env.example");
  private static final Path GENERATED = Path.of("target", ".env.example");

  @Test
  void isWhatTheSettingsSay() throws IOException {
    String generated = EnvExample.text(Installed.settings());
    Files.writeString(GENERATED, generated);
    assertThat(FILE)
        .as("run: cp moltbot-app/target/.env.example .env.example")
        .hasContent(generated);
  }

  @Test
  void isItselfAReadableSettingsFile() throws IOException {
    Path copy = Files.createTempFile("env", "");
    Files.writeString(copy, EnvExample.text(Installed.settings()));
    assertThat(EnvFile.read(copy).problems()).isEmpty();
    Files.delete(copy);
  }
}
