package dev.moltbot.adapter.addressbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.export.Reading;
import dev.moltbot.export.SampleFile;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistorySource.Known;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards of invented people, as phones, mail programs and Apple write them. */
class CardFormatTest {

  @Test
  void readsEverythingThatNamesAPerson() throws IOException {
    Identity olena =
        one(
            """
            BEGIN:VCARD
            VERSION:3.0
            UID:7A@icloud.example
            N:Коваль;Олена;Іванівна;;
            FN:Олена Коваль
            NICKNAME:Оленка
            item1.EMAIL;type=INTERNET:Olena.Koval+x@gmail.com
            item1.X-ABLabel:_$!<Other>!$_
            TEL;type=CELL:067 123-45-67
            TEL;type=WORK:(044) 123 45 67 ext. 5
            item2.URL:https\\://www.linkedin.com/in/Olena-K/
            item2.X-ABLabel:LinkedIn
            X-SOCIALPROFILE;type=twitter:https://twitter.com/olena
            URL:https://firm.example
            ORG:Works;Second floor
            TITLE:Engineer
            ADR;TYPE=HOME:;;вул. Нова 1;Київ;;01001;Україна
            BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-24
            REV:2024-01-02T03:04:05Z
            PHOTO;ENCODING=b;TYPE=JPEG:AAAA
             BBBB
            END:VCARD
            """);
    assertThat(olena.handle().value()).isEqualTo("uid:7a @icloud.example");
    assertThat(olena.name().reveal()).isEqualTo("Олена Коваль");
    assertThat(olena.seenAt()).isEqualTo("2024-01-02T03:04:05Z");
    assertThat(olena.marks())
        .containsExactlyInAnyOrder(
            new Mark(Mark.Kind.EMAIL, "olenakoval@gmail.com"),
            new Mark(Mark.Kind.PHONE, "+380671234567"),
            new Mark(Mark.Kind.PROFILE, "linkedin.com/in/olena-k"),
            new Mark(Mark.Kind.PROFILE, "twitter.com/olena"));
    assertThat(said(olena))
        .containsExactlyInAnyOrder(
            "GIVEN_NAME Олена",
            "FAMILY_NAME Коваль",
            "NICKNAME Оленка",
            "NUMBER (044) 123 45 67 ext. 5",
            "ORGANISATION Works",
            "POSITION Engineer",
            "STREET вул. Нова 1",
            "PLACE Київ",
            "POSTCODE 01001",
            "COUNTRY Україна",
            "BIRTHDAY --06-24");
  }

  @Test
  void readsOldPhones() throws IOException {
    Identity quoted =
        one(
            """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9A=D0=BE=D0=B2=D0=B0=D0=BB=D1=\\
            =8C;=D0=9E=D0=BB=D0=B5=D0=BD=D0=B0;;;
            TEL;CELL;PREF:+380671234567
            PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg
            /9j/4AAQSkZJRgABAQ==

            AGENT:
            BEGIN:VCARD
            VERSION:2.1
            N:Secretary;The
            TEL:+380501112233
            END:VCARD
            END:VCARD
            """
                .replace("=\\\n", "=\n"));
    assertThat(quoted.name().reveal()).isEqualTo("Олена Коваль");
    assertThat(quoted.marks()).containsExactly(new Mark(Mark.Kind.PHONE, "+380671234567"));
  }

  @Test
  void readsWindowsTextThatDoesNotSaySo() throws IOException {
    String card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Коваль;Олена\r\nEND:VCARD\r\n";
    byte[] bytes = card.getBytes(Charset.forName("windows-1251"));
    Reading raw = Reading.of(new CardFormat(), new SampleFile("a.vcf", bytes, List.of()));
    Identity quoted =
        one(
            """
            BEGIN:VCARD
            VERSION:2.1
            N;ENCODING=QUOTED-PRINTABLE:=CA=EE=E2=E0=EB=FC;=CE=EB=E5=ED=E0
            END:VCARD
            """);
    assertThat(raw.people.getFirst().name().reveal()).isEqualTo("Олена Коваль");
    assertThat(quoted.name().reveal()).isEqualTo("Олена Коваль");
  }

  @ParameterizedTest
  @CsvSource({
    "3.0, BDAY:1971-06-24, 1971-06-24",
    "3.0, BDAY:19710624, 1971-06-24",
    "3.0, BDAY;VALUE=date:1971-06-24T00:00:00Z, 1971-06-24",
    "4.0, BDAY:--0624, --06-24",
    "4.0, BDAY:--06-24, --06-24",
    "3.0, BDAY:--06-24, --06-24",
    "2.1, BDAY:24.06.1971, 1971-06-24",
    "2.1, BDAY:6/24/1971, 1971-06-24",
    "3.0, BDAY:1604-06-24, --06-24",
  })
  void readsBirthdays(String version, String property, String day) throws IOException {
    String card = "BEGIN:VCARD\nVERSION:" + version + "\nFN:Ada\n" + property + "\nEND:VCARD\n";
    assertThat(said(one(card))).containsExactly("BIRTHDAY " + day);
  }

  @Test
  void aCardWithoutAnIdIsNamedByWhatItSays() throws IOException {
    Identity once = one("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nTEL:+442079460958\nEND:VCARD\n");
    Identity twice = one("BEGIN:VCARD\nVERSION:4.0\nTEL:+44 20 7946 0958\nFN:Ada\nEND:VCARD\n");
    Identity other = one("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nTEL:+442079460959\nEND:VCARD\n");
    assertThat(twice.handle()).isEqualTo(once.handle()).isNotEqualTo(other.handle());
  }

  @Test
  void groupsAndEmptyCardsAreLeftOutAndBrokenOnesSetAside() throws IOException {
    Reading read =
        read(
            """
            BEGIN:VCARD
            VERSION:4.0
            KIND:group
            FN:Friends
            MEMBER:urn:uuid:1
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            X-ADDRESSBOOKSERVER-KIND:group
            FN:Family
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            END:VCARD
            and here some words
            BEGIN:VCARD
            FN:Never ended
            BEGIN:VCARD
            VERSION:3.0
            FN:Ada
            END:VCARD
            BEGIN:VCARD
            FN:Torn
            """);
    assertThat(read.people).hasSize(1);
    assertThat(read.skipped)
        .containsEntry("a group of cards", 2L)
        .containsEntry("an empty card", 1L);
    assertThat(read.quarantined)
        .extracting(each -> each.id().nativeId().replaceFirst("#.*", "") + " " + each.reason())
        .containsExactly(
            "a.vcf:15 a line outside of any card",
            "a.vcf:16 a card without an end",
            "a.vcf:22 a card without an end");
  }

  @Test
  void readsFiftyThousandCardsOneByOne() throws IOException {
    var cards = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      cards.append("BEGIN:VCARD\nVERSION:3.0\nFN:Person ").append(i).append("\nEND:VCARD\n");
    }
    try (var source =
        new CardFormat().open(SampleFile.of("a.vcf", cards.toString()), Reading.options())) {
      var batch = source.read(Cursor.START, 60_000, Known.NOTHING);
      assertThat(batch.people().stream().map(Identity::handle).distinct()).hasSize(50_000);
    }
  }

  @Test
  void anyBytesAreReadToTheirEndAndTwiceAlike() throws IOException {
    String card =
        "BEGIN:VCARD\nVERSION:3.0\nN:A;B;;;\nTEL:+442079460958\nBDAY:1971-06-24\nEND:VCARD\n";
    var random = new Random(84);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = card.repeat(3).getBytes(StandardCharsets.UTF_8);
      for (int k = 0; k < 10; k++) {
        bytes[12 + random.nextInt(bytes.length - 12)] =
            (byte) "\n:;=,\\\u00ffx9-".charAt(random.nextInt(10));
      }
      var file = new SampleFile("a.vcf", bytes, List.of());
      Reading once = Reading.of(new CardFormat(), file);
      assertThat(once.entries()).isPositive();
      assertThat(Reading.of(new CardFormat(), file).people).isEqualTo(once.people);
    }
  }

  static List<String> said(Identity person) {
    return person.details().stream().map(CardFormatTest::said).toList();
  }

  private static String said(Detail detail) {
    return detail.kind() + " " + detail.value().reveal();
  }

  private static Reading read(String text) throws IOException {
    SampleFile file = SampleFile.of("a.vcf", text);
    assertThat(new CardFormat().recognises(file)).isTrue();
    return Reading.of(new CardFormat(), file);
  }

  private static Identity one(String text) throws IOException {
    Reading read = read(text);
    assertThat(read.quarantined).isEmpty();
    assertThat(read.people).hasSize(1);
    return read.people.getFirst();
  }
}
