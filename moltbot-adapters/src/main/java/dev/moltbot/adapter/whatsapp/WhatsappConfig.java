package dev.moltbot.adapter.whatsapp;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.nio.file.Path;
import java.util.List;

/** One WhatsApp account, by its phone number, and what the bridge to it needs. */
public final class WhatsappConfig {
  static final ChannelId CHANNEL = new ChannelId("whatsapp");

  static final Setting NUMBER =
      Setting.required("MOLTBOT_WHATSAPP_NUMBER", "your number on WhatsApp, such as +380501112233");
  static final Setting SESSION_KEY =
      Setting.secret(
              "MOLTBOT_WHATSAPP_SESSION_KEY",
              "seals the link with your phone on disk: 32 random bytes, make them with"
                  + " openssl rand -base64 32")
          .by("In another terminal: openssl rand -base64 32, and paste what it prints.");
  static final Setting BRIDGE =
      Setting.optional(
          "MOLTBOT_WHATSAPP_BRIDGE",
          "folder of the bridge (npm ci installs it there), or unix: and the socket of one that runs"
              + " in a container; not set: whatsapp-bridge in this copy of Moltbot",
          "");
  static final Setting NODE =
      Setting.optional(
          "MOLTBOT_WHATSAPP_NODE", "the Node that runs the bridge, 20 or newer", "node");

  /** What the owner can set. */
  public static final List<Setting> SETTINGS = List.of(NUMBER, SESSION_KEY, BRIDGE, NODE);

  /** How a rehearsal says where it is; anyone may set it, and it leads nowhere but loopback. */
  static final String REHEARSAL = "rehearsal:";

  /** How a bridge is named that runs by itself: a socket of this machine, and no other address. */
  private static final String SOCKET = "unix:";

  private static final String NOBODY = "+10000000";
  private static final Secret NO_KEY = Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  private final String number;
  private final SessionKey key;
  private final BridgeProgram program;

  WhatsappConfig(String number, SessionKey key, BridgeProgram program) {
    this.number = number;
    this.key = key;
    this.program = program;
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static WhatsappConfig from(Settings settings) {
    return new WhatsappConfig(numberIn(settings), keyIn(settings), programIn(settings));
  }

  private static String numberIn(Settings settings) {
    String plain = settings.text(NUMBER).replaceAll("[ ().-]", "");
    String number = plain.startsWith("+") ? plain : "+" + plain;
    if (number.matches("\\+[1-9]\\d{6,14}")) {
      return number;
    }
    if (settings.has(NUMBER)) {
      settings.problem(NUMBER, "is not a number with its country code such as +380501112233");
    }
    return NOBODY;
  }

  private static SessionKey keyIn(Settings settings) {
    Secret secret = settings.secret(SESSION_KEY);
    try {
      return SessionKey.of(settings.has(SESSION_KEY) ? secret : NO_KEY);
    } catch (IllegalArgumentException e) {
      settings.problem(SESSION_KEY, e.getMessage() + "; make one with openssl rand -base64 32");
      return SessionKey.of(NO_KEY);
    }
  }

  private static BridgeProgram programIn(Settings settings) {
    String folder = settings.text(BRIDGE);
    if (folder.matches(REHEARSAL + "[1-9]\\d{0,4}")) {
      return new RehearsalProgram(Integer.parseInt(folder.substring(REHEARSAL.length())));
    }
    if (folder.startsWith(SOCKET)) {
      return socketIn(settings, folder.substring(SOCKET.length()));
    }
    Path there = folder.isEmpty() ? BridgeFolder.beside(WhatsappConfig.class) : Path.of(folder);
    return new NodeProgram(settings.text(NODE), there);
  }

  private static BridgeProgram socketIn(Settings settings, String path) {
    if (!path.startsWith("/")) {
      settings.problem(BRIDGE, "names no socket such as unix:/run/bridge/socket");
    }
    return new SocketProgram(Path.of(path));
  }

  /** The account as the rest of the program names it. */
  public AccountId account() {
    return new AccountId(CHANNEL, number);
  }

  /** The number, digits only. */
  String digits() {
    return number.substring(1);
  }

  SessionKey key() {
    return key;
  }

  BridgeProgram program() {
    return program;
  }

  /** No key. */
  @Override
  public String toString() {
    return "WhatsappConfig[" + number + "]";
  }
}
