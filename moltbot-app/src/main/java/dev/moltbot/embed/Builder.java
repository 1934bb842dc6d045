package dev.moltbot.embed;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.app.runtime.Pace;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.draft.ReplyPolicy;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Drafter;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts an {@link Assistant} together. A drafter, a desk and at least one channel are needed; the
 * rest has the defaults of {@code moltbot run}.
 *
 * <p>Not thread-safe; used once.
 */
public final class Builder {
  private final DataSource database;
  private final List<Module> parts = new ArrayList<>();
  private int channels;
  private @Nullable Drafter drafter;
  private @Nullable ApprovalDesk desk;
  private @Nullable Path state;
  private Pace pace = Pace.DEFAULT;

  Builder(DataSource database) {
    this.database = database;
  }

  /** Adds a channel of your own: one account that is read and answered. */
  public Builder channel(ChannelReader reader, ChannelSender sender) {
    if (!reader.account().equals(sender.account())) {
      throw new IllegalArgumentException(
          "reads " + reader.account() + " and answers as " + sender.account());
    }
    parts.add(new Own(reader, sender));
    channels++;
    return this;
  }

  /**
   * Adds a channel that comes with Moltbot, such as {@code GmailModule.CHANNEL}.
   *
   * @param settings by the names that {@code .env.example} shows
   * @throws IllegalArgumentException naming every setting that is missing or wrong, never a value
   */
  public Builder channel(Channel channel, Map<String, String> settings) {
    var values = new Settings(settings);
    Module module = channel.module().apply(values);
    if (!values.problems().isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", values.problems()));
    }
    parts.add(module);
    channels++;
    return this;
  }

  /** Where channels that come with Moltbot keep their own state; needed by some of them. */
  public Builder state(Path folder) {
    this.state = folder;
    return this;
  }

  public Builder drafter(Drafter one) {
    this.drafter = one;
    return this;
  }

  public Builder desk(ApprovalDesk one) {
    this.desk = one;
    return this;
  }

  /** When a conversation gets a draft. */
  public Builder replies(ReplyPolicy policy) {
    this.pace = pace.with(policy);
    return this;
  }

  /** How long questions and answers are good for. */
  public Builder approvals(ApprovalPolicy policy) {
    this.pace = pace.with(policy);
    return this;
  }

  /**
   * Opens the database, brings its tables up to date, and puts everything together. Nothing is read
   * or sent before {@link Assistant#start} or {@link Assistant#settle}.
   *
   * @throws IllegalStateException when a part is missing
   * @throws PostgresModule.CannotStart with one line that says what is wrong with the database
   */
  public Assistant build() {
    Drafter who = present(drafter, "a drafter");
    ApprovalDesk where = present(desk, "a desk");
    if (channels == 0) {
      throw new IllegalStateException("an assistant needs a channel");
    }
    var modules = new ArrayList<Module>(parts);
    modules.add(PostgresModule.on(database));
    modules.add(binder -> binder.bind(Drafter.class).toInstance(who));
    modules.add(binder -> binder.bind(ApprovalDesk.class).toInstance(where));
    Path folder = state;
    if (folder != null) {
      var folders = new StateFolders(folder);
      modules.add(binder -> binder.bind(StateFolders.class).toInstance(folders));
    }
    return new Assistant(Moltbot.assemble(pace, modules));
  }

  private static <T> T present(@Nullable T part, String what) {
    if (part == null) {
      throw new IllegalStateException("an assistant needs " + what);
    }
    return part;
  }

  /** A channel of the caller's. */
  private static final class Own extends AbstractModule {
    private final ChannelReader reader;
    private final ChannelSender sender;

    Own(ChannelReader reader, ChannelSender sender) {
      this.reader = reader;
      this.sender = sender;
    }

    @Override
    protected void configure() {
      Multibinder.newSetBinder(binder(), ChannelReader.class).addBinding().toInstance(reader);
      Multibinder.newSetBinder(binder(), ChannelSender.class).addBinding().toInstance(sender);
    }
  }
}
