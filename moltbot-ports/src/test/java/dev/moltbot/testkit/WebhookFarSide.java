package dev.moltbot.testkit;

/**
 * A service that calls our receiver, over real HTTP. Each method returns the HTTP status it got.
 */
public interface WebhookFarSide {
  /** Delivers a message with these words, as the service does. */
  int calls(String words);

  /** Delivers the last message of {@link #calls} once more, byte for byte. */
  int callsAgain();

  /** Delivers a message signed with another key. */
  int callsSignedWrong(String words);

  /** Delivers a message without any signature. */
  int callsUnsigned(String words);

  /** Delivers a message one byte of which was changed after signing. */
  int callsChanged(String words);

  /** Delivers this body, rightly signed. */
  int callsSigned(String body);
}
