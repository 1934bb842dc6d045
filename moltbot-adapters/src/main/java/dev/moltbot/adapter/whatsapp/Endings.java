package dev.moltbot.adapter.whatsapp;

/** What the bridge's word for an end means to the owner. */
final class Endings {
  static final String LOGIN = "Run moltbot channels login whatsapp.";

  private Endings() {}

  static Standing.Stuck of(String reason) {
    return switch (reason) {
      case "logged-out" ->
          new Standing.Stuck("the phone took the link back (or it expired)", LOGIN);
      case "forbidden" ->
          new Standing.Stuck(
              "WhatsApp has locked this account out", "Open WhatsApp on the phone; it says why.");
      case "outdated" ->
          new Standing.Stuck(
              "WhatsApp no longer talks to a bridge this old", "Update Moltbot and its bridge.");
      case "replaced" ->
          new Standing.Stuck(
              "another program took this link over",
              "End the other program, or run moltbot channels login whatsapp for a link of its"
                  + " own.");
      case "mismatch" -> new Standing.Stuck("WhatsApp does not take this kind of link", LOGIN);
      case "not-scanned" -> new Standing.Stuck("no phone scanned the code in time", LOGIN);
      case "not-linked" -> notLinked();
      default -> new Standing.Stuck("WhatsApp ended the link", LOGIN);
    };
  }

  /** Whether it holds for this link whatever the owner does. */
  static boolean forGood(String reason) {
    return switch (reason) {
      case "logged-out", "mismatch", "not-linked" -> true;
      default -> false;
    };
  }

  static Standing.Stuck notLinked() {
    return new Standing.Stuck("no phone is linked", LOGIN);
  }

  static Standing.Stuck otherNumber() {
    return new Standing.Stuck(
        "the linked phone has another number than " + WhatsappConfig.NUMBER.key(),
        "Correct the setting, or run moltbot channels login whatsapp with the right phone.");
  }

  static Standing.Stuck notGenuine(String what) {
    return new Standing.Stuck(
        what + " (changed, put back, or another " + WhatsappConfig.SESSION_KEY.key() + ")",
        "If you did not do that, look who can write there; then " + LOGIN);
  }
}
