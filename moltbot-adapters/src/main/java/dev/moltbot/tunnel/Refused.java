package dev.moltbot.tunnel;

import java.io.IOException;

/** Something that is not let through, with the reason in our own words. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  Refused(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
