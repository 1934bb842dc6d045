package dev.moltbot.export;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.HistorySource;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What every source tells of itself by where it comes from. */
public abstract class FileSource implements HistorySource {
  private final Origin origin;

  protected FileSource(Origin origin) {
    this.origin = origin;
  }

  @Override
  public final String format() {
    return origin.format();
  }

  @Override
  public final String name() {
    return origin.name();
  }

  @Override
  public final String contentKey() {
    return origin.key();
  }

  @Override
  public final AccountId account() {
    return origin.account();
  }

  @Override
  public final long size() {
    return origin.size();
  }

  /** Closes what is open, if anything is: it was only read, so nothing can be lost. */
  protected static void letGo(@Nullable Closeable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // As said.
    }
  }
}
