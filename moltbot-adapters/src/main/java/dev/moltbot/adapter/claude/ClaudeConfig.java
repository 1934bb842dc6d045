package dev.moltbot.adapter.claude;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.wire.Secret;
import java.net.URI;
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
