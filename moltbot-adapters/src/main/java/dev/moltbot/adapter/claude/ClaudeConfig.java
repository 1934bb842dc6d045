package dev.moltbot.adapter.claude;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the drafter needs to know. Everything in it is the owner's own and trusted.
 *
 * @param base address of the API; another than {@link #ANTHROPIC} only in tests
 * @param model a name that {@link #modelRefusal} accepts
 * @param identity who Moltbot writes as: the text of {@code identity.md}, or empty
 * @param skills how to write on a channel: the text of {@code skills/<channel>.md}
 */
public record ClaudeConfig(
    URI base, Secret apiKey, String model, String identity, Map<ChannelId, String> skills) {
  public static final URI ANTHROPIC = URI.create("https://api.anthropic.com/");
  public static final String DEFAULT_MODEL = "claude-opus-5-5";

  public static final Setting KEY =
      Setting.secret(
              "MOLTBOT_ANTHROPIC_KEY",
              "API key made for Moltbot alone, from the Claude console under API keys")
          .by(
              "Open https://platform.claude.com/settings/keys, make a key named moltbot, and set a",
              "spend limit for its workspace. The console shows the key once.");
  static final Setting MODEL =
      Setting.optional(
          "MOLTBOT_ANTHROPIC_MODEL",
          "the model that drafts: claude-opus, claude-sonnet or claude-fable, 4.5 or newer",
          DEFAULT_MODEL);
  static final Setting ADDRESS =
      Setting.optional(
          "MOLTBOT_ANTHROPIC_URL",
          "address of the Claude API; only for tests",
          ANTHROPIC.toString());

  /** What the owner can set. */
  public static final List<Setting> SETTINGS = List.of(KEY, MODEL, ADDRESS);

  /** Longest {@code identity.md} and longest skill, in UTF-16 units: every call pays for them. */
  public static final int MAX_TEXT_CHARS = 20_000;

  public ClaudeConfig {
    skills = Map.copyOf(skills);
    modelRefusal(model)
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    check("identity.md", identity);
    skills.forEach((channel, text) -> check("skills/" + channel + ".md", text));
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static ClaudeConfig from(
      Settings settings, String identity, Map<ChannelId, String> skills) {
    return new ClaudeConfig(
        settings.address(ADDRESS), key(settings), model(settings), identity, skills);
  }

  private static Secret key(Settings settings) {
    Secret key = settings.secret(KEY);
    if (!key.fitsHeader()) {
      settings.problem(KEY, "holds a character that no API key has");
    }
    return key;
  }

  private static String model(Settings settings) {
    String model = settings.text(MODEL);
    Optional<String> refusal = modelRefusal(model);
    refusal.ifPresent(why -> settings.problem(MODEL, "cannot be used: " + why));
    return refusal.isPresent() ? DEFAULT_MODEL : model;
  }

  /** Why this model may not draft, as one line for the owner; empty if it may. */
  public static Optional<String> modelRefusal(String model) {
    return ModelPolicy.refusal(model);
  }

  /** How to write on the channel; empty where the owner wrote nothing about it. */
  String skill(ChannelId channel) {
    return skills.getOrDefault(channel, "");
  }

  private static void check(String file, String text) {
    if (text.length() > MAX_TEXT_CHARS) {
      throw new IllegalArgumentException(
          file + " is " + text.length() + " characters, limit " + MAX_TEXT_CHARS);
    }
  }

  /** Neither the key nor the owner's texts. */
  @Override
  public String toString() {
    return "ClaudeConfig[" + base.getHost() + ", " + model + "]";
  }
}
