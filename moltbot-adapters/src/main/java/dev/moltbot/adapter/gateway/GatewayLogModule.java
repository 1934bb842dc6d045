package dev.moltbot.adapter.gateway;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import dev.moltbot.port.GatewayLog;
import java.nio.file.Path;

/** Installs the log of refusals. */
final class GatewayLogModule extends AbstractModule {
  private final Path file;

  GatewayLogModule(Path file) {
    this.file = file;
  }

  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), GatewayLog.class)
        .setBinding()
        .toInstance(new RefusalLog(file));
  }
}
