package dev.moltbot.app.inspection.deep.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a search came to; filled while it goes on. For one thread. */
public final class Searched {
  /** Places kept; who has more of them knows enough. */
  public static final int MAX_HITS = 100;

  /** Longest name shown, in characters. */
  private static final int MAX_NAME = 160;

  private final Search search;
  private final byte[] buffer = new byte[Pass.BUFFER];
  private final List<Hit> hits = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private long streams;
  private long bytes;

  Searched(Search search) {
    this.search = search;
  }

  /** Where something was found. */
  public List<Hit> hits() {
    return List.copyOf(hits);
  }

  /** What could not be searched to its end, with the reason; a hit may be in it. */
  public List<String> unread() {
    return List.copyOf(unread);
  }

  /** How many files, objects or tables were read. */
  public long streams() {
    return streams;
  }

  /** How much was read, in bytes, archives as what is in them. */
  public long bytes() {
    return bytes;
  }

  Pass pass(String place) {
    return search.pass(place, this);
  }

  /** One for all passes: they come one after the other. */
  byte[] buffer() {
    return buffer;
  }

  void hit(String place, long line, Needle needle) {
    var hit = new Hit(shown(place), line, needle.what(), needle instanceof Needle.Exact);
    if (hits.size() < MAX_HITS && !hits.contains(hit)) {
      hits.add(hit);
    }
  }

  void unread(String place, String why) {
    if (unread.size() < MAX_HITS) {
      unread.add(shown(place) + ": " + why);
    }
  }

  void read(long count) {
    streams++;
    bytes += count;
  }

  /** A name is a text of others, too, and a file can be called after a secret. */
  private String shown(String name) {
    if (search.isIn(name.getBytes(StandardCharsets.UTF_8))) {
      return "(something with a credential for a name)";
    }
    String plain = name.replaceAll("\\p{C}", "?");
    return plain.length() <= MAX_NAME ? plain : "..." + plain.substring(plain.length() - MAX_NAME);
  }
}
