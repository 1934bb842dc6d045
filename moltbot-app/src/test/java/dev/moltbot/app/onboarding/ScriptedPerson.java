package dev.moltbot.app.onboarding;

import dev.moltbot.channel.Login;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Answers in order what it is asked, and leaves when it has nothing more to say. */
final class ScriptedPerson implements Person, Login.Steps {
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final Consumer<URI> follow;
  private int asked;

  /** Does that with a link, on the spot. */
  ScriptedPerson(Consumer<URI> follow) {
    this.follow = follow;
  }

  ScriptedPerson says(String... words) {
    for (String word : words) {
      replies.add(word.equals("later") ? new Reply.Later() : new Reply.Said(word));
    }
    return this;
  }

  /** Everything that was shown. */
  String saw() {
    return String.join("\n", said);
  }

  /** Prompts behind which nothing is shown. */
  List<String> hidden() {
    return List.copyOf(hidden);
  }

  int asked() {
    return asked;
  }

  @Override
  public boolean present() {
    return true;
  }

  @Override
  public void say(String line) {
    said.add(line);
  }

  @Override
  public Reply ask(String prompt) {
    asked++;
    said.add(prompt);
    return replies.isEmpty() ? new Reply.Gone() : replies.poll();
  }

  @Override
  public Reply askSecret(String prompt) {
    hidden.add(said.get(said.size() - 1));
    return ask(prompt);
  }

  @Override
  public void link(URI link, Duration goodFor) {
    follow.accept(link);
  }

  @Override
  public Login.Steps steps() {
    return this;
  }

  @Override
  public void open(URI page) {
    say(page.toString());
  }

  @Override
  public void qr(String code, Duration goodFor) {
    say("a code");
  }
}
