package dev.moltbot.app.onboarding;

import dev.moltbot.channel.Login;
import java.net.URI;
import java.time.Duration;

/** The person at the terminal. Used by one thread; asking blocks. */
public interface Person {

  /** Whether somebody is there who can be asked; where nobody is, every answer is "later". */
  boolean present();

  /** Shows one line. */
  void say(String line);

  /** Asks for something everybody may see. */
  Reply ask(String prompt);

  /** Asks for something nobody may see, and shows none of it. */
  Reply askSecret(String prompt);

  /** Shows a link as words and as a code to scan. */
  void link(URI link, Duration goodFor);

  /** How a login of a channel is followed. */
  Login.Steps steps();

  /** What a person says. */
  sealed interface Reply {

    /** Perhaps nothing, which means what was offered. */
    record Said(String words) implements Reply {
      /** Not the words: they may be a credential. */
      @Override
      public String toString() {
        return "Said";
      }
    }

    /** Not now; something else may go on. */
    record Later() implements Reply {}

    /** Leaves. Everything said so far is kept. */
    record Gone() implements Reply {}
  }
}
