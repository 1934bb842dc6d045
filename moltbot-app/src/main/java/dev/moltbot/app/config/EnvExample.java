package dev.moltbot.app.config;

import dev.moltbot.setting.Setting;
import java.util.List;
import java.util.Map;

/** The text of {@code .env.example}: every setting there is, with what it is for. */
public final class EnvExample {
  private static final String HEAD =
      """
      # Every setting of Moltbot. Copy this file to .env, run chmod 600 .env, and fill in what you use.
      # The process environment wins over .env here, and that over .env in the workspace.
      # A line that starts with # is not set; what it shows is the default.
      """;

  private static final String BEGUN =
      """
      # The settings of this Moltbot; moltbot onboard fills in what it asks for. Yours to edit.
      # The process environment wins over this file.
      # A line that starts with # is not set; what it shows is the default.
      """;

  private EnvExample() {}

  /**
   * Writes it out.
   *
   * @param sections settings by the part they belong to
   */
  public static String text(Map<String, List<Setting>> sections) {
    return text(HEAD, sections);
  }

  /** The same as the beginning of somebody's own file. */
  public static String begun(Map<String, List<Setting>> sections) {
    return text(BEGUN, sections);
  }

  private static String text(String head, Map<String, List<Setting>> sections) {
    var text = new StringBuilder(head);
    sections.forEach((part, settings) -> {
      text.append("\n## ").append(part).append('\n');
      settings.forEach(setting -> text.append(lines(setting)));
    });
    return text.toString();
  }

  private static String lines(Setting setting) {
    String assignment = setting.key() + "=" + setting.fallback();
    String shown = setting.required() ? assignment : "#" + assignment;
    return "\n# " + setting.about() + "\n" + shown + "\n";
  }
}
