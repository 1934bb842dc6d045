package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.mime.MailFields;
import dev.moltbot.mime.MailPlace;
import dev.moltbot.mime.SentAt;
import dev.moltbot.port.HistoryBatch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mails on their way into one batch: named, or left out. None is read yet. */
final class MailSorting {
  private final AccountId account;
  private final boolean gmail;
  private final List<Named> named = new ArrayList<>();
  private final Map<Labels.Kind, Long> leftOut = new EnumMap<>(Labels.Kind.class);
  private long bytes;
  private int left;

  MailSorting(AccountId account) {
    this.account = account;
    this.gmail = account.channel().equals(MailAccounts.GMAIL);
  }

  /** A mail, or what stands where one should, and its name. */
  record Named(MailPlace place, RawMail mail) {}

  AccountId account() {
    return account;
  }

  /** Those that are not left out, in their order. */
  List<Named> named() {
    return named;
  }

  /** Mails of whatever kind. */
  int size() {
    return named.size() + left;
  }

  /** Bytes that were gone through. */
  long bytes() {
    return bytes;
  }

  /** Sorts it in; false at the end. */
  boolean take(RawMail next) {
    return switch (next) {
      case RawMail.Whole mail -> {
        bytes += mail.bytes().length;
        name(mail);
        yield true;
      }
      case RawMail.TooLarge mail -> {
        bytes += mail.head().length;
        named.add(new Named(nameless(), mail));
        yield true;
      }
      case RawMail.Broken broken -> {
        named.add(new Named(nameless(), broken));
        yield false;
      }
      case RawMail.End() -> false;
    };
  }

  private void name(RawMail.Whole mail) {
    MailFields fields = gmail ? MailFields.of(mail.bytes(), Takeout.NAMES) : MailFields.NONE;
    Labels.Kind label = Labels.ofLabels(fields.words(Takeout.LABELS));
    Labels.Kind kind = label == Labels.Kind.ORDINARY ? mail.note().folder() : label;
    if (kind.leftOut().isEmpty()) {
      named.add(new Named(place(mail, fields, kind), mail));
    } else {
      leftOut.merge(kind, 1L, Long::sum);
      left++;
    }
  }

  private MailPlace place(RawMail.Whole mail, MailFields fields, Labels.Kind kind) {
    Set<Trait> traits = kind == Labels.Kind.SENT ? Set.of(Trait.FROM_OWNER) : Set.of();
    return gmail
        ? Takeout.place(account, mail.note().fromLine(), fields, traits)
            .orElseGet(() -> byContent(mail.bytes(), traits))
        : byContent(mail.bytes(), traits);
  }

  private MailPlace byContent(byte[] mail, Set<Trait> traits) {
    return new MailPlace(
        new MessageId(account, MailName.of(mail)), "", new SentAt.Missing(), traits);
  }

  private MailPlace nameless() {
    return MailPlace.of(new MessageId(account, "unreadable"));
  }

  /** How many were left out, and why. */
  List<HistoryBatch.Skipped> skipped() {
    return leftOut.entrySet().stream()
        .map(each -> new HistoryBatch.Skipped(each.getKey().leftOut(), each.getValue()))
        .toList();
  }
}
