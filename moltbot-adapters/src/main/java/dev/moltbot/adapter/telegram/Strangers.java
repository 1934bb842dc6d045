package dev.moltbot.adapter.telegram;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import java.time.InstantSource;

/** Puts on record, and tells the owner, that somebody else connected the bot to their account. */
final class Strangers {
  private static final String WORDS =
      "Somebody else connected your Telegram channel's bot to their own account. Nothing of theirs"
          + " is read or kept. If it goes on, make a new bot with @BotFather and connect that one.";

  private final AccountId account;
  private final AuditLog audit;
  private final Alerts alerts;
  private final InstantSource time;

  Strangers(AccountId account, AuditLog audit, Alerts alerts, InstantSource time) {
    this.account = account;
    this.audit = audit;
    this.alerts = alerts;
    this.time = time;
  }

  /** One alert stands for all of them, so that nobody can flood the owner; each is on record. */
  void report(Connection connection) {
    var event =
        new AuditEvent.StrangerIgnored(
            account.toString(), "business connection", connection.mark());
    audit.append(event, time.instant());
    alerts.raise(new Alert(Alert.Kind.STRANGER, "stranger at " + account, WORDS), time.instant());
  }
}
