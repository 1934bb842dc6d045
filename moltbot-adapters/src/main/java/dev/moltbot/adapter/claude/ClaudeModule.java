package dev.moltbot.adapter.claude;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.Drafter;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Installs Claude as the drafter. */
public final class ClaudeModule extends AbstractModule {
  /** Longest wait for an answer, which comes in one piece; below the port's 120 seconds. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(115);

  /** Longest wait for the answer to a check, within the port's 20 seconds. */
  static final Duration CHECK_TIMEOUT = Duration.ofSeconds(15);

  /** Largest answer read, in bytes. */
  static final long MAX_RESPONSE_BYTES = 1 << 20;

  private final ClaudeConfig config;

  public ClaudeModule(ClaudeConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  Drafter drafter(HttpClients clients, AuditLog audit, InstantSource time, RandomGenerator random) {
    return new ClaudeDrafter(
        api(config, clients, CALL_TIMEOUT), config, audit, time, new Backoff(random));
  }

  /** How Anthropic is asked whether key and model are good, at no cost. */
  public static ChannelCheck check(
      ClaudeConfig config, HttpClients clients, InstantSource time, RandomGenerator random) {
    return new ClaudeCheck(api(config, clients, CHECK_TIMEOUT), config, time, new Backoff(random));
  }

  static ClaudeApi api(ClaudeConfig config, HttpClients clients, Duration timeout) {
    HttpLimits limits = HttpLimits.DEFAULT.waiting(timeout).reading(MAX_RESPONSE_BYTES);
    return new Retrofit.Builder()
        .baseUrl(config.base().toString())
        .client(clients.client("claude", limits, config.base()))
        .addConverterFactory(MoshiConverterFactory.create())
        .build()
        .create(ClaudeApi.class);
  }
}
