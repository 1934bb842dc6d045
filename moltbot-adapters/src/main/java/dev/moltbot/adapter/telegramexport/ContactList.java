package dev.moltbot.adapter.telegramexport;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.export.Entry;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.naming.Phones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of the owner's contact list: the one place where Telegram tells phone numbers. */
final class ContactList {
  private static final ChannelId TELEGRAM = new ChannelId("telegram");

  private ContactList() {}

  /** Without an account's number, which old exports leave out, a phone number names the person. */
  static Entry entry(Fields contact, ExportOptions options, long place, byte[] raw) {
    String phone = Phones.e164(contact.text("phone_number"), options.region()).orElse("");
    Long id = contact.number("user_id");
    String number = id == null || id <= 0 ? phone : Long.toString(id);
    if (number.isEmpty()) {
      return new Entry.Unreadable(place, "a contact without any number", raw);
    }
    var handle = new Handle(TELEGRAM, number);
    Set<Mark> marks = Mark.phone(phone).stream().collect(Collectors.toSet());
    Instant at = Objects.requireNonNullElse(When.of(contact, options.zone()), Identity.UNDATED);
    return new Entry.Known(new Identity(handle, name(contact), marks, details(contact), at));
  }

  private static UntrustedText name(Fields contact) {
    return new UntrustedText(
        Stream.of("first_name", "last_name")
            .map(field -> bounded(contact.text(field)))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" ")));
  }

  private static List<Detail> details(Fields contact) {
    List<Detail> details = new ArrayList<>();
    add(details, Detail.Kind.GIVEN_NAME, contact.text("first_name"));
    add(details, Detail.Kind.FAMILY_NAME, contact.text("last_name"));
    return details;
  }

  private static void add(List<Detail> details, Detail.Kind kind, String value) {
    if (!value.isBlank()) {
      details.add(new Detail(kind, new UntrustedText(bounded(value))));
    }
  }

  private static String bounded(String text) {
    String plain = text.strip();
    return plain.length() > Detail.MAX_CHARS ? plain.substring(0, Detail.MAX_CHARS) : plain;
  }
}
