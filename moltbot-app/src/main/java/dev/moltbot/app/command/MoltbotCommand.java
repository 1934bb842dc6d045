package dev.moltbot.app.command;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.StoreUnavailable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code moltbot}: everything else is a word after it. */
@Command(
    name = "moltbot",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Reads your messages, drafts replies, sends only what you allowed.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All is well.",
      "1:Something was found, or failed.",
      "2:The command line makes no sense.",
      "78:Settings are missing or wrong."
    },
    subcommands = {
      DemoCommand.class,
      OnboardCommand.class,
      RunCommand.class,
      ImportCommand.class,
      PendingCommand.class,
      ContactsCommand.class,
      ChannelsCommand.class,
      ReportCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      AuditCommand.class,
      DoctorCommand.class,
      SecurityCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      TokensCommand.class,
      CompletionCommand.class,
      WardenCommand.class
    })
public final class MoltbotCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** A word is needed. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /** Runs one command line. */
  public static int run(String... args) {
    var talk = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var line = new CommandLine(new MoltbotCommand());
    line.setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, talk));
    return line.execute(args);
  }

  /** What can be put in one line is; a bug shows where it is. */
  private static int failed(Exception fault, PrintStream talk) {
    Throwable cause = fault;
    while ((cause instanceof CreationException || cause instanceof ProvisionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof StoreUnavailable
        || cause instanceof BackupRefused
        || cause instanceof PostgresModule.CannotStart) {
      talk.println(cause.getMessage());
    } else {
      talk.println("A fault in Moltbot. Nothing was sent because of it. Please report this:");
      cause.printStackTrace(talk);
    }
    return Exit.FINDINGS;
  }
}
