package dev.moltbot.app.command;

import com.google.inject.Module;
import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.channels.ChannelRow;
import dev.moltbot.app.channels.Probe;
import dev.moltbot.app.channels.Survey;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.KeptCredentials;
import dev.moltbot.app.runtime.ApiCallLog;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.LoneChannel;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.app.trust.TrustedChannels;
import dev.moltbot.channel.Channel;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.Refusals;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at every channel: the settings, the stores if there are any, and the services. */
final class ChannelsLook implements AutoCloseable {
  private static final int MAX_ALERTS = 200;

  private static final Health NOT_ASKED =
      new Health.Unreachable("it cannot be asked before moltbot run has made a database");

  private final Environment environment;
  private final TrustedChannels trusted;
  private final KeptCredentials kept;
  private final Module gateway;
  private final List<String> problems = new ArrayList<>();
  private final Map<Channel, LoneChannel> alone = new LinkedHashMap<>();
  private final ApiCallLog calls = new ApiCallLog();
  private final Instant now = Instant.now();
  private final boolean fresh;
  private final @Nullable PostgresModule database;
  private final @Nullable Moltbot stores;

  /** Opens what there is to open, also while {@code moltbot run} has it open. */
  ChannelsLook(Environment environment) {
    this.environment = environment;
    this.trusted = Installed.trusted(environment.workspace());
    this.kept = Installed.kept(environment, trusted.channels());
    problems.addAll(environment.problems());
    problems.addAll(trusted.problems());
    problems.addAll(kept.problems());
    var settings = new Settings(environment.values());
    var config = Installed.database(environment.workspace(), settings);
    this.gateway = Installed.gateway(environment.workspace(), settings);
    problems.addAll(settings.problems());
    this.fresh = !PostgresModule.exists(config);
    this.database = fresh || !settings.problems().isEmpty() ? null : joined(config, problems);
    this.stores = database == null ? null : Moltbot.storesOnly(database);
  }

  private static @Nullable PostgresModule joined(PostgresConfig config, List<String> problems) {
    try {
      return PostgresModule.join(config, new SecureRandom());
    } catch (StoreUnavailable | PostgresModule.CannotStart e) {
      problems.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  Instant now() {
    return now;
  }

  /** What is wrong besides the channels themselves, one line each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** {@code open}, {@code none} before the first start, or {@code away}. */
  String store() {
    if (stores != null) {
      return "open";
    }
    return fresh ? "none" : "away";
  }

  /** Every channel; with {@code probe}, services of those that are set up well are asked. */
  List<ChannelRow> rows(boolean probe) throws InterruptedException {
    var survey =
        stores == null
            ? new Survey(kept.values(), List.of(), List.of(), now)
            : new Survey(
                kept.values(),
                stores.part(Accounts.class).states(),
                stores.part(Alerts.class).standing(MAX_ALERTS),
                now);
    var rows = new ArrayList<ChannelRow>();
    Installed.CHANNELS.forEach(one -> rows.add(survey.row(one, "", this::account)));
    for (TrustedChannels.Loaded jar : trusted.jars()) {
      jar.channels().forEach(one -> rows.add(survey.row(one, jar.pin().file(), this::account)));
    }
    return probe ? probed(rows) : rows;
  }

  private Optional<String> account(Channel channel) {
    return check(channel).map(check -> check.account().name());
  }

  /** Made and not asked; empty for a channel that has none, or cannot be made by itself. */
  private Optional<ChannelCheck> check(Channel channel) {
    try {
      LoneChannel one = alone.computeIfAbsent(channel, this::alone);
      return one.checks().stream().findFirst();
    } catch (LoneChannel.CannotBuild e) {
      return Optional.empty();
    }
  }

  private LoneChannel alone(Channel channel) {
    var parts = new ArrayList<Module>(database == null ? List.of() : List.of(database));
    parts.add(gateway);
    var folders = new StateFolders(environment.workspace().channels());
    return LoneChannel.of(
        channel.module().apply(new Settings(kept.values())), parts, folders, calls);
  }

  private List<ChannelRow> probed(List<ChannelRow> rows) throws InterruptedException {
    var checks = new LinkedHashMap<ChannelRow, ChannelCheck>();
    for (ChannelRow row : rows) {
      if (row.askable()) {
        check(row.channel()).ifPresent(check -> checks.put(row, check));
      }
    }
    Map<ChannelRow, Health> found = Probe.ask(checks, Probe.LIMIT);
    return rows.stream()
        .map(row -> row.askable() ? row.with(found.getOrDefault(row, NOT_ASKED)) : row)
        .toList();
  }

  @Override
  public void close() {
    alone.values().forEach(LoneChannel::close);
    if (stores != null) {
      calls.writeTo(
          stores.part(AuditLog.class), stores.part(Refusals.class), InstantSource.system());
      stores.close();
    }
  }
}
