package dev.moltbot.app.inspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as SARIF 2.1.0, for whoever collects those of many tools. */
public final class Sarif {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private Sarif() {}

  /** One run with what there is to mend; every check is a rule. */
  public static Map<String, Object> of(Findings findings, String version) {
    var checks = findings.all().stream().map(Finding::check).toList();
    var driver = new LinkedHashMap<String, Object>();
    driver.put("name", "moltbot security audit");
    driver.put("version", version);
    driver.put("rules", checks.stream().map(Sarif::rule).toList());
    var run = new LinkedHashMap<String, Object>();
    run.put("tool", Map.of("driver", driver));
    run.put(
        "results",
        findings.toMend().stream().map(one -> result(one, checks.indexOf(one.check()))).toList());
    var log = new LinkedHashMap<String, Object>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return log;
  }

  private static Map<String, Object> rule(Check check) {
    var rule = new LinkedHashMap<String, Object>();
    rule.put("id", check.id());
    rule.put("shortDescription", Map.of("text", check.title()));
    rule.put("fullDescription", Map.of("text", check.why()));
    rule.put("defaultConfiguration", Map.of("level", level(check.severity())));
    return rule;
  }

  private static Map<String, Object> result(Finding one, int rule) {
    String remedy = one.outcome().remedy().isEmpty() ? "" : ". Remedy: " + one.outcome().remedy();
    var result = new LinkedHashMap<String, Object>();
    result.put("ruleId", one.check().id());
    result.put("ruleIndex", rule);
    result.put("kind", "fail");
    result.put("level", one.status() == Status.FAIL ? "error" : level(one));
    result.put("message", Map.of("text", one.outcome().seen() + remedy));
    result.put("locations", List.of(location(one.check().family())));
    return result;
  }

  /** No finding is about a line of a file. */
  private static Map<String, Object> location(String family) {
    return Map.of("logicalLocations", List.of(Map.of("name", family, "kind", "module")));
  }

  private static String level(Finding one) {
    return one.check().severity() == Severity.INFO ? "note" : "warning";
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "error";
      case WARN -> "warning";
      case INFO -> "note";
    };
  }
}
