package dev.moltbot.adapter.report;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Day;
import dev.moltbot.port.Overview.Drafted;
import dev.moltbot.port.Overview.Exchange;
import dev.moltbot.port.Overview.Fate;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overview.ReplyTimes;
import dev.moltbot.port.Overview.Said;
import dev.moltbot.port.Overview.Tie;
import dev.moltbot.port.Overview.Waiting;
import dev.moltbot.port.ReportWriter.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A life that nobody lives: people, groups and messages, the same for the same seed. */
final class Invented {
  static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  private static final List<String> FIRST =
      List.of(
          ("Ada Boris Clara Dmytro Elena Farid Greta Hugo Ines Jonas Katya Leo Mira Nils Oksana Pavel"
                  + " Quinn Rosa Stefan Tamara Ulf Vera Wanda Yusuf Zoe Олена Тарас Марія Amir Bela"
                  + " Chiara Dora Emil Fiona Gustav Hana Ilya Jana Karim Lena")
              .split(" "));

  private static final List<String> LAST =
      List.of(
          ("Abel Brandt Castell Dorosh Ekberg Falk Grün Hadley Ivanchuk Jansen Kovalenko Lindgren"
                  + " Marsh Novak Ortega Petrenko Quist Rossi Shevchuk Toivonen Ullman Vance Weiss"
                  + " Xanthis Yilmaz Zeller Мельник Бондар Almond Birch Cedar Dale Elm Ford Glen")
              .split(" "));

  private static final List<String> CHANNELS =
      List.of("gmail", "whatsapp", "telegram", "linkedin", "instagram", "viber");

  private static final List<String> WORDS =
      List.of(
          "Could we move it to Thursday? I have the keys with me.",
          "The photos are lovely, thank you!",
          "I will bring the cake, you bring the candles.",
          "Did the plumber call back?",
          "See you at the station at ten past six.",
          "Here is the draft of the programme. What do you think of the second half?");

  private final Random random;
  private final int count;

  private Invented(int count, long seed) {
    this.count = count;
    this.random = new Random(seed);
  }

  static Overview people(int count, long seed) {
    return new Invented(count, seed).overview();
  }

  static Report report(Overview overview) {
    var audit = new Verification.Intact(18_204, "5f2a".repeat(16));
    return new Report(overview, audit, NOON, KYIV);
  }

  private Overview overview() {
    List<Person> people = IntStream.range(0, count).mapToObj(this::person).toList();
    return new Overview(
        new Overview.Totals(count + count / 3L, count * 2L, messages(people), count * 4L),
        people,
        ties(),
        days(),
        waiting(),
        drafts(),
        alerts(),
        List.of(new Overview.ModelUse("claude-opus-4", 118, 402_113, 31_870, 1_204_000, 80_100)));
  }

  private static long messages(List<Person> people) {
    return people.stream()
        .flatMap(person -> person.exchanges().stream())
        .mapToLong(one -> one.received() + one.sent() + one.shared())
        .sum();
  }

  private Person person(int place) {
    String first = FIRST.get(random.nextInt(FIRST.size()));
    String last = LAST.get(random.nextInt(LAST.size()));
    String plain = "person" + place;
    double closeness = 60 * Math.pow(1 - (double) place / count, 3);
    List<Exchange> exchanges = exchanges(place);
    boolean written = !exchanges.isEmpty();
    return new Person(
        new ContactId(new UUID(random.nextLong(), place)),
        new UntrustedText(first + " " + last),
        closeness,
        Stream.of(
                handle("gmail", plain + "@example.org"),
                handle("whatsapp", "+4477009" + String.format(Locale.ROOT, "%05d", place)))
            .limit(1 + place % 2)
            .toList(),
        exchanges,
        written ? List.of(said(place, false), said(place, true)) : List.of(),
        written && place < count / 2
            ? new ReplyTimes(
                3 + random.nextInt(40),
                Duration.ofMinutes(4 + random.nextInt(900)),
                2 + random.nextInt(40),
                Duration.ofMinutes(9 + random.nextInt(4_000)))
            : ReplyTimes.NONE,
        place % 9 == 0 ? List.of(new UntrustedText("choir")) : List.of(),
        place % 11 == 0 ? List.of(new UntrustedText("Likes tea, hates calls.")) : List.of());
  }

  private static Handle handle(String channel, String value) {
    return new Handle(new ChannelId(channel), value);
  }

  private Said said(int place, boolean byOwner) {
    Instant at = NOON.minus(Duration.ofHours(place * 3L + random.nextInt(40)));
    return new Said(byOwner, at, new UntrustedText(WORDS.get(random.nextInt(WORDS.size()))));
  }

  private List<Exchange> exchanges(int place) {
    if (place > count * 0.93) {
      return List.of();
    }
    int main = (group(place) * 5 + (random.nextInt(4) == 0 ? 1 : 0)) % CHANNELS.size();
    int several = place < count / 6 ? 1 + random.nextInt(3) : 1;
    var exchanges = new ArrayList<Exchange>();
    double much = 700 * Math.pow(1 - (double) place / count, 6) + 2;
    for (int i = 0; i < several; i++) {
      long some = 1 + (long) (much * random.nextDouble() / (i + 1));
      Instant last = NOON.minus(Duration.ofHours(place * 5L + random.nextInt(90)));
      exchanges.add(
          new Exchange(
              new ChannelId(CHANNELS.get((main + i) % CHANNELS.size())),
              some,
              some * 4 / 5,
              random.nextInt(30),
              last.minus(Duration.ofDays(100 + random.nextInt(1_500))),
              last));
    }
    return exchanges;
  }

  /** Every fourth person is in no group. */
  private int group(int place) {
    int groups = Math.clamp(count / 24, 3, 24);
    return place % 4 == 3 ? 0 : 1 + (place * 7 + place / 5) % groups;
  }

  private List<Tie> ties() {
    var ties = new ArrayList<Tie>();
    for (int one = 0; one < count; one++) {
      for (int tries = 0; tries < 90 && group(one) > 0; tries++) {
        int other = random.nextInt(count);
        boolean alike = group(one) == group(other) || random.nextInt(400) == 0;
        if (one < other && alike && group(other) > 0) {
          ties.add(new Tie(one, other, 1 + random.nextInt(9), 0.2 + random.nextDouble()));
        }
      }
    }
    return ties.stream().limit(count * 3L).toList();
  }

  private List<Day> days() {
    var days = new ArrayList<Day>();
    LocalDate today = LocalDate.of(2026, 3, 14);
    for (int back = 420; back >= 0; back--) {
      LocalDate day = today.minusDays(back);
      double week = day.getDayOfWeek().getValue() > 5 ? 0.5 : 1;
      for (int c = 0; c < CHANNELS.size(); c++) {
        long received = Math.round(week * random.nextInt(22) / (c + 1));
        if (received > 0) {
          days.add(new Day(day, new ChannelId(CHANNELS.get(c)), received, received * 2 / 3));
        }
      }
    }
    return days;
  }

  private List<Waiting> waiting() {
    return IntStream.range(0, Math.min(14, count))
        .mapToObj(i ->
            new Waiting(
                i * 2 % count,
                new ChannelId(CHANNELS.get(i % 3)),
                i % 2 == 0,
                NOON.minus(Duration.ofHours(200 - i * 13L)),
                new UntrustedText(WORDS.get(i % WORDS.size()))))
        .toList();
  }

  private List<Drafted> drafts() {
    var drafts = new ArrayList<Drafted>();
    var each = List.of(41, 17, 9, 4, 6, 1, 2).iterator();
    for (Fate fate : Fate.values()) {
      drafts.add(new Drafted(LocalDate.of(2026, 3, 12), fate, each.next()));
    }
    return drafts;
  }

  private static List<Overview.Raised> alerts() {
    return List.of(
        new Overview.Raised(
            Alert.Kind.CHANNEL_STOPPED,
            "gmail:me@example.org wants to be logged in to again. Nothing was lost. Run: moltbot"
                + " channels login gmail",
            NOON.minus(Duration.ofHours(31)),
            true),
        new Overview.Raised(
            Alert.Kind.STRANGER,
            "Somebody who is not you wrote to your control bot, and was not answered.",
            NOON.minus(Duration.ofDays(4)),
            false));
  }
}
