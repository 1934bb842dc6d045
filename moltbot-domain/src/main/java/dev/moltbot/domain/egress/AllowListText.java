package dev.moltbot.domain.egress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the list line by line; a line that makes no sense is a problem with its number. */
final class AllowListText {
  /** Most lines. */
  static final int MAX_LINES = 1_000;

  private static final Pattern HOST =
      Pattern.compile("(?=.{1,253}$)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");

  private static final Set<String> METHODS = Set.of("GET", "POST");
  private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");
  private static final Pattern HEADER = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final long MIB = 1L << 20;

  private final List<String> problems = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();
  private int number;

  AllowList.Parsed read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() > MAX_LINES) {
      problems.add("over " + MAX_LINES + " lines");
      lines = List.of();
    }
    for (String line : lines) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        line(line, List.of(line.strip().split("\\s+")));
      }
    }
    endpoints.stream()
        .filter(one -> one.rules().isEmpty() && !(one.reach() instanceof Reach.Tunnel))
        .forEach(one -> problems.add(one + " has no rule, so nothing of it can be used"));
    return new AllowList.Parsed(new AllowList(endpoints), problems);
  }

  private void line(String line, List<String> words) {
    if (!line.startsWith(" ")) {
      endpoint(words);
    } else if (endpoints.isEmpty()) {
      problem("belongs to no address");
    } else if (words.getFirst().equals("key")) {
      key(words);
    } else {
      rule(words);
    }
  }

  /** {@code HOST:PORT for CALLER[,CALLER] [tunnel N MiB an hour | on the host]}. */
  private void endpoint(List<String> words) {
    String[] address = words.getFirst().split(":", -1);
    if (words.size() < 3 || !words.get(1).equals("for") || address.length != 2) {
      problem("is not HOST:PORT for CONTAINER");
      return;
    }
    int port = number(address[1], 65_535);
    if (!HOST.matcher(address[0]).matches() || port < 1) {
      problem("names no host and port");
      return;
    }
    if (!addresses.add(words.getFirst())) {
      problem("names an address a second time");
    }
    endpoints.add(
        new Endpoint(
            address[0],
            port,
            callers(words.get(2)),
            reach(words.subList(3, words.size())),
            List.of(),
            List.of()));
  }

  private List<Caller> callers(String words) {
    var callers = new ArrayList<Caller>();
    for (String word : words.split(",", -1)) {
      Caller.of(word).ifPresentOrElse(callers::add, () -> problem("names no container of ours"));
    }
    return callers;
  }

  private Reach reach(List<String> words) {
    if (words.isEmpty()) {
      return new Reach.Inspected();
    }
    if (words.equals(List.of("on", "the", "host"))) {
      return new Reach.OnTheHost();
    }
    boolean tunnel = words.size() == 5 && words.getFirst().equals("tunnel");
    int size = tunnel ? number(words.get(1), (int) (Reach.Tunnel.MOST / MIB)) : 0;
    if (size < 1 || !words.subList(2, 5).equals(List.of("MiB", "an", "hour"))) {
      problem("ends in neither: tunnel N MiB an hour, nor: on the host");
      return new Reach.Inspected();
    }
    return new Reach.Tunnel(size * MIB);
  }

  /** {@code key HEADER SETTING} or {@code key HEADER granted by HOST}. */
  private void key(List<String> words) {
    boolean granted = words.size() == 5 && words.subList(2, 4).equals(List.of("granted", "by"));
    boolean set = words.size() == 3 && SETTING.matcher(words.get(2)).matches();
    if (!(granted || set) || !HEADER.matcher(words.get(1)).matches()) {
      problem("is neither: key HEADER SETTING, nor: key HEADER granted by HOST");
      return;
    }
    Key.Source source =
        granted ? new Key.Source.GrantedBy(words.get(4)) : new Key.Source.Set(words.get(2));
    Endpoint last = endpoints.removeLast();
    var keys = new ArrayList<Key>(last.keys());
    keys.add(new Key(words.get(1), source));
    endpoints.add(
        new Endpoint(last.host(), last.port(), last.callers(), last.reach(), keys, last.rules()));
  }

  /** {@code METHOD PATH [to SETTING | to who wrote to us]}. */
  private void rule(List<String> words) {
    if (words.size() < 2 || !METHODS.contains(words.getFirst())) {
      problem("is neither a key nor METHOD PATH, with GET or POST");
      return;
    }
    if (!PathPattern.isPath(words.get(1))) {
      problem("has a path that is not one");
      return;
    }
    Endpoint last = endpoints.removeLast();
    var rules = new ArrayList<Rule>(last.rules());
    Addressee to = addressee(words.subList(2, words.size()));
    rules.add(new Rule(words.getFirst(), new PathPattern(words.get(1)), to));
    endpoints.add(
        new Endpoint(last.host(), last.port(), last.callers(), last.reach(), last.keys(), rules));
  }

  private Addressee addressee(List<String> words) {
    if (words.isEmpty()) {
      return new Addressee.Anybody();
    }
    if (words.equals(List.of("to", "who", "wrote", "to", "us"))) {
      return new Addressee.WroteToUs();
    }
    if (words.size() == 2
        && words.getFirst().equals("to")
        && SETTING.matcher(words.get(1)).matches()) {
      return new Addressee.Owner(words.get(1));
    }
    problem("ends in neither: to SETTING, nor: to who wrote to us");
    return new Addressee.WroteToUs();
  }

  private int number(String digits, int most) {
    int value = digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    return value > most ? 0 : value;
  }

  private void problem(String what) {
    problems.add("line " + number + " " + what);
  }
}
