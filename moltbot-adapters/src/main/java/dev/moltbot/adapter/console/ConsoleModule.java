package dev.moltbot.adapter.console;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.moltbot.port.ApprovalDesk;

/** Installs the terminal as the owner's desk. */
public final class ConsoleModule extends AbstractModule {
  private final ConsoleConfig config;

  public ConsoleModule(ConsoleConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  ApprovalDesk desk() {
    CardPrinter printer = new CardPrinter(config.out(), config.colours(), config.zone());
    return new ConsoleDesk(printer, new Prompt(printer, config.in(), config.approveAll()));
  }
}
