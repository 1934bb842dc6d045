package dev.moltbot.app.command;

import dev.moltbot.app.onboarding.Person;
import dev.moltbot.channel.Login;
import java.io.Console;
import java.io.IOError;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever sits at this terminal. A secret is asked for only where the terminal can keep quiet. */
final class TerminalPerson implements Person {
  private static final String LATER = "later";

  private final Console console;
  private final Shared shared;
  private final TerminalSteps.Screen screen;

  private TerminalPerson(Console console, Shared shared) {
    this.console = console;
    this.shared = shared;
    this.screen =
        new TerminalSteps.Screen(shared.output().talk(), shared.columns(), shared.colours());
  }

  /** Empty where nobody can be asked: standard input or output is no terminal. */
  @SuppressWarnings("SystemConsoleNull") // Newer Javas may give one that is no terminal.
  static Optional<TerminalPerson> at(Shared shared) {
    Console console = System.console();
    return console != null && isTerminal(console)
        ? Optional.of(new TerminalPerson(console, shared))
        : Optional.empty();
  }

  /** Asked by name, because Java 21 does not know the question; what it gives is a terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  @Override
  public boolean present() {
    return true;
  }

  @Override
  public void say(String line) {
    WrappedLine.of(line, shared.columns()).forEach(shared.output().talk()::println);
  }

  @Override
  public Reply ask(String prompt) {
    return reply(console.readLine("%s", prompt));
  }

  /** The echo is off before the prompt is shown: who types fast is not seen either. */
  @Override
  public Reply askSecret(String prompt) {
    char @Nullable [] typed;
    try {
      typed = console.readPassword("%s", prompt);
    } catch (IOError e) {
      say("This terminal cannot hide what is typed, so nothing secret is asked here.");
      return new Reply.Later();
    }
    if (typed == null) {
      return reply(null);
    }
    String words = new String(typed);
    Arrays.fill(typed, ' ');
    return reply(words);
  }

  private static Reply reply(@Nullable String words) {
    if (words == null) {
      return new Reply.Gone();
    }
    return words.strip().equalsIgnoreCase(LATER) ? new Reply.Later() : new Reply.Said(words);
  }

  /** The code first and the words last: together they fill 24 rows, and the first may roll away. */
  @Override
  public void link(URI link, Duration goodFor) {
    if (!shared.accessible()) {
      new TerminalSteps(screen, false, null).draw(QrCode.of(link.toString()));
    }
    say(link.toString());
  }

  @Override
  public Login.Steps steps() {
    return new TerminalSteps(screen, false, null);
  }
}
