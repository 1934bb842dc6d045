package dev.moltbot.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are packed, counted and grouped; what comes out is what a plain way would give. */
class BlockingTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void meetsEachPairOnceAndAllWhoShareAKeyWhenTheyAreFew(long seed) {
    Population population = new Population(new Letters(), crowd(seed, 30)::forEach);
    var met = new ArrayList<Set<Integer>>();
    int[] counts = new Blocking(population).each((first, second) -> met.add(Set.of(first, second)));
    assertThat(met).doesNotHaveDuplicates();
    assertThat(new HashSet<>(met)).isEqualTo(sharing(population));
    for (int place = 0; place < counts.length; place++) {
      int one = place;
      assertThat(met.stream().filter(pair -> pair.contains(one))).hasSize(counts[place]);
    }
  }

  /** Of two whose keys are the same hash nothing is lost; of thirty, no counter is shared. */
  private static Set<Set<Integer>> sharing(Population population) {
    var pairs = new HashSet<Set<Integer>>();
    for (int first = 0; first < population.size(); first++) {
      var keys = new HashSet<>(BlockingKeys.of(population.get(first)));
      for (int second = 0; second < first; second++) {
        if (BlockingKeys.of(population.get(second)).stream().anyMatch(keys::contains)) {
          pairs.add(Set.of(first, second));
        }
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsWhatWasSaidOfEach(long seed) {
    List<Description> crowd = crowd(seed, 5_000);
    Population population = new Population(new Letters(), crowd::forEach);
    for (int place = 0; place < crowd.size(); place++) {
      Person person = population.get(place);
      assertThat(person.key()).isEqualTo(crowd.get(place).key());
      for (Field field : Field.values()) {
        assertThat(person.of(field))
            .extracting(Word::text)
            .containsExactlyElementsOf(crowd.get(place).of(field));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsAsAMapDoes(long seed) {
    var random = new Random(seed);
    var tally = new Tally();
    Map<Long, Integer> map = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long value = Blocking.hash("v" + (int) Math.abs(random.nextGaussian() * 3_000));
      tally.add(value);
      map.merge(value, 1, Integer::sum);
    }
    tally.keepFrom(2);
    map.forEach((value, count) -> assertThat(tally.of(value)).isEqualTo(count < 2 ? 0 : count));
    assertThat(tally.of(Blocking.hash("nobody"))).isZero();
  }

  private static List<Description> crowd(long seed, int people) {
    var random = new Random(seed);
    var all = new ArrayList<Description>();
    for (int i = 0; i < people; i++) {
      all.add(
          new Description(
              1_000_000_007L * i,
              Map.of(
                  Field.GIVEN, List.of("given" + random.nextInt(people)),
                  Field.FAMILY, List.of("щука" + random.nextInt(people), "f" + i),
                  Field.BIRTHDAY, List.of("" + (19_500_101 + random.nextInt(400_000))),
                  Field.EMAIL, random.nextBoolean() ? List.of() : List.of(i + "@é.example"))));
    }
    return all;
  }

  /** Words are what they are. */
  private static final class Letters implements Spellings {
    @Override
    public String sounding(String word) {
      return word;
    }

    @Override
    public Set<Integer> givenNames(String word) {
      return Set.of();
    }

    @Override
    public double alike(String first, String second) {
      return 0;
    }

    @Override
    public int slips(String first, String second) {
      return Math.max(first.length(), second.length());
    }
  }
}
