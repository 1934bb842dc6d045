package dev.moltbot.adapter.backup;

import com.google.inject.AbstractModule;
import dev.moltbot.port.Vault;

/** Binds the file of this configuration. */
public final class BackupModule extends AbstractModule {
  private final BackupConfig config;

  public BackupModule(BackupConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    bind(Vault.class).toInstance(new AgeVault(config));
  }
}
