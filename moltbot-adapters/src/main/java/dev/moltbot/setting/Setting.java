package dev.moltbot.setting;

import java.util.List;

/**
 * One thing the owner can set.
 *
 * @param key the name in the environment or in {@code .env}
 * @param about what it is and where to get it, in one line
 * @param fallback used when it is not set; empty for none
 * @param kept file in the channel's own folder that holds it when it is not set, put there by the
 *     channel's login; empty for none
 * @param how the steps to get it, a line each, where {@code about} does not say enough
 */
public record Setting(
    String key, String about, String fallback, Need need, String kept, List<String> how) {

  public Setting {
    how = List.copyOf(how);
  }

  /** How much a setting matters and how carefully it is handled. */
  public enum Need {
    OPTIONAL,
    REQUIRED,
    /** Required, and never shown. */
    SECRET
  }

  public static Setting required(String key, String about) {
    return new Setting(key, about, "", Need.REQUIRED, "", List.of());
  }

  public static Setting secret(String key, String about) {
    return new Setting(key, about, "", Need.SECRET, "", List.of());
  }

  public static Setting optional(String key, String about, String fallback) {
    return new Setting(key, about, fallback, Need.OPTIONAL, "", List.of());
  }

  /** The same, and a login may keep it in this file of the channel's folder. */
  public Setting keptIn(String file) {
    return new Setting(key, about, fallback, need, file, how);
  }

  /** The same with the steps that lead to it. */
  public Setting by(String... steps) {
    return new Setting(key, about, fallback, need, kept, List.of(steps));
  }

  public boolean required() {
    return need != Need.OPTIONAL;
  }
}
