package dev.moltbot.adapter.metaexport;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.export.ContentIds;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A conversation, and who is who in it. A name is all that these services tell of a person, and
 * nobody's for sure; the one other person of a talk is therefore known by the talk.
 *
 * @param id the same in every download; empty when the file tells none
 * @param owner the owner's name here; empty when nobody can tell
 * @param group whether more than one other person takes part
 */
record Chat(String id, List<String> people, String owner, boolean group) {
  /** What is shown of accounts that are gone: many people by one name. */
  private static final Set<String> GONE =
      Set.of("instagram user", "facebook user", "instagrammer", "користувач instagram");

  /** How the conversation is named. */
  String conversation() {
    return id.isEmpty() ? "people:" + ContentIds.of(folded(people)) : "thread:" + id;
  }

  private static String folded(List<String> people) {
    return String.join("\n", people.stream().sorted().toList());
  }

  boolean isOwner(String name) {
    return !owner.isEmpty() && owner.equals(name);
  }

  /** Who wrote, in words that a new display name does not change where there are but two. */
  String key(String name) {
    boolean two = !owner.isEmpty() && !group;
    return two ? isOwner(name) ? "me" : "them" : name;
  }

  Sender sender(String name) {
    boolean nameless = GONE.contains(name.toLowerCase(Locale.ROOT));
    return Sender.of(new Address(address(name)), Words.ofName(nameless ? "" : name));
  }

  private String address(String name) {
    String safe = name.substring(0, Math.min(name.length(), Words.MAX_NAME_CHARS));
    String plain = "name:" + safe.replace("@", " @");
    if (isOwner(name) || (id.isEmpty() && !group)) {
      return plain;
    }
    // One word, such as a first name, is many people's; two are rarely more than one's.
    boolean common = !safe.strip().contains(" ") || GONE.contains(safe.toLowerCase(Locale.ROOT));
    return !group && !owner.isEmpty() ? conversation() : common ? within(plain) : plain;
  }

  private String within(String plain) {
    return plain + " in " + conversation();
  }

  /** Whom the owner wrote to. */
  List<Sender> others() {
    return people.stream().filter(name -> !isOwner(name)).map(this::sender).toList();
  }

  /** No names. */
  @Override
  public String toString() {
    return "Chat[" + people.size() + " people]";
  }
}
