package dev.moltbot.adapter.addressbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.export.Reading;
import dev.moltbot.export.SampleFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Contacts of invented people, in the tables of three programs. */
class TableFormatTest {
  private static final Mark MAIL = new Mark(Mark.Kind.EMAIL, "olena@example.org");
  private static final Mark SECOND = new Mark(Mark.Kind.EMAIL, "o@example.org");
  private static final Mark PHONE = new Mark(Mark.Kind.PHONE, "+380671234567");

  @Test
  void readsGooglesOlderTable() throws IOException {
    Identity olena =
        one(
            "Name,Given Name,Additional Name,Family Name,Nickname,Birthday,Group Membership,"
                + "E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
                + "Organization 1 - Name,Organization 1 - Title,Website 1 - Value\n"
                + "Олена Коваль,Олена,,Коваль,,--06-24,* myContacts ::: Friends,* ,"
                + "Olena@example.org ::: o@example.org,Mobile,067 123 45 67,Works,Engineer,"
                + "http://www.linkedin.com/in/olena\n");
    assertThat(olena.marks())
        .containsExactlyInAnyOrder(
            MAIL, SECOND, PHONE, new Mark(Mark.Kind.PROFILE, "linkedin.com/in/olena"));
    assertThat(CardFormatTest.said(olena))
        .contains("BIRTHDAY --06-24", "ORGANISATION Works", "POSITION Engineer");
  }

  @Test
  void readsGooglesNewerTable() throws IOException {
    Identity olena =
        one(
            "First Name,Middle Name,Last Name,Phonetic First Name,File As,Organization Name,Birthday,"
                + "Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,"
                + "Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City\n"
                + "Olena,I.,Koval,,,Works,1971-06-24,,,* myContacts,* Home,olena@example.org,"
                + "o@example.org,Mobile,+380 67 123 45 67,\"Nova 1\nflat 2\",Kyiv\n");
    assertThat(olena.name().reveal()).isEqualTo("Olena I. Koval");
    assertThat(olena.marks()).containsExactlyInAnyOrder(MAIL, SECOND, PHONE);
    assertThat(CardFormatTest.said(olena))
        .contains("BIRTHDAY 1971-06-24", "STREET Nova 1 flat 2", "PLACE Kyiv");
  }

  @Test
  void readsOutlooksTable() throws IOException {
    Identity olena =
        one(
            "First Name;Middle Name;Last Name;Company;Job Title;Business Fax;Mobile Phone;"
                + "E-mail Address;E-mail Display Name;E-mail 2 Address;Birthday;Home City\n"
                + "Olena;;Koval;Works;Engineer;+380441112233;0671234567;olena@example.org;"
                + "Olena (mail);o@example.org;6/24/1971;Kyiv\n");
    assertThat(olena.marks()).containsExactlyInAnyOrder(MAIL, SECOND, PHONE);
    assertThat(CardFormatTest.said(olena)).contains("BIRTHDAY 1971-06-24", "PLACE Kyiv");
  }

  @Test
  void otherTablesAreNotContacts() throws IOException {
    var format = new TableFormat();
    String connections = "First Name,Last Name,E-mail Address,Connected On\nA,B,,\n";
    assertThat(format.recognises(SampleFile.of("a.csv", connections))).isFalse();
    assertThat(format.recognises(SampleFile.of("a.csv", "Name,Email\nA,a@b.c\n"))).isFalse();
    assertThat(format.recognises(SampleFile.of("contacts.csv", "Name,Email\nA,a@b.c\n"))).isTrue();
  }

  @Test
  void emptyRecordsAreLeftOutAndBrokenOnesSetAside() throws IOException {
    Reading read =
        Reading.of(
            new TableFormat(),
            SampleFile.of("a.csv", "Given Name,Family Name\n,\nAda,\"X\nBob,Y\nKim,Z,Q\n"));
    assertThat(read.people).hasSize(1);
    assertThat(read.skipped).containsEntry("an empty card", 1L);
    assertThat(read.quarantined).hasSize(2);
  }

  private static Identity one(String text) throws IOException {
    SampleFile file = SampleFile.of("contacts.csv", text);
    assertThat(new TableFormat().recognises(file)).isTrue();
    Reading read = Reading.of(new TableFormat(), file);
    assertThat(read.quarantined).isEmpty();
    assertThat(read.people).hasSize(1);
    return read.people.getFirst();
  }
}
