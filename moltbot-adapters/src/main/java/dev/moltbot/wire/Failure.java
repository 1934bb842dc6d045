package dev.moltbot.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call means. Closed, and switched without {@code default}: whether a message may be
 * sent again hangs on it. Its reasons name types and status codes, never what a peer wrote.
 */
public sealed interface Failure {
  /** One line for the log and the owner; carries no address, no secret, no text. */
  String reason();

  /** No byte of the request was sent: repeating is safe. */
  record NeverLeft(String reason) implements Failure {}

  /** The peer understood and declined. */
  record AnsweredNo(int status) implements Failure {
    @Override
    public String reason() {
      return "HTTP " + status;
    }
  }

  /** The request left and no usable answer came: it may have been carried out. Never repeated. */
  record Unknown(String reason) implements Failure {}

  /** Reads the exception of a call made through {@link HttpClients}. */
  static Failure of(IOException failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof NeverLeftException) {
        return new NeverLeft(String.valueOf(e.getMessage()));
      }
    }
    return new Unknown("no usable answer: " + failure.getClass().getSimpleName());
  }

  /**
   * Reads a status that brought no usable answer. A success is {@code Unknown}: its body was cut or
   * made no sense. So is 408, which a gateway says for a backend it knows nothing about.
   */
  static Failure answered(int status) {
    boolean no = status >= 300 && status < 500 && status != 408;
    return no ? new AnsweredNo(status) : new Unknown("HTTP " + status + " without a usable answer");
  }
}
