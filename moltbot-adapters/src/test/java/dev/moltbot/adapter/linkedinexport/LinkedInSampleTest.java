package dev.moltbot.adapter.linkedinexport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.ChatCorpus;
import dev.moltbot.export.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole export of an invented member: counts as a careful reader gives them. */
class LinkedInSampleTest {
  @TempDir private Path folder;
  private Reading read;

  @BeforeEach
  void readTheExport() throws IOException {
    read = Reading.of(List.of(new LinkedInFormat()), ChatCorpus.unpack("linkedin/", folder));
  }

  /** 39 files: connections, invitations, two empty talks with machines, 35 others. */
  @Test
  void accountsForEveryRecord() {
    assertThat(read.people).hasSize(2_000);
    assertThat(read.messages).hasSize(83);
    assertThat(read.quarantined).isEmpty();
    assertThat(read.unknown).isEmpty();
    assertThat(read.skipped)
        .isEqualTo(
            Map.of("an invitation without words", 79L, "a list without people and messages", 35L));
  }

  @Test
  void everyConnectionIsNamedByItsPage() {
    assertThat(read.people.stream().map(Identity::handle).distinct()).hasSize(2_000);
    Identity first = read.people.getFirst();
    assertThat(first.marks())
        .containsExactlyInAnyOrder(
            new Mark(Mark.Kind.PROFILE, "linkedin.com/in/fake-charles-babbage"),
            new Mark(Mark.Kind.EMAIL, "charles.babbage@example.com"));
    assertThat(first.details())
        .filteredOn(detail -> detail.kind() == Detail.Kind.CONNECTED)
        .extracting(detail -> detail.value().reveal())
        .containsExactly("1833-06-05");
  }

  @Test
  void invitationsSayWhoTheOwnerIs() {
    assertThat(read.messages)
        .extracting(message -> message.id().account().toString())
        .containsOnly("linkedin:fake-ada-byron-lovelace");
    assertThat(read.messages)
        .filteredOn(message -> message.has(Trait.FROM_OWNER))
        .hasSize(41)
        .allSatisfy(message -> assertThat(message.audience()).hasSize(1));
  }
}
