package dev.moltbot.adapter.linkedin;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Checks;
import dev.moltbot.channel.Readings;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.time.InstantSource;

/** Asks for the member's changelog. Thread-safe. */
final class Changelog {
  /** How long LinkedIn keeps events. */
  static final Duration KEPT = Duration.ofDays(28);

  /** Most events in one answer. */
  static final int MAX_COUNT = 50;

  static final Readings READINGS =
      new Readings(
          "LinkedIn",
          "Make a new token on LinkedIn's developer site (token generator, scope"
              + " r_dma_portability_member) and set MOLTBOT_LINKEDIN_READ_TOKEN; they end after 60"
              + " days.",
          "The changelog is for members in the EEA and Switzerland, with the scope"
              + " r_dma_portability_member. Without it, unset MOLTBOT_LINKEDIN_READ_TOKEN and"
              + " import your data export.");

  private final LinkedInApi api;
  private final Calls calls;
  private final Secret token;
  private final InstantSource time;

  Changelog(LinkedInApi api, Calls calls, Secret token, InstantSource time) {
    this.api = api;
    this.calls = calls;
    this.token = token;
    this.time = time;
  }

  /** Events from this time on, in milliseconds; what LinkedIn forgot is not asked for. */
  Answer<LinkedInApi.Page> from(long millis, int count) {
    long oldest = time.instant().minus(KEPT).toEpochMilli();
    return calls.make(api.changes("Bearer " + token.inHeader(), Math.max(millis, oldest), count));
  }

  /** Whether LinkedIn lets us read; {@code age} is what is known without asking. */
  Health health(Health age) {
    return switch (age) {
      case Health.Missing missing -> missing;
      case Health.Unreachable unreachable -> unreachable;
      case Health.Fine fine ->
          Checks.health(READINGS, from(time.instant().toEpochMilli(), 1), page -> fine);
    };
  }
}
