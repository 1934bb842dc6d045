package dev.moltbot.app.onboarding;

import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.runtime.ApiCallLog;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Refusals;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.wire.ApiCalls;
import dev.moltbot.wire.Gateway;
import dev.moltbot.wire.HttpClients;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The record of what happens, opened when there is something to write: before the first run that
 * means to make the database, as a run would. Used by one thread.
 */
final class Records {
  private final Supplier<Moltbot> source;
  private final ApiCallLog calls = new ApiCallLog();
  private final HttpClients clients;
  private Optional<Moltbot> stores = Optional.empty();
  private boolean asked;

  /** Opened from there, at most once. */
  Records(Supplier<Moltbot> source, Gateway gateway) {
    this.source = source;
    this.clients = new HttpClients(new Noted(), System::nanoTime, HttpClients.MOLTBOT, gateway);
  }

  /** In the workspace, or where the settings say. */
  static Moltbot open(Answers answers) {
    var config = Installed.database(answers.workspace(), answers.settings());
    return Moltbot.storesOnly(PostgresModule.join(config, new SecureRandom()));
  }

  /** Clients whose calls are put on record. */
  HttpClients clients() {
    return clients;
  }

  ApiCallLog calls() {
    return calls;
  }

  /**
   * The record itself.
   *
   * @throws PostgresModule.CannotStart or StoreUnavailable, with one line for the owner
   */
  AuditLog audit() {
    if (stores.isEmpty()) {
      stores = Optional.of(source.get());
    }
    return stores.get().part(AuditLog.class);
  }

  /** What the log is to keep, once there is one. */
  private final class Noted implements ApiCalls {
    @Override
    public void record(Call call) {
      asked = true;
      calls.record(call);
    }

    @Override
    public void refused(Refusal refusal) {
      asked = true;
      calls.refused(refusal);
    }
  }

  /**
   * Writes what is not yet written, and closes. Who dies before loses calls, never a refusal.
   *
   * @return what could not be written, or empty
   */
  String end() {
    try {
      if (asked) {
        AuditLog audit = audit();
        Refusals refusals = stores.orElseThrow().part(Refusals.class);
        calls.writeTo(audit, refusals, InstantSource.system());
      }
      return "";
    } catch (StoreUnavailable | PostgresModule.CannotStart e) {
      return "The calls made here are not on record: " + e.getMessage();
    } finally {
      stores.ifPresent(Moltbot::close);
      stores = Optional.empty();
    }
  }
}
