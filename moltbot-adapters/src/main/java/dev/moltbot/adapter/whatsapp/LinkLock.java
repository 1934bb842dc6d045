package dev.moltbot.adapter.whatsapp;

import dev.moltbot.state.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held while a bridge runs: two at one link would throw each other out for ever. One thread. */
final class LinkLock {
  private static final String NAME = "lock";

  private final StateFolder folder;
  private @Nullable FileChannel channel;

  LinkLock(StateFolder folder) {
    this.folder = folder;
  }

  /** Whether it could be had. */
  boolean take() throws IOException {
    if (folder.read(NAME).isEmpty()) {
      folder.write(NAME, new byte[0]);
    }
    var opened = FileChannel.open(folder.path().resolve(NAME), StandardOpenOption.WRITE);
    if (locked(opened)) {
      channel = opened;
      return true;
    }
    opened.close();
    return false;
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  void release() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
    channel = null;
  }
}
