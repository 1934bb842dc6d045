package dev.moltbot.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moltbot contacts}. */
@Command(
    name = "contacts",
    description = {
      "Who you know, what was said, and who waits for whom. All of it stays on this machine.",
      "A person is named by name, address, number, tag or id."
    },
    subcommands = {
      ContactsListCommand.class,
      ContactsShowCommand.class,
      ContactsSearchCommand.class,
      ContactsHistoryCommand.class,
      ContactsWaitingCommand.class,
      ContactsQuietCommand.class,
      ContactsTopCommand.class,
      ContactsSuggestCommand.class,
      ContactsMergeCommand.class,
      ContactsSplitCommand.class,
      ContactsTagCommand.class,
      ContactsNoteCommand.class,
      ContactsExportCommand.class,
      ContactsForgetCommand.class
    })
final class ContactsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** A word is needed. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
