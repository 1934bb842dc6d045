package dev.moltbot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  @TempDir private Path root;
  private final SettableTime time = new SettableTime();
  private Spool spool;

  @BeforeEach
  void makeSpool() {
    spool = open();
  }

  @Test
  void handsOverInOrderOfArrival() throws Exception {
    putAll("one", "two", "three");
    assertThat(texts(0)).containsExactly("one", "two", "three");
    assertThat(spool.size()).isEqualTo(3);
  }

  @Test
  void goesOnAfterANumberAndForgetsUpToIt() throws Exception {
    List<Long> numbers = putAll("one", "two", "three");
    assertThat(texts(numbers.get(1))).containsExactly("three");
    assertThat(spool.size()).isEqualTo(1);
    assertThat(texts(0)).containsExactly("three");
  }

  @Test
  void givesNoMoreThanAskedFor() throws Exception {
    putAll("one", "two", "three");
    List<Spool.Entry> two = spool.after(0, 2, Duration.ZERO);
    assertThat(two).extracting(Spool.Entry::text).containsExactly("one", "two");
    assertThat(spool.holdsAfter(two.getLast().number())).isTrue();
    assertThat(spool.holdsAfter(two.getLast().number() + 1)).isFalse();
  }

  @Test
  void endsAReadThatGrowsTooLarge() throws Exception {
    String large = "x".repeat(6 << 20);
    putAll(large, large, large, large, large);
    assertThat(texts(0)).hasSize(3);
  }

  @Test
  void keepsWhatItTookAcrossARestart() throws Exception {
    List<Long> before = putAll("one", "two");
    spool = open();
    long after = spool.put("three");
    assertThat(after).isGreaterThan(before.getLast());
    assertThat(texts(0)).containsExactly("one", "two", "three");
  }

  @Test
  void givesNoNumberTwiceAfterEverythingWasForgotten() throws Exception {
    List<Long> numbers = putAll("one", "two");
    assertThat(texts(numbers.getLast())).isEmpty();
    spool = open();
    assertThat(spool.put("three")).isGreaterThan(numbers.getLast());
  }

  @Test
  void givesNoNumberTwiceThoughTheClockWasSetBack() throws Exception {
    List<Long> numbers = putAll("one", "two");
    assertThat(texts(numbers.getLast())).isEmpty();
    time.advance(Duration.ofDays(-30));
    spool = open();
    assertThat(spool.put("three")).isGreaterThan(numbers.getLast());
  }

  /** The cursor in the database remembers numbers that the folder no longer knows. */
  @Test
  void losesNothingWhenItsFolderWasLost() throws Exception {
    long cursor = putAll("one", "two", "three").getLast();
    deleteFolder();
    time.advance(Duration.ofSeconds(1));
    spool = open();
    spool.put("four");
    assertThat(texts(cursor)).containsExactly("four");
  }

  /** A crash before the rename: it was not acknowledged, and must not be half there. */
  @Test
  void knowsNothingOfAnEntryHalfWritten() throws Exception {
    long one = spool.put("one");
    Path folder = root.resolve("viber/spool");
    Path half = folder.resolve("%019d.new".formatted(one + 1));
    Files.writeString(half, "tw");
    spool = open();
    assertThat(texts(0)).containsExactly("one");
    assertThat(half).doesNotExist();
    assertThat(spool.put("two")).isGreaterThan(one);
    assertThat(texts(0)).containsExactly("one", "two");
  }

  @Test
  void readsPastANoteThatIsDamaged() throws Exception {
    long one = spool.put("one");
    assertThat(texts(one)).isEmpty();
    Files.writeString(root.resolve("viber/spool/last"), "");
    time.advance(Duration.ofSeconds(1));
    spool = open();
    assertThat(spool.put("two")).isGreaterThan(one);
  }

  @Test
  void refusesWhatDoesNotFitAnyMore() throws Exception {
    spool = new Spool(folder(), time, 10, 9);
    long one = spool.put("12345");
    assertThatThrownBy(() -> spool.put("67890"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("full");
    spool = new Spool(folder(), time, 10, 9);
    assertThatThrownBy(() -> spool.put("67890")).isInstanceOf(IOException.class);
    assertThat(texts(one)).isEmpty();
    assertThat(spool.put("67890")).isGreaterThan(one);
  }

  @Test
  void refusesOneEntryTooMany() throws Exception {
    spool = new Spool(folder(), time, 2, 100);
    long one = putAll("one", "two").getFirst();
    assertThatThrownBy(() -> spool.put("three")).isInstanceOf(IOException.class);
    assertThat(texts(one)).containsExactly("two");
    assertThat(spool.put("three")).isGreaterThan(one);
  }

  @Test
  void wakesWhoWaitsForAFirstEntry() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var found = threads.submit(() -> spool.after(0, 10, Duration.ofMinutes(1)));
      spool.put("one");
      assertThat(found.get()).extracting(Spool.Entry::text).containsExactly("one");
    }
  }

  @Test
  void numbersWhatTwoThreadsPutAtOnce() throws Exception {
    int each = 50;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<Long>> puts = () -> putAll(some(each));
      List<Future<List<Long>>> both = threads.invokeAll(List.of(puts, puts));
      assertThat(new HashSet<>(numbers(both))).hasSize(2 * each);
    }
    assertThat(spool.after(0, 1_000, Duration.ZERO))
        .hasSize(2 * each)
        .extracting(Spool.Entry::number)
        .isSorted();
  }

  private Spool open() {
    return new Spool(folder(), time);
  }

  private StateFolder folder() {
    return new StateFolders(root).of(new ChannelId("viber")).within("spool");
  }

  private List<Long> putAll(String... texts) throws IOException {
    var numbers = new ArrayList<Long>();
    for (String text : texts) {
      numbers.add(spool.put(text));
    }
    return numbers;
  }

  private List<String> texts(long number) throws IOException, InterruptedException {
    return spool.after(number, 100, Duration.ZERO).stream().map(Spool.Entry::text).toList();
  }

  private static List<Long> numbers(List<Future<List<Long>>> both)
      throws ExecutionException, InterruptedException {
    var all = new ArrayList<>(both.getFirst().get());
    all.addAll(both.getLast().get());
    return all;
  }

  private static String[] some(int count) {
    return IntStream.range(0, count).mapToObj(i -> "text " + i).toArray(String[]::new);
  }

  private void deleteFolder() throws IOException {
    try (var files = Files.walk(root.resolve("viber"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
