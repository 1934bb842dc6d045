package dev.moltbot.adapter.addressbook;

import dev.moltbot.domain.contact.Mark;
import java.util.Optional;

/** Pages that belong to one person. A home page may be a firm's, so it joins nobody. */
final class Pages {
  private static final String NAME = "[^/\\s]{2,100}";

  /** Where a name in the address is a person's or, at worst, one firm's own. */
  private static final String PERSONAL =
      "linkedin\\.com/(in|pub)/.+|(facebook|instagram|twitter|x|github|vk|t)\\.(com|me)/@?" + NAME;

  /** First words on those sites that are nobody's name. */
  private static final String SHARED =
      ".*/(pages|groups|profile\\.php|company|share|sharer|joinchat|home|login|p|explore)";

  private Pages() {}

  static Optional<Mark> mark(String url) {
    return Mark.profile(url.replaceFirst("(?i)^(https?://)m\\.", "$1"))
        .filter(mark -> mark.value().matches(PERSONAL) && !mark.value().matches(SHARED));
  }
}
