package dev.moltbot.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for two being one, how much, and how many are compared at all. */
class MatchingTest {

  /** Plain letters only; the real ones are tested where they are. */
  private static final Spellings PLAIN =
      new Spellings() {
        @Override
        public String sounding(String word) {
          return word;
        }

        @Override
        public Set<Integer> givenNames(String word) {
          return word.equals("bob") || word.equals("robert") ? Set.of(1) : Set.of();
        }

        @Override
        public double alike(String first, String second) {
          return first.charAt(0) == second.charAt(0) ? 0.8 : 0;
        }

        @Override
        public int slips(String first, String second) {
          return Math.max(first.length(), second.length());
        }
      };

  @ParameterizedTest
  @CsvSource({
    "allen, alen, true", "allen, allan, true", "allen, alle, true", "allen, laelen, false",
    "bryant, braynt, true", "smith, smyth, true", "smith, smythe, false", "an, ann, false",
    "ab, ba, false", "19710624, 19710642, true"
  })
  void knowsOneSlip(String first, String second, boolean slip) {
    assertThat(Slip.one(first, second)).isEqualTo(slip);
    assertThat(Slip.one(second, first)).isEqualTo(slip);
  }

  @ParameterizedTest
  @CsvSource({
    "19710624, 19710625, SPELLED", "19710612, 19711206, SPELLED", "19710624, 19710724, SPELLED",
    "19710624, 19710611, CLOSE", "19710624, 19850624, CLOSE", "0624, 19710624, CLOSE",
    "19710624, 19880130, DIFFERENT"
  })
  void comparesBirthdays(String first, String second, Level level) {
    assertThat(Dates.agreement(first, second)).isEqualTo(level);
  }

  @Test
  void findsOneUnderAShortNameByTheBirthday() {
    var people = strangers(50);
    people.add(person(101, "robert", "hale", "19710624"));
    people.add(person(102, "bob", "hale", "19710624"));
    List<Match> found = new Matching(PLAIN, people::forEach).atLeast(0.9);
    assertThat(found).extracting(Match::first, Match::second).containsExactly(tuple(101, 102));
    assertThat(found.getFirst().reasons()).anyMatch(reason -> reason.startsWith("same birthday"));
  }

  @Test
  void aRareNameSpeaksLouderThanACommonOne() {
    var people = strangers(100);
    people.add(name(201, "zoe", "quillfeather"));
    people.add(name(202, "zoe", "quillfeather"));
    for (int i = 0; i < 12; i++) {
      people.add(name(300 + i, "john", "smith"));
    }
    assertThat(new Matching(PLAIN, people::forEach).atLeast(Matching.WORTH_ASKING))
        .extracting(Match::first, Match::second)
        .containsExactly(tuple(201, 202));
  }

  @Test
  void givenAndFamilyNameMayStandTheOtherWayRound() {
    var people = strangers(100);
    people.add(name(201, "zoe", "quillfeather"));
    people.add(name(202, "quillfeather", "zoe"));
    assertThat(new Matching(PLAIN, people::forEach).atLeast(Matching.WORTH_ASKING)).hasSize(1);
  }

  /** However many share a birthday and a name. */
  @Test
  void comparesNobodyWithMoreThanTheLimit() {
    var people = new ArrayList<Description>();
    for (int i = 0; i < 5_000; i++) {
      people.add(person(i, "n" + i % 40, "f" + i % 70, "1971062" + i % 10));
    }
    var matching = new Matching(PLAIN, people::forEach);
    assertThat(matching.mostCompared()).isLessThanOrEqualTo(Blocking.MOST_CANDIDATES);
    assertThat(matching.compared()).isPositive();
  }

  @Test
  void theOrderOfPeopleMakesNoDifference() {
    var people = strangers(60);
    people.add(person(101, "robert", "hale", "19710624"));
    people.add(person(102, "bob", "hale", "19710624"));
    List<Match> there = new Matching(PLAIN, people::forEach).atLeast(0.9);
    List<Match> back = new Matching(PLAIN, people.reversed()::forEach).atLeast(0.9);
    assertThat(back).hasSameSizeAs(there);
  }

  @Test
  void nobodyAndOneAreNoPair() {
    assertThat(new Matching(PLAIN, use -> {}).atLeast(0)).isEmpty();
    assertThat(new Matching(PLAIN, use -> use.accept(name(1, "ann", "lee"))).atLeast(0)).isEmpty();
  }

  private static org.assertj.core.groups.Tuple tuple(long first, long second) {
    return org.assertj.core.groups.Tuple.tuple(first, second);
  }

  private static List<Description> strangers(int count) {
    var people = new ArrayList<Description>();
    for (int i = 0; i < count; i++) {
      String letter = String.valueOf((char) ('a' + i % 26));
      String day = "%d%02d%02d".formatted(1940 + i % 47, 1 + i % 12, 1 + i % 28);
      people.add(person(i, letter + "given" + i % 7, i + letter + "family" + i * 7919, day));
    }
    return people;
  }

  private static Description name(long key, String given, String family) {
    return new Description(key, Map.of(Field.GIVEN, List.of(given), Field.FAMILY, List.of(family)));
  }

  private static Description person(long key, String given, String family, String birthday) {
    return new Description(
        key,
        Map.of(
            Field.GIVEN, List.of(given),
            Field.FAMILY, List.of(family),
            Field.BIRTHDAY, List.of(birthday)));
  }
}
