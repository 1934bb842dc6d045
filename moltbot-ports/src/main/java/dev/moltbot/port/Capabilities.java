package dev.moltbot.port;

import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.draft.TextLimit;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a channel can do, declared by its adapter. Cards and the table in {@code docs/channels.md}
 * follow from it, and a channel's tests must implement the contract of each {@link Extra} it
 * declares.
 *
 * @param limit longest text it takes
 * @param window how long after a message its service takes a reply
 */
public record Capabilities(
    Reading reading, Sending sending, TextLimit limit, ReplyWindow window, Set<Extra> extras) {

  public Capabilities {
    extras = extras.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(extras));
  }

  /** How messages get here. */
  public enum Reading {
    /** The service is asked at the pace of the program. */
    POLLED,
    /** The service is asked, and answers when there is something. */
    LONG_POLLED,
    /** The service calls a receiver on this machine. */
    PUSHED,
    /** Only from files the owner exports. */
    IMPORTED
  }

  /** How replies get out. */
  public enum Sending {
    /** By the adapter, once approved. */
    DIRECT,
    /** By the owner's own hand: the card offers the words to copy. */
    BY_HAND
  }

  /** What not every channel has. */
  public enum Extra {
    /** An unknown send can be looked up. Contract: {@code SendLookupContract}. */
    SEND_LOOKUP,
    /** Sending twice under one id delivers once. Contract: {@code ClientChosenIdContract}. */
    CLIENT_CHOSEN_ID,
    /** Messages arrive at a receiver of ours. Contract: {@code WebhookContract}. */
    WEBHOOK,
    /** A reply goes into the thread it answers. Contract: {@code ThreadsContract}. */
    THREADS,
    /** What the owner writes elsewhere is seen here, too. */
    OWNER_SEEN
  }
}
