package dev.moltbot.adapter.addressbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.Annotation;
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
    assertThat(card.lines()).allMatch(line -> line.getBytes(UTF_8).length <= 75);
    Identity back = read(card).getFirst();
    assertThat(back.handle().value()).isEqualTo("uid:contact-1");
    assertThat(back.name()).isEqualTo(person.name());
    assertThat(back.marks()).isEqualTo(person.marks());
    assertThat(back.details()).containsExactlyInAnyOrderElementsOf(person.details());
    assertThat(back.annotations())
        .containsExactlyInAnyOrder(
            new Annotation(Annotation.Kind.TAG, "friends"),
            new Annotation(Annotation.Kind.NOTE, "met in Lviv"));
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

  /** Groups of Google's and notes of anybody's are the owner's words, within the owner's limits. */
  @Test
  void groupsAndLongNotesAreTakenAsFarAsTheyGo() throws IOException {
    String note = "word ".repeat(700).strip();
    String card =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nCATEGORIES:myContacts,* Book club,???\nNOTE:"
            + note
            + "\nEND:VCARD\n";
    List<Annotation> said = read(card).getFirst().annotations();
    assertThat(said).contains(new Annotation(Annotation.Kind.TAG, "book-club")).hasSize(3);
    assertThat(said.stream().mapToInt(one -> one.words().replace(" ", "").length()).sum())
        .isEqualTo(note.replace(" ", "").length() + "book-club".length());
  }

  /** An exported book may be looked at in a terminal. */
  @Test
  void noWordMovesTheCursor() {
    var person =
        new CardWriter.Person(
            "1",
            new UntrustedText("a\u001b[2Jb"),
            Set.of(),
            List.of(),
            List.of(),
            List.of("\u0007"));
    assertThat(writer.card(person)).contains("FN:a [2Jb").doesNotContain("\u001b", "\u0007");
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
