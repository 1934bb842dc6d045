package dev.moltbot.app.onboarding;

import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.onboarding.Person.Reply;
import dev.moltbot.card.VisibleText;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.pairing.Pairing;
import dev.moltbot.domain.pairing.StartWord;
import dev.moltbot.flow.PairOwner;
import dev.moltbot.flow.PairOwner.Seen;
import dev.moltbot.port.Doorstep;
import dev.moltbot.port.Doorstep.Named;
import dev.moltbot.port.StoreUnavailable;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** Finds out who the owner is: by a link that only the person at this terminal has. */
final class OwnerPart {
  /** How long one look at the door waits for somebody. */
  static final Duration LOOK = Duration.ofSeconds(10);

  /** Between two looks: what stands at the door is given again at once. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Longest pause because of a service that is away. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Answers answers;
  private final Asking asking;
  private final Person person;
  private final Records records;
  private final InstantSource time = InstantSource.system();
  private final Set<String> told = new HashSet<>();

  OwnerPart(Answers answers, Asking asking, Person person, Records records) {
    this.answers = answers;
    this.asking = asking;
    this.person = person;
    this.records = records;
  }

  /** Finds the owner, unless one is set or came along. */
  End find(DeskPart desk) throws InterruptedException {
    boolean given = !answers.given(DeskConfig.OWNER).isEmpty();
    if (answers.has(DeskConfig.OWNER) || given || !person.present()) {
      return asking.ask(Question.of(DeskConfig.OWNER));
    }
    if (!answers.has(DeskConfig.TOKEN)) {
      return End.LATER;
    }
    try {
      return links(desk.door());
    } catch (StoreUnavailable | PostgresModule.CannotStart e) {
      person.say("Nobody can be paired without a record of it: " + e.getMessage());
      return End.LATER;
    }
  }

  private End links(Doorstep door) throws InterruptedException {
    return switch (door.name()) {
      case Named.Unreachable(var reason) -> later("Telegram cannot be asked now: " + reason);
      case Named.Stopped(var reason, var remedy) -> later(reason + ". To do: " + remedy);
      case Named.Bot(var name) -> links(door, name);
    };
  }

  private End links(Doorstep door, String bot) throws InterruptedException {
    person.say("");
    person.say("Moltbot obeys one person. A link shows it who that is: open it on the phone with");
    person.say("your Telegram account, and press Start. The first who does is shown here, and");
    person.say("becomes the owner when you say yes.");
    while (true) {
      switch (person.ask("Enter makes the link, good for 10 minutes (or: later): ")) {
        case Reply.Gone gone -> {
          return End.LEFT;
        }
        case Reply.Later later -> {
          return End.LATER;
        }
        case Reply.Said said -> {
          End end = link(door, bot);
          if (end != End.LATER) {
            return end;
          }
        }
      }
    }
  }

  /** One link from its making to its end; LATER asks for another. */
  private End link(Doorstep door, String bot) throws InterruptedException {
    var random = new byte[StartWord.BYTES];
    new SecureRandom().nextBytes(random);
    StartWord word = StartWord.of(random);
    var pairing = new PairOwner(door, records.audit(), time, new Pairing(word, time.instant()));
    person.link(URI.create("https://t.me/" + bot + "?start=" + word.reveal()), Pairing.LIFETIME);
    while (true) {
      Seen seen = pairing.look(LOOK);
      tellOf(pairing);
      switch (seen) {
        case Seen.Nobody nobody -> Thread.sleep(PAUSE);
        case Seen.Unreachable(var after, var reason) -> {
          once(reason);
          Thread.sleep(after.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : after);
        }
        case Seen.Over(var why) -> {
          return later("Over: " + why + ".");
        }
        case Seen.Stopped(var reason, var remedy) -> {
          return later(reason + ". To do: " + remedy);
        }
        case Seen.Candidate candidate -> {
          return confirmed(pairing, candidate);
        }
      }
    }
  }

  private End confirmed(PairOwner pairing, Seen.Candidate candidate) {
    person.say("");
    person.say("Somebody followed the link:");
    person.say("  number  " + candidate.knock().user());
    person.say("  name    " + harmless(candidate.knock().name()));
    person.say("Anybody can take any name. Is it you, just now?");
    return switch (person.ask("Type yes, or no: ")) {
      case Reply.Gone gone -> End.LEFT;
      case Reply.Said(var words) when words.strip().equalsIgnoreCase("yes") ->
          paired(pairing, candidate);
      case Reply.Said no -> turnedAway(pairing, candidate);
      case Reply.Later later -> turnedAway(pairing, candidate);
    };
  }

  private End paired(PairOwner pairing, Seen.Candidate candidate) {
    boolean greeted = pairing.confirm(candidate);
    String owner = Long.toString(candidate.knock().user());
    String trouble = answers.keep(DeskConfig.OWNER, owner);
    if (!trouble.isEmpty()) {
      return later(trouble);
    }
    person.say("Paired" + (greeted ? "; the bot has written to you." : "."));
    person.say("Everybody else who writes to it gets silence, and you are told.");
    if (pairing.wordIsOut()) {
      person.say("Somebody else had the link, too, and was refused: it was seen by others.");
    }
    return End.DONE;
  }

  private End turnedAway(PairOwner pairing, Seen.Candidate candidate) {
    pairing.turnAway(candidate);
    return later("Refused, and on record. That link is used up.");
  }

  /** Their name as one line that does nothing to a terminal. */
  private static String harmless(UntrustedText name) {
    return name.isBlank() ? "(none)" : VisibleText.of(name.reveal()).replace('\n', ' ');
  }

  private void tellOf(PairOwner pairing) {
    if (pairing.refused() > 0) {
      once(pairing.refused() + " who wrote to the bot without being you: refused, and on record.");
    }
  }

  private void once(String words) {
    if (told.add(words)) {
      person.say(words);
    }
  }

  private End later(String words) {
    person.say(words);
    return End.LATER;
  }
}
