package dev.moltbot.app.inspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a run of checks came to, in the order of the checks. */
public record Findings(List<Finding> all) {
  /** If this is not so, nothing else can be said; see {@link #unreadable}. */
  public static final String READABLE = "configuration.readable";

  public Findings {
    all = List.copyOf(all);
  }

  /** Those that ended so. */
  public List<Finding> of(Status status) {
    return all.stream().filter(one -> one.status() == status).toList();
  }

  /** What there is to mend. */
  public List<Finding> toMend() {
    return all.stream().filter(one -> one.status().isFinding()).toList();
  }

  /** Whether the settings themselves could not be read. */
  public boolean unreadable() {
    return toMend().stream().anyMatch(one -> one.check().id().equals(READABLE));
  }

  /**
   * Whether something was found that counts.
   *
   * @param strict whether warnings count, too
   */
  public boolean bad(boolean strict) {
    return toMend().stream()
        .filter(one -> one.check().severity() != Severity.INFO)
        .anyMatch(one -> strict || one.status() == Status.FAIL);
  }

  /** As {@code --json} shows it. */
  public Map<String, Object> fields() {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("checks", all.size());
    for (Status status : Status.values()) {
      summary.put(status.word(), of(status).size());
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("checks", all.stream().map(Finding::fields).toList());
    fields.put("summary", summary);
    return fields;
  }
}
