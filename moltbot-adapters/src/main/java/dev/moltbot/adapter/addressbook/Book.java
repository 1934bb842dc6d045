package dev.moltbot.adapter.addressbook;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;

/** What all address books are to the program. */
final class Book {
  static final ChannelId CARDS = new ChannelId("cards");
  static final AccountId ACCOUNT = new AccountId(CARDS, "import");

  /** Raised when more is read of a card, so that files are read again. */
  static final int VERSION = 2;

  private Book() {}
}
