package dev.moltbot.port;

/**
 * The words of messages, kept so that they can be found. Filled behind the back of storing, which
 * would be nine times as slow with it. Thread-safe; several processes may fill it at once.
 */
public interface SearchIndex {

  /**
   * Indexes some more messages. One transaction.
   *
   * @return how many; 0 when all are done, or others are at work on the rest
   */
  int indexNext(int limit);

  /** How many are still to be indexed. */
  long waiting();
}
