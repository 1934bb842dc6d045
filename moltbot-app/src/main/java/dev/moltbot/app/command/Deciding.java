package dev.moltbot.app.command;

import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.port.Contacts;
import dev.moltbot.port.Directory;
import dev.moltbot.port.PersonLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What commands have in common by which the owner changes something about people. */
final class Deciding {
  private final Shared shared;
  private final Moltbot moltbot;

  Deciding(Shared shared, Moltbot moltbot) {
    this.shared = shared;
    this.moltbot = moltbot;
  }

  static int with(Shared shared, ToIntFunction<Deciding> work) {
    return Opened.with(
        shared.output().talk(), moltbot -> work.applyAsInt(new Deciding(shared, moltbot)));
  }

  Contacts contacts() {
    return moltbot.part(Contacts.class);
  }

  <T> T part(Class<T> type) {
    return moltbot.part(type);
  }

  Instant now() {
    return moltbot.part(InstantSource.class).instant();
  }

  /** Who was named; else it was said who may be meant, and the command is over with usage. */
  Optional<PersonLine> person(String words) {
    return new WhichPerson(moltbot.part(Directory.class), shared).named(words);
  }

  /** How a person is spoken of on the terminal. */
  static String name(PersonLine person) {
    return TextWidth.plain(person.name().reveal());
  }
}
