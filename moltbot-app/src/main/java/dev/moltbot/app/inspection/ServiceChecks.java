package dev.moltbot.app.inspection;

import dev.moltbot.app.inspection.Services.Reading;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/** What only the services themselves know. */
final class ServiceChecks {
  /** For the doctor: whether they answer, and what is missing. */
  static final List<Check> WORKING = working();

  /** For a deep audit. */
  static final List<Check> CHECKS =
      List.of(
          Check.critical(
                  "credentials.bot-reachable",
                  "the control bot is there, and the token is its own",
                  "without it you are not told and cannot stop anything",
                  scene -> new Services(scene).desk(Reading.SAFE))
              .onlyDeep(),
          Check.critical(
                  "credentials.anthropic-key-accepted",
                  "Claude takes the key",
                  "a key that was taken back elsewhere may have leaked",
                  scene -> new Services(scene).claude(Reading.SAFE))
              .onlyDeep(),
          Check.critical(
                  "credentials.gmail-scopes",
                  "Gmail grants reading and sending, exactly these two",
                  "a token that may do more can be made to do more",
                  scene -> new Services(scene).channel(gmail(), Reading.SAFE))
              .onlyDeep(),
          Check.critical(
                  "runtime.alert-delivered",
                  "an alert that is sent arrives",
                  "what nobody is told nobody stops",
                  scene -> new Services(scene).alert())
              .onlyDeep());

  private ServiceChecks() {}

  private static Channel gmail() {
    return Installed.CHANNELS.stream()
        .filter(channel -> channel.name().equals("gmail"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Check> working() {
    var checks = new ArrayList<Check>();
    checks.add(
        Check.critical(
            "service.desk",
            "the control bot answers",
            "nothing is read, drafted or sent while it does not",
            scene -> new Services(scene).desk(Reading.WORKS)));
    checks.add(
        Check.critical(
            "service.claude",
            "Claude answers, and takes key and model",
            "nothing is drafted while it does not",
            scene -> new Services(scene).claude(Reading.WORKS)));
    for (Channel channel : Installed.CHANNELS) {
      checks.add(
          Check.critical(
              "service." + channel.name(),
              channel.name() + " answers, and everything it needs is there",
              "nothing comes from it and nothing goes there while it does not",
              scene -> new Services(scene).channel(channel, Reading.WORKS)));
    }
    return checks;
  }
}
