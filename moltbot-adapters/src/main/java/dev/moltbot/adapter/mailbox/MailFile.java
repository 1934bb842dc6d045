package dev.moltbot.adapter.mailbox;

import dev.moltbot.mime.Mbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The mailbox file, kept open between batches. */
final class MailFile {
  private static final long NOWHERE = -1;

  private final Path path;
  private final int maxMailBytes;
  private @Nullable Mbox open;
  private long position = NOWHERE;
  private long end = NOWHERE;
  private long sizeAtEnd;

  MailFile(Path path, int maxMailBytes) {
    this.path = path;
    this.maxMailBytes = maxMailBytes;
  }

  /** Whether that offset was the end last time, and nothing has been added since. */
  boolean endsAt(long offset) throws IOException {
    return offset == end && Files.size(path) == sizeAtEnd;
  }

  /** The mailbox from that offset on; the open one where it stands there already. */
  Mbox openAt(long offset) throws IOException {
    Mbox mbox = open;
    if (mbox != null && position == offset) {
      return mbox;
    }
    close();
    Mbox fresh = Mbox.open(Files.newInputStream(path), offset, maxMailBytes);
    open = fresh;
    return fresh;
  }

  /** Notes where the open mailbox stands. */
  void reached(long offset) {
    position = offset;
  }

  /** Notes that there was no more, and lets the file go. */
  void ended(long offset) throws IOException {
    close();
    end = offset;
    sizeAtEnd = Files.size(path);
  }

  void close() throws IOException {
    Mbox mbox = open;
    open = null;
    position = NOWHERE;
    if (mbox != null) {
      mbox.close();
    }
  }
}
