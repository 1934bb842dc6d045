package dev.moltbot.domain.audit;

import java.lang.reflect.RecordComponent;

/** Reads a record's components. */
final class Components {

  private Components() {}

  static Object valueOf(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a public record's accessor can be called", e);
    }
  }
}
