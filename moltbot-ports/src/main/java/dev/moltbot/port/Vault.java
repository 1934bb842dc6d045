package dev.moltbot.port;

import java.time.Instant;

/** One encrypted file with everything in it. Used by one thread at a time. */
public interface Vault {

  /**
   * What was written.
   *
   * @param sha256 of the file, in hexadecimal
   * @param bytes the file's size
   */
  record Sealed(String sha256, long bytes, int tables, long rows, int files, int recipients) {}

  /**
   * What was read, to the last byte, and is as it was written.
   *
   * @param schema the version of the tables
   */
  record Contents(
      String sha256,
      Instant madeAt,
      String version,
      String schema,
      int tables,
      long rows,
      int files) {}

  /** Takes the owner's files that lie in it; names are relative and lead nowhere else. */
  interface Files {
    void file(String name, byte[] content);
  }

  /**
   * Writes it. Nothing stands under the file's name before all of it is on the disk, and a file
   * that is there already is never written over.
   *
   * @throws BackupRefused when it cannot be written
   */
  Sealed seal(Snapshots everything, Instant now);

  /**
   * Reads all of it and hands it on. What was handed on counts only when this returns.
   *
   * @throws BackupRefused when it is not whole, was changed, or opens with none of the keys
   */
  Contents open(Snapshots.Sink rows, Files files);
}
