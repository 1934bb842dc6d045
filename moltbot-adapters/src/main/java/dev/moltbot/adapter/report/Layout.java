package dev.moltbot.adapter.report;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Exchange;
import dev.moltbot.port.Overview.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everyone stands: the owner in the middle, the closest nearest, people of one group in one
 * slice. Reckoned without chance, so that the same people stand where they stood. Units are pixels
 * at zoom 1.
 */
final class Layout {
  /** Fewer are no group worth a name. */
  static final int GROUP_MIN = 3;

  /** Turns by the golden angle, which never falls into rows (Vogel 1979). */
  private static final double GOLDEN = 0.6180339887498949;

  private static final double CENTRE = 90;
  private static final double GAP_RADIANS = 0.05;

  /** The picture's area, over that of all its dots: room for names. */
  private static final double ROOM = 7;

  /** A slice of the picture; {@code group} has the places of its people, the closest first. */
  record Slice(List<Integer> group, boolean tied, double from, double to) {}

  /** A dot. */
  record Dot(double x, double y, double radius) {}

  final List<Dot> dots = new ArrayList<>();
  final List<Slice> slices = new ArrayList<>();
  final double radius;
  private final List<Person> people;

  Layout(Overview overview) {
    people = overview.people();
    double area = people.stream().mapToDouble(Layout::size).map(r -> r * r).sum();
    radius = Math.max(300, CENTRE + Math.sqrt(area * ROOM));
    slice(groups(overview));
    place();
  }

  /** How far from the middle the person of this place in the order stands. */
  double distance(int place) {
    double share = (place + 0.5) / Math.max(people.size(), 1);
    return CENTRE + (radius - CENTRE) * Math.sqrt(share);
  }

  /** By the area: four times the messages, twice the width. */
  static double size(Person person) {
    double messages =
        person.exchanges().stream()
            .mapToDouble(e -> e.received() + e.sent() + e.shared() / 4.0)
            .sum();
    return 7 + Math.min(17, Math.sqrt(messages) / 1.6);
  }

  /** Where most was said; people only known from an address book have none. */
  static String channel(Person person) {
    return person.exchanges().stream()
        .findFirst()
        .map(Exchange::channel)
        .map(ChannelId::value)
        .orElse("");
  }

  /** Groups that are tied, then everyone else by channel. */
  private List<Slice> groups(Overview overview) {
    int[] number = Communities.of(people.size(), overview.ties());
    var tied = new TreeMap<Integer, List<Integer>>();
    for (int place = 0; place < number.length; place++) {
      tied.computeIfAbsent(number[place], n -> new ArrayList<>()).add(place);
    }
    var loose = new TreeMap<String, List<Integer>>();
    for (List<Integer> group : List.copyOf(tied.values())) {
      if (group.size() < GROUP_MIN) {
        group.forEach(place ->
            loose.computeIfAbsent(channel(people.get(place)), c -> new ArrayList<>()).add(place));
      }
    }
    tied.values().removeIf(group -> group.size() < GROUP_MIN);
    var all = new ArrayList<Slice>();
    tied.values().forEach(group -> all.add(new Slice(group, true, 0, 0)));
    loose.values().forEach(group -> group.sort(Comparator.naturalOrder()));
    loose.values().forEach(group -> all.add(new Slice(group, false, 0, 0)));
    all.sort(Comparator.comparing(this::main).thenComparingInt(s -> -s.group().size()));
    return all;
  }

  /** The channel most of a group are on, so that slices of one colour stand side by side. */
  private String main(Slice slice) {
    Map<String, Integer> count = new TreeMap<>();
    slice.group().forEach(place -> count.merge(channel(people.get(place)), 1, Integer::sum));
    return count.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void slice(List<Slice> groups) {
    double gaps = groups.size() > 1 ? GAP_RADIANS * groups.size() : 0;
    double weights = groups.stream().mapToDouble(this::weight).sum();
    double at = -Math.PI / 2;
    for (Slice group : groups) {
      double width = (2 * Math.PI - Math.min(gaps, 2)) * weight(group) / weights;
      slices.add(new Slice(group.group(), group.tied(), at, at + width));
      at += width + Math.min(gaps, 2) / groups.size();
    }
  }

  /** By the room that the dots of a slice take, and a little for being one. */
  private double weight(Slice slice) {
    double area =
        slice.group().stream().mapToDouble(p -> size(people.get(p))).map(r -> r * r).sum();
    return area + 0.004 * radius * radius;
  }

  private void place() {
    var angle = new double[people.size()];
    for (Slice slice : slices) {
      for (int k = 0; k < slice.group().size(); k++) {
        double turn = (0.5 + k * GOLDEN) % 1;
        angle[slice.group().get(k)] = slice.from() + (slice.to() - slice.from()) * turn;
      }
    }
    var apart = new Elbows(people.size());
    for (int i = 0; i < people.size(); i++) {
      double far = distance(i);
      apart.add(far * Math.cos(angle[i]), far * Math.sin(angle[i]), size(people.get(i)));
    }
    dots.addAll(apart.settled());
  }
}
