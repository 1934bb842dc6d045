package dev.moltbot.app.command;

import dev.moltbot.app.backup.KeyFile;
import dev.moltbot.port.BackupRefused;
import dev.moltbot.wire.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a backup's key comes from. It is never an argument: those stand in the process list. */
final class Keys {

  private Keys() {}

  /**
   * @param file a file, {@code -} for standard input, or null to ask without an echo
   */
  static List<Secret> given(@Nullable String file, PrintStream talk) throws IOException {
    if (file == null) {
      return KeyFile.keys(List.of(asked(talk)));
    }
    if (file.equals("-")) {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return KeyFile.keys(in.lines().toList());
    }
    if (!Files.isReadable(Path.of(file))) {
      throw new BackupRefused("cannot read the key file. Is the path right?");
    }
    return KeyFile.keys(Files.readAllLines(Path.of(file)));
  }

  /** Java 25 has no console where standard input is no terminal; others read an end there. */
  @SuppressWarnings("SystemConsoleNull")
  private static String asked(PrintStream talk) {
    Console console = System.console();
    if (console == null) {
      throw new BackupRefused(
          "nobody can be asked for the key here: give it with --key-file FILE, or --key-file -");
    }
    talk.print("Key (AGE-SECRET-KEY-1..., not shown): ");
    talk.flush();
    char[] typed = console.readPassword();
    return typed == null ? "" : new String(typed);
  }
}
