package dev.moltbot.adapter.shinodo;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoOptional;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.squareup.moshi.Moshi;
import dev.moltbot.channel.Calls;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.ContextSource;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Installs Shinodo: as a source of context, and as who answers {@code /ask}. */
public final class ShinodoModule extends AbstractModule {
  private static final String SERVICE = "shinodo";

  /** Longest call of the agent; asking makes two at most, in the port's 30 seconds. */
  static final Duration ASK_TIMEOUT = Duration.ofSeconds(12);

  /** Largest answer read, in bytes; what a draft or the owner is shown of it is far less. */
  static final long MAX_ANSWER_BYTES = 1 << 20;

  private final ShinodoConfig config;
  private final ShinodoContext.Patience patience;
  private final Duration askTimeout;

  public ShinodoModule(ShinodoConfig config) {
    this(config, ShinodoContext.Patience.DEFAULT, ASK_TIMEOUT);
  }

  ShinodoModule(ShinodoConfig config, ShinodoContext.Patience patience, Duration askTimeout) {
    this.config = config;
    this.patience = patience;
    this.askTimeout = askTimeout;
  }

  @Provides
  @Singleton
  McpClient mcp(HttpClients clients) {
    return new McpClient(
        retrofit(clients, patience.together()).create(McpApi.class),
        config.mcp().toString(),
        new Moshi.Builder().build());
  }

  @ProvidesIntoSet
  @Singleton
  ContextSource context(McpClient client, LongSupplier nanos) {
    return new ShinodoContext(client, config.tools(), patience, nanos);
  }

  @ProvidesIntoOptional(ProvidesIntoOptional.Type.ACTUAL)
  @Singleton
  Answerer answerer(HttpClients clients, InstantSource time) {
    return new ShinodoAnswerer(
        retrofit(clients, askTimeout).create(A2aApi.class),
        new Calls(Calls.Dialect.PLAIN, time),
        config.base());
  }

  private Retrofit retrofit(HttpClients clients, Duration longest) {
    var limits = new HttpLimits(longest, longest, MAX_ANSWER_BYTES);
    var client = clients.client(SERVICE, limits, config.base());
    return new Retrofit.Builder()
        .baseUrl(config.base().toString())
        .client(client)
        .addConverterFactory(MoshiConverterFactory.create())
        .build();
  }
}
