package dev.moltbot.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeparateCredentialsTest {
  private static final Setting ONE = Setting.secret("MOLTBOT_ONE_TOKEN", "one");
  private static final Setting OTHER = Setting.secret("MOLTBOT_OTHER_TOKEN", "another");
  private static final Setting PLAIN = Setting.required("MOLTBOT_OWNER", "no credential");

  @Test
  void refusesOneCredentialForTwoServicesWithoutRepeatingIt() {
    assertThat(problems(Map.of(ONE.key(), "canary", OTHER.key(), " canary ", PLAIN.key(), "7")))
        .containsExactly(
            "MOLTBOT_OTHER_TOKEN is the same as MOLTBOT_ONE_TOKEN; each needs one of its own");
  }

  @Test
  void takesTwoCredentialsAndNeitherAndEqualValuesThatAreNone() {
    assertThat(problems(Map.of(ONE.key(), "a", OTHER.key(), "b", PLAIN.key(), "a"))).isEmpty();
    assertThat(problems(Map.of(ONE.key(), "", OTHER.key(), "  "))).isEmpty();
  }

  private static List<String> problems(Map<String, String> values) {
    Settings settings = new Settings(values);
    settings.keepApart(List.of(ONE, PLAIN, OTHER));
    return settings.problems();
  }
}
