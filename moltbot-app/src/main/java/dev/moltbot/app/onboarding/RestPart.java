package dev.moltbot.app.onboarding;

import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.Spelling;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What came along besides what is asked for: optional settings, and names nobody knows. */
final class RestPart {
  private final Answers answers;
  private final Asking asking;
  private final Person person;

  RestPart(Answers answers, Asking asking, Person person) {
    this.answers = answers;
    this.asking = asking;
    this.person = person;
  }

  void take() {
    Map<String, Setting> known = known();
    for (String key : answers.given()) {
      Setting setting = known.get(key);
      if (setting == null) {
        String meant =
            Spelling.closest(key, known.keySet())
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        person.say(key + " is no setting of Moltbot" + meant);
      } else if (key.equals(Environment.HOME.key())) {
        person.say(key + " is taken from the environment only: it says where all this is written");
      } else if (!answers.has(setting)) {
        asking.take(Question.of(setting));
      } else if (!answers.kept().contains(key)) {
        person.say(key + " is set already, and was left as it is");
      }
    }
  }

  private Map<String, Setting> known() {
    var known = new LinkedHashMap<String, Setting>();
    Stream.concat(
            Installed.settings().values().stream().flatMap(List::stream),
            answers.trusted().channels().stream().flatMap(one -> one.settings().stream()))
        .forEach(setting -> known.put(setting.key(), setting));
    return known;
  }
}
