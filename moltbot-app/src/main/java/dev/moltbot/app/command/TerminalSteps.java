package dev.moltbot.app.command;

import dev.moltbot.channel.Login;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows a login's steps to the owner at a terminal. */
final class TerminalSteps implements Login.Steps, AutoCloseable {
  private static final List<String> OPENERS = List.of("xdg-open", "open");
  private static final String BLACK_ON_WHITE = "\u001b[30;107m";
  private static final String PLAIN = "\u001b[0m";

  private final Screen screen;
  private final boolean open;
  private final @Nullable Path qrFile;
  private boolean drawn;

  /**
   * What can be shown.
   *
   * @param columns how wide it is; 0 when nobody knows
   * @param colours whether it takes them
   */
  record Screen(PrintStream talk, int columns, boolean colours) {}

  /**
   * For one login.
   *
   * @param open whether a browser may be started
   * @param qrFile where codes to scan go besides; gone when the login is over
   */
  TerminalSteps(Screen screen, boolean open, @Nullable Path qrFile) {
    this.screen = screen;
    this.open = open;
    this.qrFile = qrFile;
  }

  @Override
  public void say(String line) {
    screen.talk().println(line);
  }

  @Override
  public void open(URI page) {
    say(page.toString());
    if (open && !browse(page)) {
      say("No browser could be started from here; please open the address above.");
    }
  }

  @Override
  public void qr(String code, Duration goodFor) {
    QrCode picture = QrCode.of(code);
    draw(picture);
    say("Scan this code; it is good for about " + goodFor.toSeconds() + " seconds.");
    if (qrFile != null) {
      put(picture, qrFile);
    }
  }

  /** Draws it, where there is room for it. */
  void draw(QrCode picture) {
    if (screen.columns() > 0 && picture.columns() > screen.columns()) {
      say(
          "The code is "
              + picture.columns()
              + " columns wide, this window is not: widen it and start again, or use --qr-file.");
    } else {
      // Without colours most screens are dark, and there ink is light.
      picture.lines(screen.colours()).forEach(this::drawLine);
    }
  }

  private void drawLine(String line) {
    say(screen.colours() ? BLACK_ON_WHITE + line + PLAIN : line);
  }

  /** A code is a credential as long as it is good. */
  private void put(QrCode picture, Path file) {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      if (drawn) {
        Files.deleteIfExists(file);
      }
      Files.createFile(file, mode);
      drawn = true;
      Files.writeString(file, picture.svg(), StandardCharsets.UTF_8);
      say("It is also in " + file);
    } catch (FileAlreadyExistsException e) {
      say(file + " is there already, and was left alone: name another for --qr-file.");
    } catch (IOException e) {
      say(file + " cannot be written (" + e.getClass().getSimpleName() + ").");
    }
  }

  private static boolean browse(URI page) {
    Optional<Path> opener = opener(System.getenv().getOrDefault("PATH", ""));
    if (opener.isEmpty()) {
      return false;
    }
    var quiet = ProcessBuilder.Redirect.DISCARD;
    try {
      new ProcessBuilder(opener.get().toString(), page.toString())
          .redirectOutput(quiet)
          .redirectError(quiet)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Path> opener(String path) {
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    String wanted = mac ? OPENERS.getLast() : OPENERS.getFirst();
    return Stream.of(path.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, wanted))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Takes the picture away that it made. */
  @Override
  public void close() {
    if (qrFile != null && drawn) {
      try {
        Files.deleteIfExists(qrFile);
      } catch (IOException e) {
        say("Please remove " + qrFile + ": it could not be removed from here.");
      }
    }
  }
}
