package dev.moltbot.sovereignty;

import com.google.inject.Module;
import dev.moltbot.adapter.claude.FakeAnthropic;
import dev.moltbot.adapter.desk.FakePeople;
import dev.moltbot.adapter.desk.FakeTelegram;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.adapter.shinodo.FakeShinodo;
import dev.moltbot.app.audit.ActionLog;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Loops;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.channel.Channel;
import dev.moltbot.channel.Rehearsal.Line;
import dev.moltbot.channel.Rehearsal.Stage;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.Ledger;
import dev.moltbot.process.Await;
import dev.moltbot.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code moltbot run} as it is installed, with every service played on loopback and a tap in front
 * of each: people write on all channels, drafts are made with context, one is rewritten, all are
 * approved and sent; the owner asks a question and for the state; a stranger writes; a channel
 * fails.
 */
final class WholeJob implements AutoCloseable {
  private static final String TOKEN = "123456:desk-token";
  private static final String KEY = "sk-ant-test";
  private static final FakePeople.Person OWNER = new FakePeople.Person(4711, "Olena");
  private static final FakePeople.Person STRANGER = new FakePeople.Person(666, "Somebody");
  private static final Pattern PORT =
      Pattern.compile("(127\\.0\\.0\\.1:|localhost:|^rehearsal:)(\\d+)");
  static final String QUESTION = "When is my next flight to Lviv?";
  static final String WISH = "mention the weather";

  private final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  private final FakeAnthropic claude = new FakeAnthropic(KEY);
  private final FakeShinodo shinodo = new FakeShinodo();
  private final Map<String, Stage> stages = new TreeMap<>();
  private final Map<Integer, WireTap> taps = new LinkedHashMap<>();
  private final TestDatabase database;
  private final Path home;
  private final Set<Long> answered = new HashSet<>();
  private String sightings = "";

  WholeJob(TestDatabase database, Path home) {
    this.database = database;
    this.home = home;
    claude.always(
        asked -> FakeAnthropic.answer("needs_reply", "Somebody asks.", "I will be there."));
    for (Channel channel : Installed.CHANNELS) {
      channel.rehearsal().open().ifPresent(stage -> stages.put(channel.name(), stage));
    }
  }

  /** From the first message to the last word. */
  void run(List<InboundMessage> script, List<Module> more) throws Exception {
    var workspace = new Workspace(home.resolve(".openclaw"));
    assertEmpty(workspace.prepare());
    Files.writeString(workspace.identity(), "You write as Olena, who draws.");
    var settings = new Settings(settings());
    var parts = Installed.parts(workspace, settings, Installed.trusted(workspace));
    assertEmpty(String.join("\n", settings.problems()) + String.join("\n", parts.problems()));
    var modules = new ArrayList<Module>(parts.modules());
    modules.add(database.stores());
    modules.addAll(more);
    try (Moltbot moltbot = Moltbot.assemble(parts.pace(), modules);
        ActionLog log = moltbot.actionLog(workspace.logs())) {
      Loops loops = moltbot.part(Loops.class);
      loops.start();
      day(script, moltbot.part(Ledger.class));
      loops.stop();
      moltbot.catchUp(log);
    }
    sightings = Files.readString(workspace.logs().resolve("actions.log"));
  }

  private void day(List<InboundMessage> script, Ledger ledger) throws IOException {
    script.forEach(message -> {
      Stage stage = stages.get(message.id().channel().value());
      if (stage != null) {
        stage.receives(line(message));
      }
    });
    telegram.people().writes(STRANGER, "Hello, who are you?");
    telegram.people().writes(OWNER, "/ask " + QUESTION);
    telegram.people().writes(OWNER, "/status");
    Await.until(
        "ten replies",
        () -> {
          approve();
          return sent() >= 10 && ledger.tally().open() == 0 && ledger.tally().unsettled() == 0;
        },
        this::situation);
    Await.until(
        "an answer",
        () -> telegram.shown(OWNER.id()).stream().anyMatch(one -> one.text().contains("At six.")),
        this::situation);
    fail();
  }

  /** A service is gone in the middle of the day. */
  private void fail() throws IOException {
    for (WireTap tap : taps.values()) {
      if (tap.name().contains("TELEGRAM")) {
        tap.refuse();
      }
    }
    for (String kind : List.of("STRANGER", "CHANNEL_STOPPED")) {
      String told =
          "select count(*) from alert where told_at is not null and kind = '" + kind + "'";
      Await.until("an alert: " + kind, () -> !"0".equals(ask(told)), this::situation);
    }
  }

  /** The owner wants the first one rewritten, and approves all others as they come. */
  private void approve() {
    for (FakeTelegram.Shown card : telegram.shown(OWNER.id())) {
      boolean asks = card.buttons().stream().anyMatch(one -> one.label().startsWith("Approve"));
      // Words find a card that is on record, and not just on the phone.
      String part = "select count(*) from card_part where part like '%" + card.id() + "%'";
      if (asks && !"0".equals(ask(part)) && answered.add(card.id())) {
        if (answered.size() == 1) {
          telegram.people().replies(OWNER, card.id(), "rewrite: " + WISH);
        } else {
          telegram.people().taps(OWNER, card, "Approve");
        }
      }
    }
  }

  private int sent() {
    return stages.values().stream().mapToInt(stage -> stage.sent().size()).sum();
  }

  private Map<String, String> settings() {
    var all = new LinkedHashMap<String, String>();
    stages.values().forEach(stage -> all.putAll(stage.settings()));
    all.put("MOLTBOT_DESK_TOKEN", TOKEN);
    all.put("MOLTBOT_DESK_OWNER", String.valueOf(OWNER.id()));
    all.put("MOLTBOT_DESK_URL", telegram.baseUrl().toString());
    all.put("MOLTBOT_ANTHROPIC_KEY", KEY);
    all.put("MOLTBOT_ANTHROPIC_URL", claude.url().toString());
    all.put("SHINODO_URL", shinodo.url().toString());
    all.put("SHINODO_TOOLS", "today");
    all.replaceAll(this::tapped);
    shinodo.agentAddress = all.get("SHINODO_URL") + "agent/a2a";
    all.put("MOLTBOT_POLL", "0.3s");
    all.put("MOLTBOT_SETTLE", "0s");
    all.put("MOLTBOT_LOOK_AGAIN", "1s");
    return all;
  }

  /** The same address with a tap in front; at webhooks it is the program that answers. */
  private String tapped(String setting, String value) {
    Matcher address = PORT.matcher(value);
    if (!address.find()) {
      return value;
    }
    boolean answers = setting.endsWith("WEBHOOK");
    int behind = Integer.parseInt(address.group(2));
    WireTap tap = taps.computeIfAbsent(behind, port -> new WireTap(setting, port, answers));
    return value.replace(address.group(), address.group(1) + tap.port());
  }

  private static Line line(InboundMessage message) {
    return new Line(
        message.sender().address().value(),
        message.sender().name().reveal(),
        message.content().subject().reveal(),
        message.content().text().reveal(),
        message.has(Trait.BULK),
        message.sentAt());
  }

  /** What left the program, by the setting that says where to. */
  Map<String, byte[]> outbound() {
    var all = new TreeMap<String, byte[]>();
    taps.values().forEach(tap -> all.put(tap.name(), tap.let()));
    return all;
  }

  /** What was asked of Claude, each a body as sent. */
  List<String> prompts() {
    return claude.accepted();
  }

  /** What was shown on the owner's Telegram, each a request of the bot. */
  List<String> shown() {
    return List.of("sendMessage", "editMessageText", "answerCallbackQuery").stream()
        .flatMap(method -> telegram.requests(method).stream())
        .map(request -> String.valueOf(request.parameters()))
        .toList();
  }

  /** {@code actions.log}, the record and the alerts. */
  String onRecord() throws SQLException {
    return sightings
        + database.asOwner("select string_agg(payload, ' ') from audit_entry")
        + database.asOwner("select string_agg(concat_ws(' ', kind, key, words), ' ') from alert");
  }

  private String ask(String sql) {
    try {
      return database.asOwner(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String situation() {
    return "sent "
        + sent()
        + stages.entrySet().stream()
            .map(one -> " " + one.getKey() + " " + one.getValue().sent().size())
            .toList()
        + "\n"
        + telegram.shown(OWNER.id())
        + "\n"
        + ask("select string_agg(type || payload, E'\\n' order by sequence) from audit_entry");
  }

  private static void assertEmpty(String problems) {
    if (!problems.isBlank()) {
      throw new AssertionError(problems);
    }
  }

  @Override
  public void close() {
    taps.values().forEach(WireTap::close);
    stages.values().forEach(Stage::close);
    telegram.close();
    claude.close();
    shinodo.close();
  }
}
