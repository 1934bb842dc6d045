package dev.moltbot.app.onboarding;

import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.util.function.Function;

/**
 * One setting to ask for.
 *
 * @param offered what counts when the person only presses Enter; empty for nothing
 * @param service asks its service about all that is set with the answer among it
 */
record Question(Setting setting, String offered, Function<Settings, Verdict> service) {

  static Question of(Setting setting) {
    return new Question(setting, "", Question::byFormAlone);
  }

  /** Where Enter means this. */
  Question offering(String value) {
    return new Question(setting, value, service);
  }

  /** Where a service can say how good the answer is. */
  Question tried(Function<Settings, Health> check) {
    return new Question(setting, offered, settings -> Verdict.of(check.apply(settings)));
  }

  /** For an answer that no service can be asked about alone. */
  private static Verdict byFormAlone(Settings settings) {
    return new Verdict.Good("");
  }

  boolean secret() {
    return setting.need() == Setting.Need.SECRET;
  }
}
