package dev.moltbot.app.inspection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asked many times and answered once; who comes while it is answered waits. Thread-safe. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> source;
  private @Nullable T answer;

  Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    T known = answer;
    if (known == null) {
      known = source.get();
      answer = known;
    }
    return known;
  }
}
