package dev.moltbot.app;

import dev.moltbot.app.command.MoltbotCommand;

/** Where the program begins. */
public final class Main {

  private Main() {}

  /** Runs one command; its exit status is in the command's help. */
  public static void main(String[] args) {
    System.exit(MoltbotCommand.run(args));
  }
}
