package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Sender;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody in a conversation.
 *
 * @param name as LinkedIn shows it, or empty
 * @param page where their page is, or empty
 */
record Member(String name, String page) {
  /** What LinkedIn calls those who left: no name at all. */
  private static final Set<String> NOBODY = Set.of("", "LinkedIn Member", "LinkedIn-Mitglied");

  static Member of(String name, String url) {
    return new Member(name, Page.of(url).map(Page::value).orElse(""));
  }

  /** One key for one person; a name where there is no page. */
  String key() {
    return page.isEmpty() ? "name:" + name.replace("@", " @") : page;
  }

  /**
   * As a sender.
   *
   * @param conversation by which those without page and name are known
   */
  Sender sender(String conversation) {
    boolean nobody = page.isEmpty() && NOBODY.contains(name);
    String address = nobody ? "nobody in " + conversation : key();
    return Sender.of(new Address(cut(address)), Words.ofName(nobody ? "" : name));
  }

  private static String cut(String address) {
    return address.substring(0, Math.min(address.length(), Words.MAX_NAME_CHARS * 2));
  }

  Optional<Page> known() {
    return page.isEmpty() ? Optional.empty() : Optional.of(new Page(page));
  }

  /** Neither name nor page. */
  @Override
  public String toString() {
    return "Member[" + (page.isEmpty() ? "no page" : "page") + "]";
  }
}
