package dev.moltbot.app.onboarding;

import dev.moltbot.app.config.Spelling;
import dev.moltbot.app.onboarding.Person.Reply;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.channel.Channel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which channels, and what each of them needs. */
final class ChannelsPart {
  private final Answers answers;
  private final Person person;
  private final ChannelPart part;
  private final ChosenChannels chosen;

  ChannelsPart(Answers answers, Person person, ChannelPart part) {
    this.answers = answers;
    this.person = person;
    this.part = part;
    this.chosen = new ChosenChannels(answers.workspace());
  }

  /** Whether the question which channels needs no answer any more. */
  boolean settled() {
    return chosen.read().isPresent() || !begun().isEmpty();
  }

  /**
   * Sets up what is wanted.
   *
   * @param more names of channels besides those chosen before
   */
  End setUp(List<String> more) throws InterruptedException {
    if (more.isEmpty() && !settled()) {
      End end = choose();
      if (end != End.DONE) {
        return end;
      }
    }
    Set<String> names = new LinkedHashSet<>(begun());
    names.addAll(chosen.read().orElse(List.of()));
    names.addAll(more);
    if (!more.isEmpty()) {
      chosen.write(names);
    }
    return each(names);
  }

  private End each(Set<String> names) throws InterruptedException {
    End worst = End.DONE;
    for (Channel channel : installed()) {
      End end = names.contains(channel.name()) ? part.setUp(channel) : End.DONE;
      if (end == End.LEFT) {
        return End.LEFT;
      }
      worst = end == End.LATER ? End.LATER : worst;
    }
    return worst;
  }

  /** Those that a person, or what came along, began with. */
  private List<String> begun() {
    return installed().stream()
        .filter(channel ->
            channel.wanted(answers.settings())
                || channel.settings().stream()
                    .anyMatch(one -> one.required() && !answers.given(one).isEmpty()))
        .map(Channel::name)
        .toList();
  }

  private List<Channel> installed() {
    return Stream.concat(Installed.CHANNELS.stream(), answers.trusted().channels().stream())
        .toList();
  }

  private End choose() {
    if (!person.present()) {
      return End.LATER;
    }
    person.say("");
    person.say("Which channels shall Moltbot read? docs/channels.md says what each needs.");
    List<Channel> all = installed();
    for (int i = 0; i < all.size(); i++) {
      person.say("  " + (i + 1) + "  " + all.get(i).name() + ": " + all.get(i).about());
    }
    while (true) {
      switch (person.ask("Numbers or names, one is enough to begin with (or: none, later): ")) {
        case Reply.Gone gone -> {
          return End.LEFT;
        }
        case Reply.Later later -> {
          return End.LATER;
        }
        case Reply.Said(var words) -> {
          var names = new ArrayList<String>();
          String trouble = named(words, names);
          if (trouble.isEmpty()) {
            trouble = chosen.write(names);
          }
          if (trouble.isEmpty()) {
            return End.DONE;
          }
          person.say(trouble);
        }
      }
    }
  }

  /** Returns what is not understood, or empty. */
  private String named(String words, List<String> into) {
    List<String> names = installed().stream().map(Channel::name).toList();
    Set<String> said =
        Stream.of(words.strip().toLowerCase(Locale.ROOT).split("[\\s,;]+"))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (said.isEmpty()) {
      return "Type a number or a name.";
    }
    for (String word : said) {
      boolean number = word.matches("[1-9]\\d?") && Integer.parseInt(word) <= names.size();
      String name = number ? names.get(Integer.parseInt(word) - 1) : word;
      if (names.contains(name)) {
        into.add(name);
      } else if (!name.equals("none")) {
        String meant =
            Spelling.closest(name, names).map(one -> " Did you mean " + one + "?").orElse("");
        return "There is no channel " + name + "." + meant;
      }
    }
    return "";
  }
}
