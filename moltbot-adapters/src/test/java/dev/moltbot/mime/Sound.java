package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** What holds for every mail that was read, whatever it was. */
final class Sound {
  private Sound() {}

  static void check(String name, Mail mail) {
    storable(name, mail.subject().reveal());
    storable(name, mail.content().text().reveal());
    storable(name, mail.content().hidden().reveal());
    storable(name, mail.threading().messageId());
    mail.threading().references().forEach(id -> storable(name, id));
    mail.content().attachments().forEach(a -> storable(name, a.name().reveal()));
    mail.author().ifPresent(a -> storable(name, a.name().reveal() + a.address()));
    assertThat(mail.subject().reveal()).as(name).doesNotContain("\n", "\r");
    assertThat(mail.content().text().length())
        .as(name)
        .isLessThanOrEqualTo(MailLimits.DEFAULT.maxTextChars());
  }

  /** PostgreSQL takes neither NUL nor half a surrogate pair. */
  private static void storable(String name, String text) {
    assertThat(text.indexOf('\0')).as(name).isNegative();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(utf8, StandardCharsets.UTF_8).equals(text)).as(name).isTrue();
  }
}
