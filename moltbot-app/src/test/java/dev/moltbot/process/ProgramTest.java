package dev.moltbot.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of ours is started clean, watched, stopped and killed. */
class ProgramTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder = Path.of("");

  @Test
  void knowsTheTestsEnvironmentAndNoOther() {
    try (Program waiting = start()) {
      waiting.awaitTalk("WORD=canary", LIMIT);
      assertThat(waiting.talk()).doesNotContain("PATH=");
    }
  }

  @Test
  void endsInOrderWhenStoppedAndAtOnceWhenKilled() {
    try (Program stopped = start()) {
      stopped.awaitTalk("ready", LIMIT);
      assertThat(stopped.stop()).isEqualTo(143);
      assertThat(stopped.talk()).contains("in order");
    }
    try (Program killed = start()) {
      killed.awaitTalk("ready", LIMIT);
      killed.kill();
      assertThat(killed.talk()).contains("ready").doesNotContain("in order");
    }
  }

  @Test
  void saysWhatItHeardInsteadOfWhatItWaitedFor() {
    try (Program ended = Program.start("no.such.Main", folder, Map.of())) {
      assertThatThrownBy(() -> ended.awaitTalk("ready", LIMIT))
          .hasMessageContaining("no.such.Main");
    }
  }

  private Program start() {
    return Program.start(Waiting.class.getName(), folder, Map.of("WORD", "canary"));
  }

  /** Says its environment and waits. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("in order")));
      System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
      System.out.println("ready");
      Thread.sleep(LIMIT.toMillis());
    }
  }
}
