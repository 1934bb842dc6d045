package dev.moltbot.adapter.imap;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.mime.MailAddress;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import dev.moltbot.wire.ThisMachine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One mailbox, the two servers in front of it, and the password to both.
 *
 * @param address the owner's own address there; replies are written as it
 * @param user what the servers know the owner as; mostly the address
 * @param imap where mail is read
 * @param smtp where replies are handed in
 * @param sentFolder name of the folder for sent mail, or empty: then the server is asked
 */
public record ImapConfig(
    String address, String user, Secret password, Server imap, Server smtp, String sentFolder) {
  static final ChannelId CHANNEL = new ChannelId("imap");

  static final Setting ADDRESS =
      Setting.required("MOLTBOT_IMAP_ADDRESS", "your mail address; replies are written as it");
  static final Setting PASSWORD =
      Setting.secret(
              "MOLTBOT_IMAP_PASSWORD",
              "an app password for it, made in your mail account's settings")
          .by("Your provider's account settings make one; your own password is refused by most.");
  static final Setting SERVER =
      Setting.required(
          "MOLTBOT_IMAP_SERVER",
          "where mail is read, such as imaps://imap.example.org; imap:// means STARTTLS, required");
  static final Setting SMTP_SERVER =
      Setting.required(
          "MOLTBOT_IMAP_SMTP_SERVER",
          "where mail is handed in, such as smtps://smtp.example.org; smtp:// means STARTTLS,"
              + " required");
  static final Setting USER =
      Setting.optional(
          "MOLTBOT_IMAP_USER", "your user name at both servers, where it is not the address", "");
  static final Setting SENT_FOLDER =
      Setting.optional(
          "MOLTBOT_IMAP_SENT_FOLDER",
          "name of the folder for sent mail, where the server does not tell which it is",
          "");

  /** What the owner can set. */
  public static final List<Setting> SETTINGS =
      List.of(ADDRESS, PASSWORD, SERVER, SMTP_SERVER, USER, SENT_FOLDER);

  private static final String NOBODY = "nobody@example.org";

  public ImapConfig {
    if (!usable(address)) {
      throw new IllegalArgumentException("the mail address is none, or not in ASCII");
    }
  }

  /** How the line to a server is protected. */
  public enum Protection {
    /** TLS from the first byte. */
    TLS,
    /** TLS by STARTTLS; without it nothing is said. */
    STARTTLS,
    /** None. Only on this machine, for tests. */
    NONE
  }

  /** One server. */
  public record Server(Protection protection, String host, int port) {

    /**
     * Reads an address such as {@code imaps://imap.example.org:993}.
     *
     * @param protocol {@code imap} or {@code smtp}
     * @param tlsPort the usual port with TLS, {@code startTlsPort} the one with STARTTLS
     */
    static Optional<Server> parse(String text, String protocol, int tlsPort, int startTlsPort) {
      try {
        URI uri = URI.create(text);
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || uri.getUserInfo() != null || !uri.getPath().isEmpty()) {
          return Optional.empty();
        }
        if (scheme.equals(protocol + "s")) {
          return Optional.of(server(Protection.TLS, uri, tlsPort));
        }
        if (scheme.equals(protocol)) {
          return Optional.of(server(Protection.STARTTLS, uri, startTlsPort));
        }
        return scheme.equals("plain") && ThisMachine.is(uri.getHost())
            ? Optional.of(server(Protection.NONE, uri, startTlsPort))
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static Server server(Protection protection, URI uri, int usualPort) {
      int port = uri.getPort() < 0 ? usualPort : uri.getPort();
      return new Server(protection, uri.getHost(), port);
    }
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static ImapConfig from(Settings settings) {
    String address = address(settings);
    String user = settings.text(USER);
    return new ImapConfig(
        address,
        user.isEmpty() ? address : user,
        settings.secret(PASSWORD),
        server(settings, SERVER, "imap", 993, 143),
        server(settings, SMTP_SERVER, "smtp", 465, 587),
        settings.text(SENT_FOLDER));
  }

  private static String address(Settings settings) {
    String address = settings.text(ADDRESS);
    if (usable(address)) {
      return address;
    }
    if (settings.has(ADDRESS)) {
      settings.problem(ADDRESS, "is not a mail address in ASCII such as olena@example.org");
    }
    return NOBODY;
  }

  private static Server server(
      Settings settings, Setting setting, String protocol, int tlsPort, int startTlsPort) {
    Optional<Server> server = Server.parse(settings.text(setting), protocol, tlsPort, startTlsPort);
    if (server.isEmpty() && settings.has(setting)) {
      settings.problem(
          setting, "is not an address such as %ss://%s.example.org".formatted(protocol, protocol));
    }
    return server.orElse(new Server(Protection.TLS, "127.0.0.1", 9));
  }

  /** SMTP without an extension that few servers have carries no other addresses. */
  static boolean usable(String address) {
    return MailAddress.of("", address).isPresent()
        && StandardCharsets.US_ASCII.newEncoder().canEncode(address);
  }

  /** The account as the rest of the program names it. */
  public AccountId account() {
    return new AccountId(CHANNEL, address);
  }

  MailAddress owner() {
    return MailAddress.of("", address).orElseThrow();
  }

  /** No password. */
  @Override
  public String toString() {
    return "ImapConfig[" + address + ", " + imap.host() + ", " + smtp.host() + "]";
  }
}
