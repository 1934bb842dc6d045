package dev.moltbot.app.inspection.deep;

import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditVerifier;
import dev.moltbot.domain.audit.Verification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Alters copies of a record, and sees whether verifying notices. Cutting off the end is not tried:
 * no chain can notice that by itself, and the owner's chat holds the head for it.
 *
 * @param verifying what is tried; another than {@link #OURS} only in tests
 */
public record AuditDrill(Function<List<AuditEntry>, Verification> verifying) {
  /** As {@code moltbot audit verify} does it. */
  public static final AuditDrill OURS = new AuditDrill(AuditDrill::verify);

  private static final int LEAST = 3;

  /** Tries it on the first entries of a record; three or more. */
  public Tried on(List<AuditEntry> entries) {
    if (entries.size() < LEAST) {
      return new Tried.NotTried("the record has fewer than " + LEAST + " entries");
    }
    if (!verifying.apply(entries).valid()) {
      return new Tried.NotTried("the record is broken already: moltbot audit verify");
    }
    List<String> unnoticed =
        altered(entries).entrySet().stream()
            .filter(copy -> verifying.apply(copy.getValue()).valid())
            .map(Map.Entry::getKey)
            .toList();
    return unnoticed.isEmpty()
        ? new Tried.Refused(altered(entries).size() + " ways of altering a copy, all noticed")
        : new Tried.WentThrough("not noticed: " + String.join(", ", unnoticed));
  }

  private static Map<String, List<AuditEntry>> altered(List<AuditEntry> entries) {
    int at = entries.size() / 2;
    AuditEntry e = entries.get(at);
    Map<String, List<AuditEntry>> copies = new LinkedHashMap<>();
    copies.put(
        "a changed payload",
        with(entries, at, entry(e, e.type(), e.payload().replace("{", "{ "), e.hash())));
    copies.put(
        "a changed type", with(entries, at, entry(e, e.type() + "s", e.payload(), e.hash())));
    copies.put("a changed hash", with(entries, at, entry(e, e.type(), e.payload(), e.previous())));
    List<AuditEntry> fewer = new ArrayList<>(entries);
    fewer.remove(at);
    copies.put("an entry left out", fewer);
    List<AuditEntry> more = new ArrayList<>(entries);
    more.add(at, e);
    copies.put("an entry put in", more);
    List<AuditEntry> moved = new ArrayList<>(entries);
    Collections.swap(moved, at, at - 1);
    copies.put("two entries exchanged", moved);
    return copies;
  }

  private static List<AuditEntry> with(List<AuditEntry> entries, int at, AuditEntry one) {
    List<AuditEntry> copy = new ArrayList<>(entries);
    copy.set(at, one);
    return copy;
  }

  private static AuditEntry entry(AuditEntry e, String type, String payload, String hash) {
    return new AuditEntry(e.sequence(), e.at(), type, payload, e.previous(), hash);
  }

  private static Verification verify(List<AuditEntry> entries) {
    var verifier = new AuditVerifier();
    for (AuditEntry entry : entries) {
      if (!verifier.accept(entry)) {
        break;
      }
    }
    return verifier.result();
  }
}
