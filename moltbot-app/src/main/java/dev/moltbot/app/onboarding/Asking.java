package dev.moltbot.app.onboarding;

import dev.moltbot.app.onboarding.Person.Reply;
import dev.moltbot.setting.Settings;
import java.util.List;

/** Asks one question until there is an answer that works, and writes it down before it is over. */
final class Asking {
  /** How often one thing is asked before it is left for another time. */
  static final int MAX_TRIES = 5;

  private final Answers answers;
  private final Person person;

  Asking(Answers answers, Person person) {
    this.answers = answers;
    this.person = person;
  }

  /** Asks, unless it is answered. */
  End ask(Question question) {
    if (answers.has(question.setting())) {
      return End.DONE;
    }
    if (take(question)) {
      return End.DONE;
    }
    return person.present() ? asked(question) : End.LATER;
  }

  /** Takes what came along, if it works; whether it did. */
  boolean take(Question question) {
    String given = answers.given(question.setting());
    if (given.isEmpty()) {
      return false;
    }
    boolean taken = taken(question, given);
    if (!taken) {
      answers.refuse(question.setting());
    }
    return taken;
  }

  private End asked(Question question) {
    person.say("");
    person.say(question.setting().key() + ": " + question.setting().about());
    question.setting().how().forEach(line -> person.say("  " + line));
    for (int i = 0; i < MAX_TRIES; i++) {
      switch (reply(question)) {
        case Reply.Gone gone -> {
          return End.LEFT;
        }
        case Reply.Later later -> {
          return End.LATER;
        }
        case Reply.Said(var words) -> {
          String value = words.isBlank() ? question.offered() : words.strip();
          if (value.isEmpty()) {
            person.say("Type \"later\" to go on without it for now.");
          } else if (taken(question, value)) {
            return End.DONE;
          }
        }
      }
    }
    person.say("Left for another time.");
    return End.LATER;
  }

  private Reply reply(Question question) {
    if (question.secret()) {
      return person.askSecret("Paste it here; it is not shown (or: later): ");
    }
    String offer = question.offered().isEmpty() ? "" : ", Enter for " + question.offered();
    return person.ask("Your answer (or: later" + offer + "): ");
  }

  /** Whether it was good enough to be kept; says why not. */
  private boolean taken(Question question, String value) {
    return switch (tried(question, value)) {
      case Verdict.Bad(var why, var remedy) -> {
        String name = person.present() ? "Not taken: " : question.setting().key() + " not taken: ";
        person.say(name + why + (remedy.isEmpty() ? "" : ". To do: " + remedy));
        yield false;
      }
      case Verdict.Good(var said) -> kept(question, value, said.isEmpty() ? "" : ": " + said);
      case Verdict.Unsure(var why) -> kept(question, value, ", and not tried: " + why);
    };
  }

  private Verdict tried(Question question, String value) {
    String key = question.setting().key() + " ";
    Settings trial = answers.with(question.setting(), value);
    List<String> complaints =
        answers.problems(trial).stream().filter(line -> line.startsWith(key)).toList();
    return complaints.isEmpty()
        ? question.service().apply(answers.with(question.setting(), value))
        : new Verdict.Bad(complaints.getFirst(), "");
  }

  private boolean kept(Question question, String value, String words) {
    String trouble = answers.keep(question.setting(), value);
    String name = person.present() ? "Kept" : question.setting().key() + " kept";
    person.say(trouble.isEmpty() ? name + words + "." : trouble);
    return trouble.isEmpty();
  }
}
