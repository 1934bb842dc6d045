package dev.moltbot.bench;

import dev.moltbot.mime.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How well people are told apart: {@code bench/identity [FILE.csv ...]}. Without a file, on the
 * sets of {@code identity-dev.tar.gz} in {@code MOLTBOT_CORPORA}. Several files joined by a plus
 * are one set.
 */
final class IdentityBench {
  static final List<String> SETS = List.of("dataset1.csv", "dataset2.csv", "fake_1000.csv");

  private IdentityBench() {}

  public static void main(String[] arguments) throws IOException {
    List<LabelledSet> sets = arguments.length == 0 ? known() : given(arguments);
    for (LabelledSet set : sets) {
      Resolution.of(set).print(set);
      HeldOut.print(set);
    }
    if (sets.isEmpty()) {
      System.out.println("nothing to measure: name a CSV file");
    }
  }

  /** The sets that are kept beside the project, or none. */
  static List<LabelledSet> known() throws IOException {
    var sets = new ArrayList<LabelledSet>();
    var corpus = Corpora.file("identity-dev.tar.gz");
    if (corpus.isPresent()) {
      Map<String, byte[]> files = Corpora.unpack(corpus.get());
      for (String name : SETS) {
        files.forEach((path, csv) -> {
          if (path.endsWith("/" + name)) {
            sets.add(LabelledSet.read(name, List.of(csv)));
          }
        });
      }
    }
    return sets;
  }

  private static List<LabelledSet> given(String[] arguments) throws IOException {
    var sets = new ArrayList<LabelledSet>();
    for (String argument : arguments) {
      var parts = new ArrayList<byte[]>();
      for (String part : argument.split("\\+", -1)) {
        parts.add(Files.readAllBytes(Path.of(part)));
      }
      sets.add(LabelledSet.read(argument, parts));
    }
    return sets;
  }
}
