package dev.moltbot.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words as they are indexed and asked for: any script, any case, any accents. */
class SearchWordsTest {

  @Test
  void findsWordsWhateverTheirCaseAndAccents() {
    assertThat(SearchWords.of("Café NAÏVE, Ščerbak & Straße-42"))
        .containsExactly("cafe", "naive", "scerbak", "straße", "42");
    assertThat(SearchWords.of("Зустріч ЙОГО о 18:30")).contains("зустріч", "иого", "18", "30");
    assertThat(SearchWords.folded("Їжак")).isEqualTo(SearchWords.folded("їжак"));
    assertThat(SearchWords.folded("\u0418\u0306од")).isEqualTo(SearchWords.folded("Йод"));
  }

  @Test
  void joinsAtAnApostropheAndKnowsTheParts() {
    assertThat(SearchWords.of("п'ять")).contains("пять", "п", "ять");
    assertThat(SearchWords.folded("п\u02bcять")).isEqualTo("пять");
    assertThat(SearchWords.of("l\u2019amour 'quoted'")).contains("lamour", "amour", "quoted");
  }

  @Test
  void takesSignsAsWordsWhereThereAreNoGaps() {
    assertThat(SearchWords.of("東京都")).containsExactly("東", "京", "都");
  }

  @Test
  void boundsWordsAndTheirNumber() {
    assertThat(SearchWords.of("x".repeat(1_000)).iterator().next()).hasSize(SearchWords.MAX_CHARS);
    String many = String.join(" ", IntStream.range(0, 30_000).mapToObj(i -> "w" + i).toList());
    assertThat(SearchWords.of(many)).hasSize(SearchWords.MAX_WORDS);
    assertThat(SearchWords.of("\u0301 !? \ud83d\ude00 \ud83d")).isEmpty();
  }

  @Test
  void namesThePlacesOfWords() {
    List<SearchWords.Span> spans = SearchWords.spans("Ой, Ця ніч", 2);
    assertThat(spans).extracting(SearchWords.Span::start).containsExactly(0, 4);
    assertThat(spans).extracting(SearchWords.Span::word).containsExactly("ои", "ця");
  }
}
