package dev.moltbot.mime;

import java.time.Instant;

/** When the mail says it was written. Its writer chose it, so it is a claim, not a fact. */
public sealed interface SentAt {

  /** A date between the years 1000 and 9999. */
  record Claimed(Instant instant) implements SentAt {}

  /** No date, or none that makes sense. */
  record Missing() implements SentAt {}

  /** The claimed instant, or the given one. */
  default Instant orElse(Instant otherwise) {
    return switch (this) {
      case Claimed(Instant instant) -> instant;
      case Missing() -> otherwise;
    };
  }
}
