package dev.moltbot.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.credential.Rotation.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final LocalDate DAY = LocalDate.parse("2026-09-01");
  private static final Rotation KEY = new Rotation(new CredentialName("MOLTBOT_KEY"), DAY);

  @Test
  void isDueAfterNinetyDaysAndSaysSoTwoWeeksBefore() {
    assertThat(KEY.state(DAY)).isEqualTo(State.YOUNG);
    assertThat(KEY.state(DAY.plusDays(75))).isEqualTo(State.YOUNG);
    assertThat(KEY.state(DAY.plusDays(76))).isEqualTo(State.DUE_SOON);
    assertThat(KEY.state(DAY.plusDays(89))).isEqualTo(State.DUE_SOON);
    assertThat(KEY.state(DAY.plusDays(90))).isEqualTo(State.OVERDUE);
    assertThat(KEY.due()).isEqualTo(DAY.plusDays(90));
  }

  @Test
  void isOfNoAgeWhereTheClockWasPutBack() {
    assertThat(KEY.age(DAY.minusDays(1))).isZero();
    assertThat(KEY.age(DAY.plusDays(5))).isEqualTo(5);
  }

  @Test
  void hasTheNameOfASettingAndNothingElse() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CredentialName("sk-ant-secret"));
    assertThat(KEY.name()).hasToString("MOLTBOT_KEY");
  }
}
