package dev.moltbot.adapter.imap;

import java.io.IOException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.jspecify.annotations.Nullable;

/** What the library wrapped, and how deep. */
final class Causes {
  private static final int MAX_DEPTH = 20;

  private Causes() {}

  /** The first cause of that type. */
  static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    @Nullable Throwable e = failure;
    for (int depth = 0; e != null && depth < MAX_DEPTH; depth++) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      e = next(e);
    }
    return null;
  }

  /** The name of what happened on the line; a type, never a text. */
  static String name(Throwable failure) {
    IOException onTheLine = find(failure, IOException.class);
    IOException deeper = onTheLine == null ? null : deepest(onTheLine);
    return (deeper == null ? failure : deeper).getClass().getSimpleName();
  }

  private static IOException deepest(IOException failure) {
    IOException deepest = failure;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Throwable cause = deepest.getCause();
      if (!(cause instanceof IOException deeper)) {
        return deepest;
      }
      deepest = deeper;
    }
    return deepest;
  }

  /** A failure on the line reaches us as a goodbye that the library made up around it. */
  private static @Nullable Throwable next(Throwable e) {
    if (e.getCause() == null && e instanceof ProtocolException protocol) {
      Response made = protocol.getResponse();
      return made == null ? null : made.getException();
    }
    return e.getCause();
  }
}
