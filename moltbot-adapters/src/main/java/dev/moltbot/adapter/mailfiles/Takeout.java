package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.mime.MailFields;
import dev.moltbot.mime.MailPlace;
import dev.moltbot.mime.SentAt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Google Takeout notes on its mails. Ids are those of the Gmail API in other digits, so that a
 * mail read from Gmail and one from Takeout are one.
 */
final class Takeout {
  static final String LABELS = "x-gmail-labels";
  static final String THREAD = "x-gm-thrid";
  static final Set<String> NAMES = Set.of(LABELS, THREAD);

  /** {@code From 1790402293716912345@xxx Mon Feb 05 10:00:00 +0000 2024}. */
  private static final Pattern FROM =
      Pattern.compile(
          "From (\\d{1,20})@xxx"
              + "(?: (\\w{3} \\w{3} [\\d ]\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d{4} \\d{4}))?.*");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss Z yyyy", Locale.ROOT);

  private Takeout() {}

  /** Whether this is how Takeout begins a mailbox. */
  static boolean wrote(String fromLine) {
    return FROM.matcher(fromLine).matches();
  }

  /** The mail's place on Gmail; empty for a mail without its id. */
  static Optional<MailPlace> place(
      AccountId account, String fromLine, MailFields fields, Set<Trait> traits) {
    Matcher from = FROM.matcher(fromLine);
    if (!from.matches()) {
      return Optional.empty();
    }
    return hex(from.group(1))
        .map(id ->
            new MailPlace(
                new MessageId(account, id),
                hex(fields.words(THREAD)).orElse(id),
                date(from.group(2)),
                traits));
  }

  private static Optional<String> hex(String decimal) {
    try {
      return Optional.of(Long.toHexString(Long.parseUnsignedLong(decimal)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static SentAt date(@Nullable String words) {
    if (words == null) {
      return new SentAt.Missing();
    }
    try {
      String tidy = words.replace("  ", " ");
      return new SentAt.Claimed(Instant.from(DATE.parse(tidy)));
    } catch (DateTimeException e) {
      return new SentAt.Missing();
    }
  }
}
