package dev.moltbot.adapter.whatsapp;

/** How the connection to WhatsApp stands. */
sealed interface Standing {

  /** Nothing was tried yet, or it is being tried. */
  record Connecting() implements Standing {}

  /** Linked and logged in. */
  record Open() implements Standing {}

  /** Not now; it is tried again by itself. */
  record Waiting(String reason) implements Standing {}

  /**
   * Not before the owner does something.
   *
   * @param remedy what, in one line
   */
  record Stuck(String reason, String remedy) implements Standing {}

  Standing CONNECTING = new Connecting();

  Standing OPEN = new Open();
}
