package dev.moltbot.app;

import dev.moltbot.app.command.MoltbotCommand;
import dev.moltbot.app.command.Version;

/** Where the program begins. */
public final class Main {

  private Main() {}

  /** Runs one command; its exit status is in the command's help. */
  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--version")) {
      Version.print(); // Asked for by scripts; the command line's library takes four times as long.
    } else {
      System.exit(MoltbotCommand.run(args));
    }
  }
}
