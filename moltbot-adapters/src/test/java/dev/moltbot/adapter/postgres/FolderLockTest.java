package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aLookWhetherItIsFreeDoesNotKeepAStartOut() throws Exception {
    FolderLock look = FolderLock.tryTake(folder).orElseThrow();
    var start = new FutureTask<>(() -> FolderLock.take(folder));
    Thread thread = Thread.ofVirtual().start(start);
    while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    look.close();
    try (FolderLock taken = start.get()) {
      assertThat(taken).isNotNull();
      assertThat(FolderLock.tryTake(folder)).isEmpty();
    }
  }

  @Test
  void whoKeepsItIsNamed() throws Exception {
    try (FolderLock kept = FolderLock.take(folder)) {
      assertThat(kept).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(folder))
          .isInstanceOf(PostgresModule.CannotStart.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }
}
