package dev.moltbot.app.onboarding;

import dev.moltbot.channel.Login;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** Nobody is there to be asked: only what is set or given counts. */
public final class Nobody implements Person {
  private final Consumer<String> talk;

  /** What is said goes there. */
  public Nobody(Consumer<String> talk) {
    this.talk = talk;
  }

  @Override
  public boolean present() {
    return false;
  }

  @Override
  public void say(String line) {
    talk.accept(line);
  }

  @Override
  public Reply ask(String prompt) {
    return new Reply.Later();
  }

  @Override
  public Reply askSecret(String prompt) {
    return new Reply.Later();
  }

  /** A link is for somebody. */
  @Override
  public void link(URI link, Duration goodFor) {
    throw new IllegalStateException("nobody is there to follow a link");
  }

  /** So is a login. */
  @Override
  public Login.Steps steps() {
    throw new IllegalStateException("nobody is there to log in");
  }
}
