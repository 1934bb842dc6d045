package dev.moltbot.adapter.postgres;

import com.google.inject.AbstractModule;
import dev.moltbot.adapter.postgres.approval.PostgresApprovals;
import dev.moltbot.adapter.postgres.approval.PostgresDrafts;
import dev.moltbot.adapter.postgres.approval.PostgresQuestions;
import dev.moltbot.adapter.postgres.contact.PostgresContacts;
import dev.moltbot.adapter.postgres.contact.PostgresDirectory;
import dev.moltbot.adapter.postgres.contact.PostgresLookalikes;
import dev.moltbot.adapter.postgres.contact.PostgresTies;
import dev.moltbot.adapter.postgres.intake.PostgresConversations;
import dev.moltbot.adapter.postgres.intake.PostgresImports;
import dev.moltbot.adapter.postgres.message.PostgresSearchIndex;
import dev.moltbot.adapter.postgres.message.PostgresTimeline;
import dev.moltbot.adapter.postgres.oversight.PostgresAccounts;
import dev.moltbot.adapter.postgres.oversight.PostgresAlerts;
import dev.moltbot.adapter.postgres.oversight.PostgresAuditLog;
import dev.moltbot.adapter.postgres.oversight.PostgresLedger;
import dev.moltbot.adapter.postgres.oversight.PostgresPause;
import dev.moltbot.adapter.postgres.oversight.PostgresRefusals;
import dev.moltbot.adapter.postgres.overview.PostgresOverviews;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Contacts;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.Directory;
import dev.moltbot.port.Drafts;
import dev.moltbot.port.Imports;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.Leftovers;
import dev.moltbot.port.Lookalikes;
import dev.moltbot.port.Overviews;
import dev.moltbot.port.Pause;
import dev.moltbot.port.Questions;
import dev.moltbot.port.Refusals;
import dev.moltbot.port.SearchIndex;
import dev.moltbot.port.Ties;
import dev.moltbot.port.Timeline;
import dev.moltbot.port.WorkSignal;

/** Every store on one database. */
final class Stores extends AbstractModule {
  private final Database database;
  private final WorkSignal signal;
  private final Leftovers leftovers;

  Stores(Database database, WorkSignal signal, Leftovers leftovers) {
    this.database = database;
    this.signal = signal;
    this.leftovers = leftovers;
  }

  @Override
  protected void configure() {
    bind(Accounts.class).toInstance(new PostgresAccounts(database));
    bind(Alerts.class).toInstance(new PostgresAlerts(database));
    bind(Approvals.class).toInstance(new PostgresApprovals(database));
    bind(AuditLog.class).toInstance(new PostgresAuditLog(database));
    bind(Contacts.class).toInstance(new PostgresContacts(database));
    bind(Conversations.class).toInstance(new PostgresConversations(database));
    bind(Directory.class).toInstance(new PostgresDirectory(database));
    bind(Drafts.class).toInstance(new PostgresDrafts(database));
    bind(Imports.class).toInstance(new PostgresImports(database));
    bind(Ledger.class).toInstance(new PostgresLedger(database));
    bind(Leftovers.class).toInstance(leftovers);
    bind(Overviews.class).toInstance(new PostgresOverviews(database));
    bind(Pause.class).toInstance(new PostgresPause(database));
    bind(Questions.class).toInstance(new PostgresQuestions(database));
    bind(Refusals.class).toInstance(new PostgresRefusals(database));
    bind(Lookalikes.class).toInstance(new PostgresLookalikes(database));
    bind(SearchIndex.class).toInstance(new PostgresSearchIndex(database));
    bind(Ties.class).toInstance(new PostgresTies(database));
    bind(Timeline.class).toInstance(new PostgresTimeline(database));
    bind(WorkSignal.class).toInstance(signal);
  }
}
