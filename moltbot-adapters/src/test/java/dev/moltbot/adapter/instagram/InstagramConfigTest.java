package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.setting.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of an account: read forgivingly, refused clearly, printed without the key. */
class InstagramConfigTest {

  @Test
  void takesAUserNameWithOrWithoutItsAtSign() {
    assertThat(InstagramConfig.from(settings(Map.of("USERNAME", "@Olena.Bakes"))).username())
        .isEqualTo("olena.bakes");
  }

  @Test
  void saysWhatIsWrong() {
    var settings =
        settings(Map.of("USERNAME", "two words", "TOKEN", "öl", "URL", "https://example.org/"));
    InstagramConfig.from(settings);
    assertThat(settings.problems()).hasSize(3);
    assertThat(settings.problems()).noneMatch(problem -> problem.contains("öl"));
  }

  @Test
  void isNotWantedWhenNothingIsSet() {
    assertThat(InstagramModule.CHANNEL.wanted(new Settings(Map.of()))).isFalse();
    assertThat(InstagramModule.CHANNEL.wanted(settings(Map.of()))).isTrue();
  }

  @Test
  void printsNoKey() {
    assertThat(InstagramConfig.from(settings(Map.of())).toString())
        .isEqualTo("InstagramConfig[olena.bakes, graph.instagram.com]");
  }

  private static Settings settings(Map<String, String> some) {
    var values = new LinkedHashMap<String, String>();
    values.put("MOLTBOT_INSTAGRAM_USERNAME", "olena.bakes");
    values.put("MOLTBOT_INSTAGRAM_TOKEN", "IGAA-1");
    some.forEach((name, value) -> values.put("MOLTBOT_INSTAGRAM_" + name, value));
    return new Settings(values);
  }
}
