package dev.moltbot.setting;

import dev.moltbot.wire.Secret;
import dev.moltbot.wire.ThisMachine;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of settings. A missing or unreadable value is noted as a problem and answered with a
 * harmless stand-in; whoever reads settings looks at {@link #problems} before using any.
 *
 * <p>Not thread-safe: read once, at start.
 */
public final class Settings {
  private static final Secret STAND_IN = Secret.of("not-set");

  /** The port at which everything is thrown away. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  private final Map<String, String> values;
  private final List<String> problems;

  public Settings(Map<String, String> values) {
    this(Map.copyOf(values), new ArrayList<>());
  }

  private Settings(Map<String, String> values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** The values of these settings and no others; problems are noted in one place for both. */
  public Settings only(Collection<Setting> mine) {
    Set<String> keys = mine.stream().map(Setting::key).collect(Collectors.toSet());
    var few = new HashMap<>(values);
    few.keySet().retainAll(keys);
    return new Settings(Map.copyOf(few), problems);
  }

  public boolean has(Setting setting) {
    return !values.getOrDefault(setting.key(), "").isBlank();
  }

  public String text(Setting setting) {
    String value = values.getOrDefault(setting.key(), "").strip();
    if (!value.isEmpty()) {
      return value;
    }
    if (setting.required()) {
      problem(setting, "is not set: " + setting.about());
    }
    return setting.fallback();
  }

  public Secret secret(Setting setting) {
    String value = text(setting);
    if (value.isEmpty()) {
      return STAND_IN;
    }
    try {
      return Secret.of(value);
    } catch (IllegalArgumentException e) {
      problem(setting, "cannot be a credential: " + e.getMessage());
      return STAND_IN;
    }
  }

  /** A whole number. */
  public long number(Setting setting) {
    String value = text(setting);
    try {
      return value.isEmpty() ? 0 : Long.parseLong(value);
    } catch (NumberFormatException e) {
      problem(setting, "is not a whole number");
      return 0;
    }
  }

  /** A time such as {@code 20s}, {@code 5m}, {@code 12h} or {@code 3d}. */
  public Duration duration(Setting setting) {
    String value = text(setting).toUpperCase(Locale.ROOT);
    try {
      return value.endsWith("D") ? Duration.parse("P" + value) : Duration.parse("PT" + value);
    } catch (DateTimeParseException e) {
      problem(setting, "is not a time such as 20s, 5m, 12h or 3d");
      return Duration.ofDays(1);
    }
  }

  /**
   * Where a service is. Anything but the built-in address must be on this machine: otherwise a
   * changed line in a file could send everything elsewhere.
   */
  public URI address(Setting setting) {
    return folder(endpoint(setting));
  }

  /** A service of the owner's own, which is on this machine or nowhere. */
  public URI local(Setting setting) {
    String value = text(setting);
    if (onThisMachine(value)) {
      return folder(URI.create(value));
    }
    problem(setting, "must be an http address on this machine (127.0.0.1)");
    return NOWHERE;
  }

  private static URI folder(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? address : URI.create(text + "/");
  }

  /** As {@link #address}, for one exact address and not a service below it. */
  public URI endpoint(Setting setting) {
    String value = text(setting);
    if (value.equals(setting.fallback()) || onThisMachine(value)) {
      return URI.create(value);
    }
    problem(setting, "must be an http address on this machine (127.0.0.1); it is for tests only");
    return NOWHERE;
  }

  /** Everything that was wrong with what was read so far, one line each, no values in them. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Refuses one credential for two services: it could not be revoked for one alone, and two bots
   * with one token would take each other's updates.
   */
  public void keepApart(Collection<Setting> settings) {
    var owners = new HashMap<String, Setting>();
    for (Setting setting : settings) {
      Setting owner =
          setting.need() == Setting.Need.SECRET && has(setting)
              ? owners.putIfAbsent(values.getOrDefault(setting.key(), "").strip(), setting)
              : null;
      if (owner != null) {
        problem(setting, "is the same as " + owner.key() + "; each needs one of its own");
      }
    }
  }

  /** Adds a problem that only the reader can see. */
  public void problem(Setting setting, String what) {
    problems.add(setting.key() + " " + what);
  }

  private static boolean onThisMachine(String value) {
    try {
      URI uri = URI.create(value);
      String scheme = String.valueOf(uri.getScheme());
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && (scheme.equals("http") || scheme.equals("https"))
          && ThisMachine.is(uri.getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
