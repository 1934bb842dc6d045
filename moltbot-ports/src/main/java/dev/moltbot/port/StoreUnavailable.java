package dev.moltbot.port;

/** The database cannot be reached. Nothing was done; trying again later is safe. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
