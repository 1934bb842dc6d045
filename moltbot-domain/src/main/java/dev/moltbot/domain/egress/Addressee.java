package dev.moltbot.domain.egress;

/** To whom a request may be addressed, where an API would take it to anybody. */
public sealed interface Addressee {

  /** The API has no say in it, or the rule needs none. */
  record Anybody() implements Addressee {}

  /** Only the chat that this setting names. */
  record Owner(String setting) implements Addressee {}

  /** Only a chat somebody wrote to us from. */
  record WroteToUs() implements Addressee {}
}
