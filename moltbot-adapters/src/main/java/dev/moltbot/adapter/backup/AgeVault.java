package dev.moltbot.adapter.backup;

import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.Vault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** A file in the age format. */
final class AgeVault implements Vault {
  private final BackupConfig config;

  AgeVault(BackupConfig config) {
    this.config = config;
  }

  @Override
  public Sealed seal(Snapshots everything, Instant now) {
    if (config.recipients().isEmpty()) {
      throw new BackupRefused("no recipient: nobody could open the backup");
    }
    try (FreshFile file = FreshFile.beside(config.file())) {
      var writing = new Writing(file.encrypted(config.recipients()), config, now);
      try (writing) {
        everything.copy(writing);
        writing.finish();
      }
      String sha256 = file.keep();
      return new Sealed(
          sha256,
          file.size(),
          writing.tables(),
          writing.rows(),
          config.files().size(),
          config.recipients().size());
    } catch (IOException | GeneralSecurityException e) {
      throw new BackupRefused(
          "the backup could not be written: " + Reasons.of(e) + "; nothing was left behind", e);
    }
  }

  @Override
  public Contents open(Snapshots.Sink rows, Files files) {
    try (SealedFile file = SealedFile.open(config.file(), config.keys())) {
      var reading = new Reading(rows, files);
      reading.all(file.plain());
      return reading.contents(file.digest());
    } catch (IOException | GeneralSecurityException e) {
      throw new BackupRefused(config.file() + " cannot be restored: " + Reasons.of(e), e);
    }
  }
}
