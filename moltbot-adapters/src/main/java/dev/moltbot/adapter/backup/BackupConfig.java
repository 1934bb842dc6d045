package dev.moltbot.adapter.backup;

import dev.moltbot.wire.Secret;
import java.nio.file.Path;
import java.util.List;

/**
 * Which file, and for whom.
 *
 * @param recipients who can open what is written: {@code age1...}
 * @param keys what opens what is read: {@code AGE-SECRET-KEY-1...}
 * @param files the owner's files that go in
 * @param version the program's
 */
public record BackupConfig(
    Path file, List<String> recipients, List<Secret> keys, List<Kept> files, String version) {
  /** Largest file of the owner's that is taken along, in bytes: it is held in memory. */
  public static final int MAX_FILE_BYTES = 4_194_304;

  public BackupConfig {
    recipients = List.copyOf(recipients);
    keys = List.copyOf(keys);
    files = List.copyOf(files);
  }

  /** A file of the owner's, and its name in the archive. */
  public record Kept(String name, Path path) {}

  /** A key of a new pair, which is kept nowhere, and the recipient that belongs to it. */
  public record KeyPair(Secret key, String recipient) {}

  /** To write a backup. */
  public static BackupConfig sealing(
      Path file, List<String> recipients, List<Kept> files, String version) {
    return new BackupConfig(file, recipients, List.of(), files, version);
  }

  /** To read one. */
  public static BackupConfig opening(Path file, List<Secret> keys) {
    return new BackupConfig(file, List.of(), keys, List.of(), "");
  }

  /** Makes a key pair. */
  public static KeyPair newKey() {
    return AgeKeys.fresh();
  }

  /** Whether this can be written for. */
  public static boolean isRecipient(String text) {
    return AgeKeys.isRecipient(text);
  }

  /** Whether this can be read with. */
  public static boolean isKey(String text) {
    return AgeKeys.isKey(text);
  }
}
