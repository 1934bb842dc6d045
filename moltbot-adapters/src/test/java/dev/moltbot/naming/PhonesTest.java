package dev.moltbot.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line has one spelling, and what names no line has none. */
class PhonesTest {

  @Test
  void ukrainianSpellingsAreOne() {
    assertThat(List.of("+380 (67) 123-45-67", "067 123 45 67", "380671234567", "8 (067) 123-45-67"))
        .map(written -> Phones.e164(written, "UA").orElse(""))
        .containsOnly("+380671234567");
  }

  @ParameterizedTest
  @CsvSource({
    "+44 20 7946 0958, '', +442079460958",
    "0044 20 7946 0958, '', +442079460958",
    "tel:+44-20-7946-0958, '', +442079460958",
    "+49 (0) 30 901820, '', +4930901820",
    "00380 67 123 45 67, UA, +380671234567",
    "(030) 901820, de, +4930901820",
    "+380 67 123 45 67, US, +380671234567",
    "+1 555-012-3456, '', +15550123456",
    "\u202a+380 67 123 45 67\u202c, '', +380671234567",
  })
  void readsAnySpelling(String written, String region, String number) {
    assertThat(Phones.e164(written, region)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "101",
        "067 123 45 67 ext. 12",
        "+380 44 123 45 67;ext=3",
        "+380 44",
        "+999 12345678",
        "+1 000 000 0000",
        "12345",
        "call me",
        "see you at six, or at seven, and bring the papers of the house, please; 067 123 45 67",
      })
  void whatNamesNoLineHasNoNumber(String written) {
    assertThat(Phones.e164(written, "UA")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "XX", "Ukraine"})
  void nationalNumbersNeedARegion(String region) {
    assertThat(Phones.e164("067 123 45 67", region)).isEmpty();
  }

  @Test
  void neverThrowsAndStaysAsItIs() {
    var random = new Random(4);
    String letters = "+0123456789 ()-.;,ext=#*٠٣＋\u202a\u0000";
    for (int i = 0; i < 5_000; i++) {
      var written = new StringBuilder();
      random
          .ints(random.nextInt(20), 0, letters.length())
          .forEach(at -> written.append(letters.charAt(at)));
      Phones.e164(written.toString(), "UA")
          .ifPresent(number -> assertThat(Phones.e164(number, "")).contains(number));
    }
  }
}
