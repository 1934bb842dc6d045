package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import java.util.Collection;
import java.util.Set;

/**
 * Exported messages and people, read front to back: a mailbox file, a chat, an address book. Used
 * by one thread at a time.
 */
public interface HistorySource extends AutoCloseable {

  /** The kind of export, in kebab case, such as {@code whatsapp-chat}. */
  String format();

  /** What the owner knows it by: the file's name, an archive's and the name within it. */
  String name();

  /**
   * Names the content: the same bytes, read with the same options, have the same key. In
   * hexadecimal, at most 64 characters.
   */
  String contentKey();

  /** The account its messages belong to; an address book has one, too, and stores none under it. */
  AccountId account();

  /** How much there is, in the units of {@link HistoryBatch#done}; 0 when nobody knows. */
  long size();

  /**
   * Reads on. What cannot be read is quarantined and named by file and line, never left out. What
   * is stored already is only counted; a source that can name a message before reading all of it
   * asks before, as reading is most of what an import costs.
   *
   * @param from {@link Cursor#START}, or where a batch ended
   * @param limit most messages and people in the batch
   * @param known asked by the thread that reads
   */
  HistoryBatch read(Cursor from, int limit, Known known);

  /** Tells what need not be read again. */
  @FunctionalInterface
  interface Known {
    /** Nothing is. */
    Known NOTHING = ids -> Set.of();

    /** Those of them that are stored. */
    Set<MessageId> among(Collection<MessageId> ids);
  }

  /** Lets the file go. */
  @Override
  void close();
}
