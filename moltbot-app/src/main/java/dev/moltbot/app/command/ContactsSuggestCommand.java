package dev.moltbot.app.command;

import dev.moltbot.port.PersonLine;
import dev.moltbot.port.Suggestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot contacts suggest}. */
@Command(
    name = "suggest",
    description = {
      "Decide who is one person: asks about one pair after the other, the likeliest first.",
      "A no is remembered. A yes is undone with: moltbot contacts split NAME"
    })
final class ContactsSuggestCommand implements Callable<Integer> {
  private static final int HANDLES = 3;

  @Mixin private Shared shared = new Shared();

  @Option(names = "--list", description = "Show them, and ask nothing.")
  private boolean list;

  @Option(names = "--limit", paramLabel = "N", description = "At most N. Default: 100")
  private int limit = 100;

  @Option(
      names = "--accept",
      paramLabel = "N",
      split = ",",
      description = "Merge these of the list.")
  private List<Integer> accept = new ArrayList<>();

  @Option(
      names = "--refuse",
      paramLabel = "N",
      split = ",",
      description = "Keep these of the list apart.")
  private List<Integer> refuse = new ArrayList<>();

  @Override
  public Integer call() {
    return Deciding.with(shared, this::suggest);
  }

  int suggest(Deciding deciding) {
    List<Suggestion> all = deciding.contacts().suggestions(Math.max(0, limit));
    if (!accept.isEmpty() || !refuse.isEmpty()) {
      return decide(deciding, all);
    }
    if (shared.json()) {
      shared.output().json(Map.of("suggestions", fields(all)));
    } else if (list) {
      shared.print(table(all));
    } else {
      ask(deciding, all);
    }
    return Exit.OK;
  }

  /** By number, as the list has them. */
  private int decide(Deciding deciding, List<Suggestion> all) {
    var numbers = new ArrayList<>(accept);
    numbers.addAll(refuse);
    if (numbers.stream().anyMatch(n -> n < 1 || n > all.size()) || !distinct(numbers)) {
      shared
          .output()
          .talk()
          .println("There are 1 to " + all.size() + ", each once. Nothing was changed.");
      return Exit.USAGE;
    }
    int accepted = 0;
    int refused = 0;
    for (int n : accept) {
      accepted += merge(deciding, all.get(n - 1)) ? 1 : 0;
    }
    for (int n : refuse) {
      refused += refuse(deciding, all.get(n - 1)) ? 1 : 0;
    }
    return told(accepted, refused);
  }

  private static boolean distinct(List<Integer> numbers) {
    return numbers.stream().distinct().count() == numbers.size();
  }

  private int told(int accepted, int refused) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("accepted", accepted);
    fields.put("refused", refused);
    shared.say(fields, accepted + " merged, " + refused + " kept apart.");
    return Exit.OK;
  }

  private static boolean merge(Deciding deciding, Suggestion one) {
    return deciding
        .contacts()
        .merge(one.first().id(), one.second().id(), deciding.now())
        .isPresent();
  }

  private static boolean refuse(Deciding deciding, Suggestion one) {
    return deciding.contacts().refuse(one.firstHandle(), one.secondHandle(), deciding.now());
  }

  private void ask(Deciding deciding, List<Suggestion> all) {
    if (all.isEmpty()) {
      shared.output().talk().println("Nobody to decide about.");
      return;
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < all.size(); i++) {
      Suggestion one = all.get(i);
      show(one, i + 1, all.size());
      switch (answer(in)) {
        case 'y' -> accepted += merge(deciding, one) ? 1 : 0;
        case 'n' -> refused += refuse(deciding, one) ? 1 : 0;
        case 'q' -> i = all.size();
        default -> shared.output().talk().println("Left for later.");
      }
    }
    told(accepted, refused);
  }

  private void show(Suggestion one, int number, int count) {
    var out = shared.output().data();
    out.printf("%n%d of %d: one person?  %s%n", number, count, percent(one));
    for (PersonLine person : List.of(one.first(), one.second())) {
      out.println(
          "  "
              + Deciding.name(person)
              + "  ("
              + TextWidth.plain(WhichPerson.handles(person, HANDLES))
              + ")");
    }
    out.println("  because: " + String.join("; ", one.reasons()));
  }

  private static String percent(Suggestion one) {
    return Math.round(100 * one.score()) + " %";
  }

  /** The first letter; the end of input means quit, so that a pipe cannot hang. */
  private char answer(BufferedReader in) {
    shared.output().talk().print("y(es), n(o), s(kip), q(uit): ");
    shared.output().talk().flush();
    try {
      String line = in.readLine();
      String said = line == null ? "q" : line.strip().toLowerCase(Locale.ROOT);
      return said.isEmpty() ? 's' : said.charAt(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table table(List<Suggestion> all) {
    var table = new Table("N", "SCORE", "ONE", "OTHER", "BECAUSE");
    for (int i = 0; i < all.size(); i++) {
      Suggestion one = all.get(i);
      table.row(
          Integer.toString(i + 1),
          percent(one),
          one.first().name().reveal(),
          one.second().name().reveal(),
          String.join("; ", one.reasons()));
    }
    return table;
  }

  private static List<Map<String, Object>> fields(List<Suggestion> all) {
    var fields = new ArrayList<Map<String, Object>>();
    for (Suggestion one : all) {
      var each = new LinkedHashMap<String, Object>();
      each.put("n", fields.size() + 1);
      each.put("score", one.score());
      each.put("reasons", one.reasons());
      each.put("first", PersonFields.of(one.first()));
      each.put("second", PersonFields.of(one.second()));
      fields.add(each);
    }
    return fields;
  }
}
