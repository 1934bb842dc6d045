package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.moltbot.channel.Login;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a phone would read off the screen. */
class QrCodeTest {
  /** As long as the ones WhatsApp Web shows. */
  private static final String CODE =
      "https://wa.me/settings/linked_devices#2@" + "Ab3/".repeat(40) + ",0";

  private static final int QUIET_ZONE = 4;

  @TempDir private Path folder = Path.of("");

  @Test
  void canBeReadOffTheScreenWithAndWithoutColours() throws Exception {
    assertThat(read(QrCode.of(CODE).lines(true), true)).isEqualTo(CODE);
    assertThat(read(QrCode.of(CODE).lines(false), false)).isEqualTo(CODE);
    assertThat(QrCode.of(CODE).lines(true).getFirst()).isBlank().hasSize(QrCode.of(CODE).columns());
  }

  @Test
  void refusesWhatIsTooLongAndDoesNotQuoteIt() {
    assertThatThrownBy(() -> QrCode.of("x".repeat(3_000)))
        .hasMessage("too long for a code to scan");
  }

  @Test
  void showsTheCodeAndReplacesItInAPrivateFileThatIsGoneAfterwards() throws IOException {
    Path file = folder.resolve("code.svg");
    String shown =
        shown(
            0,
            file,
            steps -> {
              steps.qr(CODE, Duration.ofSeconds(60));
              steps.qr(CODE + "2", Duration.ofSeconds(20));
              assertThat(file)
                  .content()
                  .isEqualTo(QrCode.of(CODE + "2").svg())
                  .startsWith("<svg")
                  .doesNotContain("script");
              assertThat(mode(file)).isEqualTo("rw-------");
            });
    assertThat(shown)
        .contains(String.join("\n", QrCode.of(CODE).lines(false)))
        .contains("for about 60 seconds", "for about 20 seconds", file.toString())
        .doesNotContain("\u001b", "wa.me");
    assertThat(file).doesNotExist();
  }

  @Test
  void saysThatTheWindowIsTooNarrowInsteadOfDrawingNonsense() throws IOException {
    assertThat(shown(40, null, steps -> steps.qr(CODE, Duration.ofSeconds(60))))
        .contains("columns wide", "--qr-file")
        .doesNotContain("\u2588");
  }

  @Test
  void touchesNoFileThatWasThereBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.svg"), "mine");
    assertThat(shown(0, file, steps -> steps.qr(CODE, Duration.ofSeconds(60))))
        .contains("is there already");
    assertThat(file).hasContent("mine");
  }

  private static String shown(int columns, @Nullable Path file, Consumer<Login.Steps> walk)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var talk = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var screen = new TerminalSteps.Screen(talk, columns, false);
    try (var steps = new TerminalSteps(screen, false, file)) {
      walk.accept(steps);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a phone does it: ink or paper, module by module. */
  private static String read(List<String> lines, boolean darkInk) throws Exception {
    int size = lines.getFirst().length() - 2 * QUIET_ZONE;
    var bits = new BitMatrix(size);
    for (int y = 0; y < size; y++) {
      String line = lines.get((y + QUIET_ZONE) / 2);
      for (int x = 0; x < size; x++) {
        char block = line.charAt(x + QUIET_ZONE);
        boolean ink =
            block == '\u2588' || block == ((y + QUIET_ZONE) % 2 == 0 ? '\u2580' : '\u2584');
        if (ink == darkInk) {
          bits.set(x, y);
        }
      }
    }
    return new Decoder().decode(bits).getText();
  }
}
