package dev.moltbot.app.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import dev.moltbot.port.Ids;
import dev.moltbot.wire.ApiCalls;
import dev.moltbot.wire.Gateway;
import dev.moltbot.wire.HttpClients;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Binds time, chance and the network once, so that everything else can be handed them. */
final class WorldModule extends AbstractModule {
  private final ApiCalls calls;

  WorldModule(ApiCalls calls) {
    this.calls = calls;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();
    binder().requireExactBindingAnnotations();
    binder().disableCircularProxies();
    bind(InstantSource.class).toInstance(InstantSource.system());
    bind(RandomGenerator.class).toInstance(new SecureRandom());
    bind(LongSupplier.class).toInstance(System::nanoTime);
    bind(Ids.class).toInstance(new SystemIds());
    bind(ApiCalls.class).toInstance(calls);
    OptionalBinder.newOptionalBinder(binder(), Gateway.class).setDefault().toInstance(Gateway.NONE);
  }

  @Provides
  @Singleton
  HttpClients clients(LongSupplier nanos, Gateway gateway) {
    return new HttpClients(calls, nanos, HttpClients.MOLTBOT, gateway);
  }
}
