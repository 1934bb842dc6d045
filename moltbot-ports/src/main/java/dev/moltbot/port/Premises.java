package dev.moltbot.port;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database itself, for whoever inspects it: how it is guarded, and how work stands in it.
 *
 * <p><b>Threading.</b> Thread-safe; each call has a connection of its own and blocks.
 *
 * <p><b>Errors.</b> {@link StoreUnavailable} when it went away.
 */
public interface Premises {

  /** One look at everything. Changes nothing. */
  Facts facts();

  /** Whether the newest entries of the record hold together; {@code newest} is how many. */
  Verification verify(int newest);

  /** Whether the whole record does. */
  Verification verify();

  /** Puts on record what the inspection itself did. */
  void note(AuditEvent event, Instant now);

  /**
   * What was seen.
   *
   * @param history the audit record's own standing
   */
  record Facts(Server server, Guards guards, History history, Work work) {}

  /**
   * The server.
   *
   * @param version its major version
   * @param schema the newest step that the tables have taken
   * @param newest the newest step that this program knows
   * @param listens the addresses it listens on, as it says
   * @param local whether we talk to it on this machine
   * @param encrypted whether our own connection to it is
   * @param bytes how large the database is
   */
  record Server(
      int version,
      String schema,
      String newest,
      String listens,
      boolean local,
      boolean encrypted,
      long bytes) {}

  /**
   * What keeps data whole and private.
   *
   * @param unsafe settings that would lose or write out what they must not, as {@code name=value}
   * @param strangers roles that may log in besides ours
   * @param powers what the program's role may do besides its work
   * @param auditRights rights on the record besides adding and reading, by role
   * @param auditTriggers guards of the record that are in force, of two
   * @param trusting lines of the access list that ask for no password
   */
  record Guards(
      List<String> unsafe,
      List<String> strangers,
      List<String> powers,
      List<String> auditRights,
      int auditTriggers,
      List<String> trusting) {

    public Guards {
      unsafe = List.copyOf(unsafe);
      strangers = List.copyOf(strangers);
      powers = List.copyOf(powers);
      auditRights = List.copyOf(auditRights);
      trusting = List.copyOf(trusting);
    }
  }

  /**
   * The audit record, by its dates. Null where there is no such entry.
   *
   * @param entries how many there are, by the number of the last
   * @param lastRun number of the last entry by which a run came up or went down
   * @param running whether that entry says a run came up
   * @param inspected when a deep audit was last run to its end
   * @param reviewed when the owner last said to have read the log
   */
  record History(
      long entries,
      @Nullable Instant first,
      @Nullable Instant last,
      long lastRun,
      boolean running,
      @Nullable Instant inspected,
      @Nullable Instant reviewed,
      @Nullable Instant backedUp) {}

  /**
   * Work that waits or went wrong.
   *
   * @param pausedAt null while it works
   * @param oldestUntold since when an alert waits to be told; null when none does
   * @param told alerts the owner was told, ever
   * @param oldestClaim since when a reply is being sent; null when none is
   */
  record Work(
      @Nullable Instant pausedAt,
      @Nullable Instant oldestUntold,
      long told,
      @Nullable Instant oldestClaim,
      long doubts,
      long quarantined) {}
}
