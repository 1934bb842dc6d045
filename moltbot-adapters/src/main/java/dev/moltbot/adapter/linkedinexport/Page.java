package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.domain.contact.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A member's page: the one thing by which every file of an export names a person. */
record Page(String value) {
  private static final String MEMBER = "linkedin\\.com/(in|pub|profile)/.+";

  /** None for what is nobody's page. */
  static Optional<Page> of(String url) {
    return Mark.profile(url).map(Mark::value).filter(page -> page.matches(MEMBER)).map(Page::new);
  }

  /** Those in a list parted by commas, in its order. */
  static List<Page> all(String urls) {
    return Arrays.stream(urls.split("[,;\\s]+")).flatMap(each -> of(each).stream()).toList();
  }

  /** The last part: how the channel names an account. */
  String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  Optional<Mark> mark() {
    return Mark.profile(value);
  }

  /** Not the page: it is a third person's. */
  @Override
  public String toString() {
    return "Page[" + value.length() + " chars]";
  }
}
