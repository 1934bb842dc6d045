package dev.moltbot.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.draft.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Approvals bind words, recipient and time: change any one and nothing is released. */
class ApprovalTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Draft seen = Samples.draft("ada@example.org", "Re: tea", "See you at six.");
  private final Approval approval =
      new Approval(
          new ApprovalId(new UUID(0, 1)), seen.digest(), NOON, NOON.plus(Duration.ofMinutes(10)));

  @Test
  void releasesTheDraftTheOwnerSaw() {
    assertThat(approval.release(seen, NOON))
        .isInstanceOfSatisfying(
            Release.Cleared.class,
            cleared -> {
              assertThat(cleared.message().text()).isEqualTo(seen.text());
              assertThat(cleared.message().to()).isEqualTo(seen.to());
              assertThat(cleared.message().digest()).isEqualTo(seen.digest());
            });
  }

  @Test
  void withholdsTheSameWordsToSomeoneElse() {
    Draft other = Samples.draft("bob@example.org", "Re: tea", "See you at six.");
    assertThat(approval.release(other, NOON)).isInstanceOf(Release.Altered.class);
  }

  @Test
  void withholdsOtherWordsToTheSamePerson() {
    Draft other = Samples.draft("ada@example.org", "Re: tea", "See you at seven.");
    assertThat(approval.release(other, NOON)).isInstanceOf(Release.Altered.class);
  }

  @Test
  void expiresAtTheInstantItNamesAndNotBefore() {
    Instant end = approval.expiresAt();
    assertThat(approval.release(seen, end.minusNanos(1))).isInstanceOf(Release.Cleared.class);
    assertThat(approval.release(seen, end)).isInstanceOf(Release.Expired.class);
  }

  @Test
  void refusesToOutliveADay() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Approval(approval.id(), seen.digest(), NOON, NOON.plus(Duration.ofHours(25))))
        .withMessageContaining("PT24H");
  }

  @Test
  void givesReasonsWithoutWords() {
    Draft other = Samples.draft("bob@example.org", "Re: tea", "See you at six.");
    assertThat(approval.release(other, NOON).reason())
        .doesNotContain("six")
        .doesNotContain("bob")
        .contains(seen.digest().abbreviated());
  }

  @Test
  void isNotGrantedOnAQuestionThatExpired() {
    var policy = ApprovalPolicy.DEFAULT;
    var request = policy.ask(new RequestId(new UUID(0, 2)), seen, Instant.MAX, NOON);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.grant(approval.id(), request, Instant.MAX, request.expiresAt()));
  }
}
