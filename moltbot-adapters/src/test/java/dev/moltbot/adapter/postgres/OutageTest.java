package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Pause;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.port.WorkSignal;
import dev.moltbot.testkit.SettableTime;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole module: opened, joined, refused, and with the database gone under it. */
class OutageTest {
  @TempDir Path temp;

  @Test
  void aKilledBackendIsUnavailableOnceAndThenWorks() throws Exception {
    try (Bench bench = new Bench()) {
      Database database = bench.database.database();
      assertThatThrownBy(() ->
              database.run(
                  bench.now(),
                  tx -> {
                    tx.audit(new AuditEvent.Paused("me"));
                    long backend =
                        tx.one("select pg_backend_pid() as pid", row -> row.number("pid"));
                    kill(bench, backend);
                    tx.any("select 1");
                  }))
          .isInstanceOf(StoreUnavailable.class);
      assertThat(bench.audit.tail(9)).isEmpty();
      bench.audit.append(new AuditEvent.Paused("me"), bench.now());
      assertThat(bench.audit.tail(9)).hasSize(1);
    }
  }

  private static void kill(Bench bench, long backend) throws SQLException {
    bench.database.asOwner("select pg_terminate_backend(" + backend + ", 5000)");
  }

  @Test
  void comesBackByItselfWhenItsServerIsKilled() throws Exception {
    PostgresConfig config = config();
    try (PostgresModule module = PostgresModule.open(config, Servers.RANDOM)) {
      Injector injector = Guice.createInjector(module);
      Pause pause = injector.getInstance(Pause.class);
      pause.pause("me", SettableTime.NOON);
      ProcessHandle.of(Servers.postmaster(temp.resolve("data"))).orElseThrow().destroyForcibly();
      assertThat(atLast(pause::paused)).isTrue();
      AuditLog audit = injector.getInstance(AuditLog.class);
      assertThat(atLast(() -> audit.verify().valid())).isTrue();
    }
  }

  /** As the loops do: a refusal is no reason to give up. */
  private static boolean atLast(BooleanSupplier question) throws InterruptedException {
    for (int tries = 0; tries < 20; tries++) {
      try {
        return question.getAsBoolean();
      } catch (StoreUnavailable away) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new AssertionError("the database stays away");
  }

  @Test
  void refusesASecondMoltbotButLetsACommandIn() {
    PostgresConfig config = config();
    try (PostgresModule first = PostgresModule.open(config, Servers.RANDOM)) {
      Pause pause = Guice.createInjector(first).getInstance(Pause.class);
      assertThatThrownBy(() -> PostgresModule.open(config, Servers.RANDOM))
          .isInstanceOf(PostgresModule.CannotStart.class)
          .hasMessageContaining("another Moltbot");
      try (PostgresModule command = PostgresModule.join(config, Servers.RANDOM)) {
        Guice.createInjector(command).getInstance(Pause.class).pause("owner", SettableTime.NOON);
      }
      assertThat(pause.paused()).isTrue();
    }
    try (PostgresModule alone = PostgresModule.join(config, Servers.RANDOM)) {
      assertThat(Guice.createInjector(alone).getInstance(Pause.class).paused()).isTrue();
    }
  }

  @Test
  void wakesWaitersOfAllProcessesWhenWorkIsCommitted() throws Exception {
    PostgresConfig config = config();
    try (PostgresModule module = PostgresModule.open(config, Servers.RANDOM);
        PostgresModule other = PostgresModule.join(config, Servers.RANDOM)) {
      WorkSignal signal = Guice.createInjector(module).getInstance(WorkSignal.class);
      signal.await(Duration.ofSeconds(5)); // The listener's own first signal.
      Pause pause = Guice.createInjector(other).getInstance(Pause.class);
      pause.pause("owner", SettableTime.NOON);
      CompletableFuture<Boolean> woken =
          CompletableFuture.supplyAsync(() -> wokenWithin(signal, Duration.ofSeconds(30)));
      pause.resume("owner", SettableTime.NOON);
      assertThat(woken.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean wokenWithin(WorkSignal signal, Duration longest) {
    try {
      signal.await(longest); // A new thread has seen nothing: the first signal of all counts.
      signal.await(longest);
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private PostgresConfig config() {
    return new PostgresConfig.Embedded(temp.resolve("data"), Servers.programs());
  }
}
