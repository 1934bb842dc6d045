package dev.moltbot.bench;

import dev.moltbot.domain.identity.Description;
import dev.moltbot.domain.identity.Field;
import dev.moltbot.domain.identity.Match;
import dev.moltbot.domain.identity.Matching;
import dev.moltbot.naming.NameSpellings;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How the work grows with the people: {@code bench/identity crowd [PEOPLE ...]}. Invented people,
 * some names a hundred times as common as others, a fifth of them described twice with slips.
 */
final class CrowdBench {
  private static final String[] SYLLABLES = {
    "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu", "dor", "fen", "gar", "hol", "jan",
    "kos", "lem", "mar", "nov", "pet", "rud", "sov", "tar", "vol", "win", "yar", "zel", "che"
  };

  private CrowdBench() {}

  public static void main(String[] arguments) {
    List<String> sizes =
        arguments.length == 0 ? List.of("1000", "10000", "100000", "1000000") : List.of(arguments);
    double before = 0;
    int smaller = 0;
    for (int people : sizes.stream().mapToInt(Integer::parseInt).toArray()) {
      double pairs = measure(people);
      if (before > 0) {
        double power = Math.log(pairs / before) / Math.log((double) people / smaller);
        System.out.printf("   pairs grow with the power %.3f of the people%n", power);
      }
      before = pairs;
      smaller = people;
    }
  }

  private static double measure(int people) {
    long start = System.nanoTime();
    var matching = new Matching(new NameSpellings(), use -> crowd(people, use));
    List<Match> found = matching.atLeast(Matching.WORTH_ASKING);
    long right = found.stream().filter(CrowdBench::madeAsOne).count();
    double seconds = (System.nanoTime() - start) / 1e9;
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf(
        "%,d people: %.1f compared with each on average, at most %d; %,d suggested, %.4f of them"
            + " right; %.1f s; %,d MB%n",
        people,
        matching.compared() * 2.0 / people,
        matching.mostCompared(),
        found.size(),
        (double) right / found.size(),
        seconds,
        heap);
    return matching.compared();
  }

  /** The second description of somebody follows the first. */
  private static boolean madeAsOne(Match match) {
    return Math.abs(match.first() - match.second()) == 1;
  }

  private static void crowd(int people, Consumer<Description> use) {
    var random = new Random(people);
    int made = 0;
    while (made < people) {
      Map<Field, List<String>> values = somebody(random);
      use.accept(new Description(made++, values));
      if (made < people && random.nextInt(5) == 0) {
        use.accept(new Description(made++, again(values, random)));
      }
    }
  }

  private static Map<Field, List<String>> somebody(Random random) {
    String given = name(random, 2, 300);
    String family = name(random, 3, 20_000);
    String birthday =
        "%d%02d%02d"
            .formatted(1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
    String email =
        given + "." + family + random.nextInt(1_000) + "@mail" + random.nextInt(50) + ".example";
    return Map.of(
        Field.GIVEN, List.of(given),
        Field.FAMILY, List.of(family),
        Field.BIRTHDAY, List.of(birthday),
        Field.EMAIL, List.of(email),
        Field.PLACE, List.of(name(random, 3, 2_000)));
  }

  /** The same person as another source has it: one field missing, one letter wrong. */
  private static Map<Field, List<String>> again(Map<Field, List<String>> values, Random random) {
    var kept = new EnumMap<Field, List<String>>(values);
    kept.remove(random.nextBoolean() ? Field.EMAIL : Field.PLACE);
    String family = values.getOrDefault(Field.FAMILY, List.of()).getFirst();
    int at = random.nextInt(family.length());
    kept.put(Field.FAMILY, List.of(family.substring(0, at) + family.substring(at + 1)));
    return kept;
  }

  /** One of so many names, the first ones far more common. */
  private static String name(Random random, int syllables, int kinds) {
    double place = random.nextDouble();
    var spelled = new Random(((long) (place * place * place * kinds)) * 31 + syllables);
    return Stream.generate(() -> SYLLABLES[spelled.nextInt(SYLLABLES.length)])
        .limit(syllables)
        .reduce("", String::concat);
  }
}
