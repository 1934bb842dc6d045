package dev.moltbot.app.inspection;

import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.domain.credential.CredentialName;
import dev.moltbot.domain.credential.Rotation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The credentials themselves: each one's own, whole, young, and the owner the only one heard. */
final class Credentials {
  private static final String ROTATE =
      "make a new one, put it into .env, and take the old one back: ";
  private static final int MIN_CHARS = 8;
  private static final int MIN_KINDS = 4;
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "changeme",
          "change-me",
          "placeholder",
          "example",
          "your-",
          "your_",
          "xxx",
          "todo",
          "secret",
          "password",
          "dummy",
          "123456",
          "<");

  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              "credentials.dedicated",
              "no two services share a credential",
              "one that is shared cannot be taken back for one service alone",
              Credentials::dedicated),
          Check.critical(
              "credentials.not-shared",
              "no other program's variable holds one of our credentials",
              "a key that another program has, too, is on that program's list of leaks",
              Credentials::notShared),
          Check.warning(
              "credentials.not-in-environment",
              "credentials come from .env and not from the process environment",
              "the environment is shown by docker inspect and handed on to every child process",
              Credentials::notInEnvironment),
          Check.critical(
              "credentials.no-placeholder",
              "no credential is a placeholder or a weak word",
              "what can be guessed protects nothing",
              Credentials::noPlaceholder),
          Check.critical(
              "credentials.desk-token-shape",
              "the control bot's token has the form of one",
              "a token that was cut or mistyped leaves you without alerts and without a brake",
              scene -> shape(scene, DeskConfig.TOKEN.key(), "\\d{6,12}:[A-Za-z0-9_-]{30,50}")),
          Check.critical(
              "credentials.anthropic-key-shape",
              "Claude's key has the form of one",
              "no draft is written with a key that was cut or mistyped",
              scene -> shape(scene, ClaudeConfig.KEY.key(), "sk-ant-[A-Za-z0-9_-]{8,}")),
          Check.critical(
              "credentials.revocable",
              "it is known where each credential is taken back",
              "after a leak every minute counts",
              Credentials::revocable),
          Check.critical(
              "credentials.age",
              "no credential is older than " + Rotation.MAX_DAYS + " days",
              "a leak that nobody noticed ends with the credential",
              Credentials::age),
          Check.critical(
              "credentials.refresh-token-outside",
              "Gmail's long-lived token is not in the sandbox",
              "it opens the mailbox for years, from anywhere",
              Credentials::outside),
          Check.critical(
              "credentials.whatsapp-session-key",
              "the key of WhatsApp's link is 32 random bytes",
              "whoever copies the disk could guess a weaker one and take the link over",
              Credentials::sessionKey));

  private Credentials() {}

  private static String value(Scene scene, String key) {
    return scene.values().getOrDefault(key, "").strip();
  }

  /** What is set, by name. */
  private static Map<String, String> set(Scene scene) {
    var set = new TreeMap<String, String>();
    for (CredentialName name : Revocation.where().keySet()) {
      if (!value(scene, name.value()).isEmpty()) {
        set.put(name.value(), value(scene, name.value()));
      }
    }
    return set;
  }

  private static Outcome dedicated(Scene scene) {
    var owners = new HashMap<String, String>();
    for (Map.Entry<String, String> one : set(scene).entrySet()) {
      String other = owners.putIfAbsent(one.getValue(), one.getKey());
      // The broker's word for "not here" stands in two settings, and is no credential.
      if (other != null && !one.getValue().equals("held-by-the-broker")) {
        return Outcome.found(
            one.getKey() + " is the same as " + other, ROTATE + where(one.getKey()));
      }
    }
    return Outcome.fine(owners.size() + " credentials, no two the same");
  }

  private static Outcome notShared(Scene scene) {
    Set<String> ours = Set.copyOf(set(scene).values());
    List<String> others =
        scene.site().process().entrySet().stream()
            .filter(one -> !one.getKey().startsWith("MOLTBOT_"))
            .filter(one -> ours.contains(one.getValue().strip()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return others.isEmpty()
        ? Outcome.fine("none does")
        : Outcome.found(
            String.join(", ", others) + " holds a credential of Moltbot's",
            "make one for Moltbot alone, and put it into .env");
  }

  private static Outcome notInEnvironment(Scene scene) {
    List<String> there =
        set(scene).keySet().stream()
            .filter(name -> !scene.site().process().getOrDefault(name, "").isBlank())
            .toList();
    return there.isEmpty()
        ? Outcome.fine("none is there")
        : Outcome.found(
            String.join(", ", there) + " in the process environment", "move it into .env");
  }

  private static Outcome noPlaceholder(Scene scene) {
    List<String> weak =
        set(scene).entrySet().stream()
            .filter(one -> weak(one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return weak.isEmpty()
        ? Outcome.fine("none of " + set(scene).size())
        : Outcome.found(
            String.join(", ", weak) + " is no real credential",
            "get a real one: " + where(weak.getFirst()));
  }

  private static boolean weak(String value) {
    String low = value.toLowerCase(Locale.ROOT);
    return !low.equals("held-by-the-broker")
        && (value.length() < MIN_CHARS
            || value.chars().distinct().count() < MIN_KINDS
            || PLACEHOLDERS.stream().anyMatch(low::startsWith));
  }

  private static Outcome shape(Scene scene, String key, String shape) {
    String value = value(scene, key);
    if (value.isEmpty()) {
      return Outcome.unknown(key + " is not set");
    }
    return value.matches(shape)
        ? Outcome.fine(key + " looks right")
        : Outcome.found(key + " does not look like one", "copy it whole: " + where(key));
  }

  private static Outcome revocable(Scene scene) {
    List<String> unknown =
        scene.values().keySet().stream()
            .filter(key -> key.matches("MOLTBOT_.*_(TOKEN|KEY|SECRET|PASSWORD)"))
            .filter(key -> !Revocation.where().containsKey(new CredentialName(key)))
            .sorted()
            .toList();
    return unknown.isEmpty()
        ? Outcome.fine(
            set(scene).keySet().stream()
                .map(key -> key + ": " + where(key))
                .collect(Collectors.joining("; ")))
        : Outcome.found(
            "nobody wrote down where " + unknown.getFirst() + " is taken back",
            "ask the author of its channel");
  }

  private static String where(String key) {
    return Revocation.where().getOrDefault(new CredentialName(key), "");
  }

  private static Outcome age(Scene scene) throws IOException {
    List<Rotation> known = FirstSeen.of(scene);
    if (known.isEmpty()) {
      return Outcome.unknown("nothing is written down in " + scene.home().resolve(FirstSeen.FILE));
    }
    var old = new ArrayList<String>();
    for (Rotation one : known) {
      if (one.state(scene.today()) == Rotation.State.OVERDUE) {
        old.add(one.name() + " (" + one.age(scene.today()) + " days)");
      }
    }
    return old.isEmpty()
        ? Outcome.fine(
            "the oldest of " + known.size() + " is " + oldest(scene, known) + " days old")
        : Outcome.found(
            String.join(", ", old), ROTATE + where(old.getFirst().replaceFirst(" .*", "")));
  }

  private static long oldest(Scene scene, List<Rotation> known) {
    return known.stream().mapToLong(one -> one.age(scene.today())).max().orElse(0);
  }

  private static Outcome outside(Scene scene) {
    if (!scene.inContainer()) {
      return Outcome.unknown("this is no container");
    }
    boolean gmail = !value(scene, "MOLTBOT_GMAIL_REFRESH_TOKEN").isEmpty();
    boolean broker = !value(scene, "MOLTBOT_GMAIL_TOKEN_URL").isEmpty();
    return !gmail || broker
        ? Outcome.fine(gmail ? "the broker holds it" : "Gmail is not set up")
        : Outcome.found(
            "MOLTBOT_GMAIL_REFRESH_TOKEN opens Gmail from in here",
            "let the broker hold it: docs/security.md, Gmail's refresh token");
  }

  private static Outcome sessionKey(Scene scene) {
    String key = value(scene, "MOLTBOT_WHATSAPP_SESSION_KEY");
    if (key.isEmpty()) {
      return Outcome.unknown("WhatsApp is not set up");
    }
    return key.matches("[A-Za-z0-9+/]{43}=")
        ? Outcome.fine("32 bytes")
        : Outcome.found("it is not 32 bytes in base64", "openssl rand -base64 32, then link anew");
  }
}
