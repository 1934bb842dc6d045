package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.InventedCrowd;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.naming.Names;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Among hundreds whose names are alike, whoever is meant is found. */
class MisspeltTest {
  private static final int PEOPLE = 400;
  private static final int EVERYBODY = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void findsWhoIsMeantDespiteAWrongLetter(long seed) throws Exception {
    var crowd = new InventedCrowd(seed, PEOPLE * InventedCrowd.MESSAGES_EACH);
    try (var database = TestDatabase.fresh()) {
      crowd.fill(database.source());
      var directory = new PostgresDirectory(database.database());
      var random = new Random(seed);
      for (int i = 0; i < 100; i++) {
        int person = random.nextInt(PEOPLE);
        String name = InventedCrowd.name(person);
        assertThat(found(directory, name)).as(name).contains(InventedCrowd.person(person));
        String misspelt = misspelt(name, random);
        assertThat(found(directory, misspelt)).as(misspelt).contains(InventedCrowd.person(person));
        String family = misspelt.substring(name.indexOf(' ') + 1);
        assertThat(found(directory, family)).as(family).contains(InventedCrowd.person(person));
      }
    }
  }

  /** Whoever holds every word, and nobody else but those who are alike. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void findsAllWhoHoldTheWords(long seed) throws Exception {
    var crowd = new InventedCrowd(seed, PEOPLE * InventedCrowd.MESSAGES_EACH);
    try (var database = TestDatabase.fresh()) {
      crowd.fill(database.source());
      var directory = new PostgresDirectory(database.database());
      for (String asked : List.of("shev", "Олена", "маrko bond", "enko", "Катерина ба")) {
        String folded = Names.folded(asked);
        List<ContactId> all =
            IntStream.range(0, PEOPLE)
                .filter(person -> holds(InventedCrowd.name(person), folded))
                .mapToObj(InventedCrowd::person)
                .toList();
        assertThat(found(directory, asked)).as(asked).containsAll(all);
      }
    }
  }

  private static boolean holds(String name, String folded) {
    var asked = Spelling.words(folded);
    var there = Spelling.words(Names.folded(name));
    return asked.stream()
        .allMatch(word ->
            there.stream()
                .anyMatch(
                    one -> one.startsWith(word) || (word.length() > 2 && one.contains(word))));
  }

  private static List<ContactId> found(PostgresDirectory directory, String words) {
    return directory.find(words, EVERYBODY).stream().map(one -> one.person().id()).toList();
  }

  /** One letter of the last word is another, is not there, or is there twice. */
  private static String misspelt(String name, Random random) {
    int first = name.indexOf(' ') + 2;
    int wrong = first + random.nextInt(name.length() - first);
    String letter = String.valueOf(name.charAt(wrong));
    String instead = List.of("q", "", letter + letter).get(random.nextInt(3));
    return name.substring(0, wrong) + instead + name.substring(wrong + 1);
  }
}
