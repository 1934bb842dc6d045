package dev.moltbot.adapter.postgres.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain grows by one writer at a time, and shows every change made behind its back. */
class AuditTest {
  private static final int WORKERS = 8;
  private static final int EACH = 25;

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void isIntactWhenEmpty() {
    assertThat(bench.audit.verify()).isInstanceOf(Verification.Intact.class);
    assertThat(bench.audit.tail(5)).isEmpty();
  }

  @Test
  void staysOneChainUnderManyWriters() throws Exception {
    try (var writers = Executors.newFixedThreadPool(WORKERS)) {
      for (var one :
          writers.invokeAll(Collections.nCopies(WORKERS, (Callable<Integer>) this::write))) {
        assertThat(one.get()).isEqualTo(EACH);
      }
    }
    assertThat(bench.audit.verify())
        .isInstanceOfSatisfying(
            Verification.Intact.class,
            intact -> assertThat(intact.entries()).isEqualTo(WORKERS * EACH));
  }

  private int write() {
    for (int i = 0; i < EACH; i++) {
      bench.audit.append(new AuditEvent.Paused("worker"), bench.now());
    }
    return EACH;
  }

  @Test
  void givesEntriesInOrder() {
    write();
    assertThat(bench.audit.after(20, 3))
        .extracting(AuditEntry::sequence)
        .containsExactly(21L, 22L, 23L);
    assertThat(bench.audit.tail(2)).extracting(AuditEntry::sequence).containsExactly(24L, 25L);
    assertThat(bench.audit.tail(1).getFirst().payload()).isEqualTo("{\"by\":\"worker\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "update audit_entry set payload = '{\"by\":\"nobody\"}' where sequence = 7, 7",
    "update audit_entry set at = at + interval '1 second' where sequence = 12, 12",
    "update audit_entry set type = 'Resumed' where sequence = 1, 1",
    "delete from audit_entry where sequence = 9, 9",
    "delete from audit_entry where sequence < 4, 1",
    "update audit_entry set hash = sha256('x') where sequence = 20, 20"
  })
  void namesTheFirstEntryThatWasTamperedWith(String tampering, long first) throws Exception {
    write();
    bench.database.asOwner("alter table audit_entry disable trigger user");
    bench.database.asOwner(tampering);
    assertThat(bench.audit.verify())
        .isInstanceOfSatisfying(
            Verification.Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set type = 'x'",
        "delete from audit_entry",
        "truncate audit_entry",
        "alter table audit_entry disable trigger user",
        "drop table audit_entry",
        "create table mine (x int)"
      })
  void theProgramsRoleCannotChangeTheRecord(String statement) {
    write();
    assertThatThrownBy(() -> bench.database.asProgram(statement))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    assertThat(bench.audit.verify().valid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set type = 'x'",
        "delete from audit_entry",
        "truncate audit_entry"
      })
  void evenTheOwnerIsStopped(String statement) {
    write();
    assertThatThrownBy(() -> bench.database.asOwner(statement))
        .hasMessageContaining("audit entries are never changed");
  }

  /** An entry without its deed, or a deed without its entry, would both be lies. */
  @Test
  void rollsBackWithWhatItRecords() {
    assertThatThrownBy(() ->
            bench
                .database
                .database()
                .run(
                    bench.now(),
                    tx -> {
                      tx.audit(new AuditEvent.Paused("me"));
                      throw new IllegalStateException("killed here");
                    }))
        .hasMessage("killed here");
    assertThat(bench.audit.tail(9)).isEmpty();
  }
}
