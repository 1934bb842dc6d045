package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Moltbot a folder. The operating system drops the lock when the process dies, however it dies,
 * so there is nothing to clean up and nothing to guess from a left-over file.
 */
final class FolderLock implements AutoCloseable {
  /**
   * Folders held by this process. Asked before the file is opened: closing a second handle on the
   * file would release the first one's lock.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** Who only looks whether the folder is free has it for less than a millisecond. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final int LOOKS_MAX = 25;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the folder, or says who has it. Nothing else in the folder is touched before. Looks again
   * for half a second: a command that asks whether a Moltbot is running must not stop one from
   * starting.
   */
  static FolderLock take(Path folder) throws IOException {
    Optional<FolderLock> lock = tryTake(folder);
    for (int look = 1; lock.isEmpty() && look < LOOKS_MAX; look++) {
      Postmaster.pause(BETWEEN_LOOKS);
      lock = tryTake(folder);
    }
    if (lock.isEmpty()) {
      throw new PostgresModule.CannotStart(
          "another Moltbot (process "
              + holder(folder)
              + ") is running on "
              + folder
              + "; stop it first, or choose another folder");
    }
    return lock.get();
  }

  /** Empty when someone else has the folder. */
  static Optional<FolderLock> tryTake(Path folder) throws IOException {
    Path file = file(folder);
    if (!HELD_HERE.add(file)) {
      return Optional.empty();
    }
    Optional<FolderLock> lock = Optional.empty();
    try {
      lock = open(file);
      return lock;
    } finally {
      if (lock.isEmpty()) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static Optional<FolderLock> open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PrivateFiles.FILE_ATTRIBUTE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    String pid = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    return Optional.of(new FolderLock(file, channel));
  }

  private static String holder(Path folder) throws IOException {
    if (HELD_HERE.contains(file(folder))) {
      return ProcessHandle.current().pid() + ", this one";
    }
    String pid = Files.readString(file(folder)).strip();
    return pid.isEmpty() ? "just starting" : pid;
  }

  private static Path file(Path folder) {
    return folder.resolve("lock");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(file);
  }
}
