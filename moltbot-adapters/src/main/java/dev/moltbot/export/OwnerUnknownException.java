package dev.moltbot.export;

import java.io.IOException;
import java.util.List;

/** Nobody can tell which of the writers the owner is. The owner can: {@code --me NAME}. */
public final class OwnerUnknownException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient List<String> writers;

  /** With the names of those who wrote. */
  public OwnerUnknownException(List<String> writers) {
    super("nobody can tell which of the writers you are; say --me NAME");
    this.writers = List.copyOf(writers);
  }

  /** Who wrote; for the owner's own terminal, never for a log. */
  public List<String> writers() {
    return writers;
  }
}
