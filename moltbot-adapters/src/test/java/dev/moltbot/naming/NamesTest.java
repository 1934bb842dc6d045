package dev.moltbot.naming;

import static dev.moltbot.domain.contact.NameComparison.Result.COMPATIBLE;
import static dev.moltbot.domain.contact.NameComparison.Result.CONTRADICTING;
import static dev.moltbot.domain.contact.NameComparison.Result.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names compared as a person who reads both scripts would. */
class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "Юлія Щербак, iuliia shcherbak",
    "'  Ann-Marie  O''Brien ', ann marie obrien",
    "Đorđe Čučković, dorde cuckovic",
    "'Shcherbak, Yuliya', shcherbak yuliya",
    "Ａｎｎ Ｌｅｅ, ann lee",
    "Мар'яна Коваль, mariana koval",
  })
  void foldsToPlainLetters(String name, String folded) {
    assertThat(Names.folded(name)).isEqualTo(folded);
  }

  @Test
  void nothingIsLeftOfAnEmoji() {
    assertThat(Names.folded("👍 ✨")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Юлія, Юлия", "Юлія, Yuliya", "Юлія, Iuliia", "Юлія, Julia", "Щербак, Shcherbak",
    "Щербак, Scherbak", "Сергій, Serhii", "Сергій, Сергей", "Сергій, Sergey", "Сергій, Serhiy",
    "Юрій, Yuriy", "Олексій, Oleksiy", "Коваль, Koval", "Гнатюк, Hnatiuk", "Гнатюк, Hnatyuk"
  })
  void oneNameHasOneSound(String first, String second) {
    assertThat(Names.sounding(Names.folded(first))).isEqualTo(Names.sounding(Names.folded(second)));
  }

  @ParameterizedTest
  @CsvSource({
    "Юлія Щербак, yuliya shcherbak",
    "Олександр Коваль, Alexander Koval",
    "Александр Коваль, Oleksandr Koval",
    "Саша Коваль, Олександр Коваль",
    "Bob Smith, Robert Smith",
    "Наташа Гнатюк, Наталія Гнатюк",
    "'Lee, Ann', Ann Lee",
    "Ann Marie Lee, Lee Ann",
    "Dr. John Miller, Johnny Miller",
    "Dmitry Orlov, Дмитро Орлов",
    "Михайло Лисенко, Misha Lysenko",
    "Євген Шевченко, Evgeny Shevchenko",
    "Volodymyr Bondar, Владимир Бондарь"
  })
  void theSameName(String first, String second) {
    assertThat(FullNames.compare(first, second)).isEqualTo(SAME);
    assertThat(FullNames.compare(second, first)).isEqualTo(SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "Ann, Ann Lee",
    "A. Lee, Ann Lee",
    "Robert Allen, Robert Alen",
    "'', Ann Lee",
    "👍, Ann Lee",
    "Юля, Юлія Щербак",
    "J Smith, Smith John",
    "Kateryna Melnyk, Kateryna Melnik"
  })
  void nothingAgainstIt(String first, String second) {
    assertThat(FullNames.compare(first, second)).isIn(COMPATIBLE, SAME);
    assertThat(FullNames.compare(second, first)).isIn(COMPATIBLE, SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "John Smith, Mary Smith",
    "Ann Lee, Ann Kowalski",
    "Support, Ann Lee",
    "Ann, Bob",
    "Юлія Щербак, Олена Щербак",
    "Олександр Коваль, Олександра Коваль",
    "Ann Ann, Ann Lee",
    "Ivan Petrenko, Inna Petrenko"
  })
  void twoPeople(String first, String second) {
    assertThat(FullNames.compare(first, second)).isEqualTo(CONTRADICTING);
    assertThat(FullNames.compare(second, first)).isEqualTo(CONTRADICTING);
  }

  @Test
  void anotherScriptIsNearerThanAnotherPerson() {
    double same = FullNames.likeness("Юлія Щербак", "yuliya shcherbak");
    double other = FullNames.likeness("Юлія Щербак", "Yurii Shevchuk");
    assertThat(same).isGreaterThan(0.85).isGreaterThan(other + 0.15);
  }
}
