package dev.moltbot.adapter.gmail;

import dev.moltbot.adapter.claude.FakeAnthropic;
import dev.moltbot.adapter.desk.FakePeople;
import dev.moltbot.adapter.desk.FakeTelegram;
import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three services as fakes on loopback, one workspace, and the owner with a phone. */
final class Surroundings implements AutoCloseable {
  static final String TOKEN = "123456:canary-token";
  static final String KEY = "sk-ant-canary";
  static final FakePeople.Person OWNER = new FakePeople.Person(4711, "Olena");
  static final String REPLY = "Thank you, I will be there at six.";
  private static final String MAIN = "dev.moltbot.app.Main";

  final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  final FakeAnthropic claude = new FakeAnthropic(KEY);
  final FakeGmail gmail = new FakeGmail();
  final Path folder;
  private final List<Program> programs = new ArrayList<>();

  Surroundings(Path folder) {
    this.folder = folder;
    claude.always(asked -> FakeAnthropic.answer("needs_reply", "Asks to come at six.", REPLY));
    gmail.mailbox.firstAt(System.currentTimeMillis());
    writeEnv(settings());
  }

  /** Everything a run needs, at a pace that suits a test. */
  Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put("MOLTBOT_DESK_TOKEN", TOKEN);
    settings.put("MOLTBOT_DESK_OWNER", String.valueOf(OWNER.id()));
    settings.put("MOLTBOT_DESK_URL", telegram.baseUrl().toString());
    settings.put("MOLTBOT_ANTHROPIC_KEY", KEY);
    settings.put("MOLTBOT_ANTHROPIC_URL", claude.url().toString());
    settings.put("MOLTBOT_GMAIL_ADDRESS", "owner@example.net");
    settings.put("MOLTBOT_GMAIL_CLIENT_ID", "client");
    settings.put("MOLTBOT_GMAIL_CLIENT_SECRET", "client-secret");
    settings.put("MOLTBOT_GMAIL_REFRESH_TOKEN", "refresh-1");
    settings.put("MOLTBOT_GMAIL_URL", gmail.url().toString());
    settings.put("MOLTBOT_GMAIL_TOKEN_URL", gmail.url().resolve("token").toString());
    settings.put("MOLTBOT_POLL", "0.3s");
    settings.put("MOLTBOT_SETTLE", "0s");
    settings.put("MOLTBOT_LOOK_AGAIN", "1s");
    return settings;
  }

  void writeEnv(Map<String, String> settings) {
    var lines = new StringBuilder();
    settings.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    writeEnv(lines.toString());
  }

  void writeEnv(String text) {
    try {
      Path env = folder.resolve(".env");
      Files.deleteIfExists(env);
      Files.createFile(
          env, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(env, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One command, in the folder of the workspace. */
  Program program(String... arguments) {
    String path = String.valueOf(System.getenv("PATH"));
    Program program = Program.start(MAIN, folder, Map.of("PATH", path), arguments);
    programs.add(program);
    return program;
  }

  /** {@code moltbot run}, up and running. */
  Program run() {
    Program program = program("run");
    program.awaitTalk("Moltbot is running", Await.LIMIT);
    return program;
  }

  /** What a short command says; it must end well. */
  String said(String... arguments) {
    try (Program command = program(arguments)) {
      if (command.awaitExit() != 0) {
        throw new AssertionError(String.join(" ", arguments) + " failed:\n" + command.talk());
      }
      return command.talk();
    }
  }

  /** Cards about this person that still have buttons, oldest first. */
  List<FakeTelegram.Shown> live(String who) {
    return cards(who).stream().filter(shown -> !shown.buttons().isEmpty()).toList();
  }

  List<FakeTelegram.Shown> cards(String who) {
    return telegram.shown(OWNER.id()).stream().filter(shown -> shown.text().contains(who)).toList();
  }

  FakeTelegram.Shown awaitCard(String who) {
    Await.until("a card about " + who, () -> !live(who).isEmpty(), this::situation);
    return live(who).getLast();
  }

  /** A card that a reply in words will find: one that is on record, not just on the phone. */
  FakeTelegram.Shown awaitNotedCard(String who) {
    FakeTelegram.Shown card = awaitCard(who);
    Await.until("the card on record", () -> asked() >= cards("Reply by").size(), this::situation);
    return card;
  }

  private long asked() {
    return actions().lines().filter(line -> line.contains("\"type\":\"ApprovalAsked\"")).count();
  }

  /** Waits until something the bot shows holds these words. */
  void awaitShown(String words) {
    Await.until(words, () -> !cards(words).isEmpty(), this::situation);
  }

  /** What was sent to this person, as sent. */
  List<String> sentTo(String who) {
    return gmail.mailbox.allSent().stream().filter(raw -> raw.contains("To: " + who)).toList();
  }

  /** Waits for the reply, for the card that says so, and for all its buttons to be gone. */
  void awaitSent(String who) {
    Await.until("a reply to " + who, () -> !sentTo(who).isEmpty(), this::situation);
    Await.until(
        "a card that says so to " + who,
        () -> cards(who).stream().anyMatch(card -> card.text().startsWith("Sent ")),
        this::situation);
    Await.until("no buttons about " + who, () -> live(who).isEmpty(), this::situation);
  }

  /**
   * As {@link #awaitSent}, with an owner who also taps cards whose showing nobody lived to note.
   * Such a card loses its buttons when tapped, and nothing is sent by that.
   */
  void awaitSentTappingStrays(String who) {
    Await.until("a reply to " + who, () -> !sentTo(who).isEmpty(), this::situation);
    var tapped = new HashSet<Long>();
    Await.until(
        "no buttons about " + who,
        () -> {
          live(who).stream()
              .filter(card -> tapped.add(card.id()))
              .forEach(card -> tap(card, "Approve"));
          return live(who).isEmpty();
        },
        this::situation);
    awaitSent(who);
    if (sentTo(who).size() != 1) {
      throw new AssertionError("sent " + sentTo(who).size() + " times to " + who);
    }
  }

  /** As {@link #awaitSent}, with an owner who approves again what certainly did not arrive. */
  void awaitSentAskedAgainOrNot(String who) {
    var doubtful = new HashSet<Long>();
    Await.until(
        "a reply to " + who,
        () -> {
          live(who).stream()
              .filter(card -> card.text().contains("An earlier attempt may have arrived"))
              .filter(card -> sentTo(who).isEmpty() && doubtful.add(card.id()))
              .forEach(card -> tap(card, "Approve"));
          return !sentTo(who).isEmpty();
        },
        this::situation);
    awaitSent(who);
  }

  void tap(FakeTelegram.Shown card, String label) {
    telegram.people().taps(OWNER, card, label);
  }

  String actions() {
    try {
      return Files.readString(folder.resolve(".openclaw/logs/actions.log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a failing test: what everyone sees. */
  String situation() {
    var words = new StringBuilder();
    telegram.shown(OWNER.id()).forEach(shown -> words.append("SHOWN ").append(shown).append('\n'));
    words.append("SENT ").append(gmail.mailbox.allSent()).append('\n');
    words.append("TOASTS ").append(telegram.toasts()).append('\n');
    words.append("GMAIL ").append(gmail.requests()).append('\n');
    words.append("CLAUDE ").append(claude.requests()).append('\n');
    words.append("RECORD ").append(actions()).append('\n');
    programs.forEach(one -> words.append("TALK ").append(one.talk()).append('\n'));
    return words.toString();
  }

  @Override
  public void close() {
    programs.forEach(Program::close);
    telegram.close();
    claude.close();
    gmail.close();
  }
}
