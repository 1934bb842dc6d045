package dev.moltbot.adapter.addressbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.export.Reading;
import dev.moltbot.export.SampleFile;
import dev.moltbot.port.CardWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written is read back as it was. */
class CardsTest {
  private final CardWriter writer = new Cards();

  @Test
  void everyKindComesBack() throws IOException {
    CardWriter.Person person = person(Detail.Kind.values());
    String card = writer.card(person);
    assertThat(card).startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n").endsWith("END:VCARD\r\n");
    assertThat(card).contains("CATEGORIES:friends").contains("NOTE:met in Lviv");
    Identity back = read(card).getFirst();
    assertThat(back.handle().value()).isEqualTo("uid:contact-1");
    assertThat(back.name()).isEqualTo(person.name());
    assertThat(back.marks()).isEqualTo(person.marks());
    assertThat(back.details()).containsExactlyInAnyOrderElementsOf(person.details());
  }

  @Test
  void manyCardsAreOneBook() throws IOException {
    String book = writer.card(person()) + writer.card(person(Detail.Kind.POSITION));
    assertThat(read(book)).hasSize(2);
  }

  /** A name is somebody else's words: it cannot end the card and begin another. */
  @Test
  void wordsOfOthersStayWords() throws IOException {
    String evil = "x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:y;z,\\n";
    var person =
        new CardWriter.Person(
            "1", new UntrustedText(evil), Set.of(), List.of(), List.of(evil), List.of(evil));
    assertThat(read(writer.card(person))).hasSize(1);
  }

  private static CardWriter.Person person(Detail.Kind... kinds) {
    List<Detail> details = new ArrayList<>();
    for (Detail.Kind kind : kinds) {
      String value = kind == Detail.Kind.BIRTHDAY ? "--06-24" : "some, " + kind + "; it's";
      details.add(new Detail(kind, new UntrustedText(value)));
    }
    return new CardWriter.Person(
        "contact-1",
        new UntrustedText("Олена, O; Koval"),
        Set.of(
            new Mark(Mark.Kind.EMAIL, "olena@example.org"),
            new Mark(Mark.Kind.PHONE, "+380671234567"),
            new Mark(Mark.Kind.PROFILE, "linkedin.com/in/olena")),
        details,
        List.of("friends"),
        List.of("met in Lviv"));
  }

  private static List<Identity> read(String text) throws IOException {
    Reading read = Reading.of(new CardFormat(), SampleFile.of("a.vcf", text));
    assertThat(read.quarantined).isEmpty();
    return read.people;
  }
}
