package dev.moltbot.adapter.imap;

import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.channel.Refusal;
import dev.moltbot.channel.Refusal.Kind;
import jakarta.mail.Flags;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;

/**
 * A logged-in line to an IMAP server. Works on the library's commands and not on its folders, which
 * keep a connection each, read ahead as they like and parse the mail. Used by one thread.
 */
final class ImapLine implements AutoCloseable {
  private final IMAPProtocol server;
  private final MailSocket socket;
  private final Bounds bounds;
  private @Nullable List<ListInfo> folders;
  private boolean news;

  private ImapLine(IMAPProtocol server, MailSocket socket, Bounds bounds) {
    this.server = server;
    this.socket = socket;
    this.bounds = bounds;
  }

  private void listen() {
    server.addResponseHandler(this::hear);
  }

  /** Opens it: connect, TLS, login. */
  static ImapLine open(ImapConfig config, Lines lines, Bounds bounds)
      throws IOException, ProtocolException {
    MailSocket socket = lines.line(config.imap(), bounds);
    Properties properties = Lines.properties("imap", socket);
    var log = new MailLogger(ImapLine.class, "imap", false, System.err);
    ImapConfig.Server at = config.imap();
    IMAPProtocol server = greeted(at, properties, log);
    var line = new ImapLine(server, socket, bounds);
    boolean done = false;
    try {
      line.protect(at.protection());
      line.login(config);
      line.listen();
      done = true;
      return line;
    } catch (RuntimeException bugInLibrary) {
      throw new IOException("an answer to the login that cannot be read", bugInLibrary);
    } finally {
      if (!done) {
        line.close();
      }
    }
  }

  private static IMAPProtocol greeted(ImapConfig.Server at, Properties properties, MailLogger log)
      throws IOException, ProtocolException {
    try {
      return new IMAPProtocol("imap", at.host(), at.port(), properties, false, log);
    } catch (RuntimeException bugInLibrary) {
      throw new IOException("a greeting that cannot be read", bugInLibrary);
    }
  }

  /** Before TLS nothing that was said counts, least of all that we are logged in already. */
  private void protect(Protection protection) throws IOException, ProtocolException {
    if (protection != Protection.STARTTLS) {
      return;
    }
    if (server.isAuthenticated() || !server.hasCapability("STARTTLS")) {
      throw new DeclinedException(
          Refusal.of(Kind.FORBIDDEN, "it offers no STARTTLS, so nothing was said to it"));
    }
    server.startTLS();
    server.capability();
  }

  private void login(ImapConfig config) throws IOException, ProtocolException {
    String password = config.password().reveal();
    try {
      if (server.hasCapability("AUTH=PLAIN")) {
        server.authplain(null, config.user(), password); // In UTF-8; LOGIN knows only ASCII.
      } else if (server.hasCapability("LOGINDISABLED")) {
        throw new DeclinedException(Refusal.of(Kind.FORBIDDEN, "it takes no password"));
      } else {
        server.login(config.user(), password);
      }
    } catch (CommandFailedException e) {
      throw new DeclinedException(ResponseCodes.atLogin(e.getResponse()));
    }
    if (!server.hasCapability("IMAP4REV1")) {
      server.capability(); // Some tell what they can only now.
    }
  }

  boolean can(String capability) {
    return server.hasCapability(capability);
  }

  /** Whether the other end is still there. */
  boolean alive() {
    try {
      command("NOOP", null);
      return true;
    } catch (IOException | ProtocolException e) {
      return false; // Whatever it is: a new line will show whether it lasts.
    }
  }

  /** Runs one command; a no is an exception. */
  Response[] command(String command, @Nullable Argument arguments)
      throws IOException, ProtocolException {
    return ask(() -> {
      Response[] answers = server.command(command, arguments);
      server.handleResult(answers[answers.length - 1]);
      return answers;
    });
  }

  /** Opens a folder for reading: nothing in it changes by that. */
  MailboxInfo examine(String folder) throws IOException, ProtocolException {
    MailboxInfo info = ask(() -> server.examine(folder));
    news = false;
    return info;
  }

  /**
   * The folder for sent mail, where there is one; asked for once a line.
   *
   * @param said the owner's word for it, or empty
   */
  Optional<String> sentFolder(String said) throws IOException, ProtocolException {
    List<ListInfo> known = folders;
    if (known == null) {
      ListInfo[] listed = ask(() -> server.list("", "*"));
      known = listed == null ? List.of() : List.of(listed);
      folders = known;
    }
    return SentFolder.among(known, said);
  }

  /** Puts a mail into a folder, as read. */
  void append(String folder, byte[] mail) throws IOException, ProtocolException {
    ask(() -> {
      server.append(folder, new Flags(Flags.Flag.SEEN), null, new Bytes(mail));
      return mail;
    });
  }

  /** One question to the library. */
  private interface Question<T> {
    T ask() throws ProtocolException;
  }

  /** The library trips over answers that nobody should give. */
  private static <T> T ask(Question<T> question) throws IOException, ProtocolException {
    try {
      return question.ask();
    } catch (RuntimeException bugInLibrary) {
      throw new IOException("an answer that cannot be read", bugInLibrary);
    }
  }

  /** The mail as the library wants it handed over. */
  private static final class Bytes implements Literal {
    private final byte[] mail;

    Bytes(byte[] mail) {
      this.mail = mail;
    }

    @Override
    public int size() {
      return mail.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(mail);
    }
  }

  /**
   * Waits for something new in the folder that is open (RFC 2177).
   *
   * @return whether the server said so since the folder was opened
   */
  boolean idle(Duration wait) throws IOException, ProtocolException {
    long end = bounds.after(wait);
    try {
      server.idleStart();
      boolean going = true;
      while (going && !news && (server.hasResponse() || socket.hears(end))) {
        going = server.processIdleResponse(server.readIdleResponse());
      }
      if (going) {
        server.idleAbort();
      }
      while (going) {
        going = server.processIdleResponse(server.readIdleResponse());
      }
      return news;
    } catch (RuntimeException bugInLibrary) {
      throw new IOException("an answer that cannot be read", bugInLibrary);
    }
  }

  private void hear(Response said) {
    news |= said instanceof IMAPResponse one && one.keyEquals("EXISTS");
  }

  /** Without a word of goodbye: it may be the silence of the other end that ends this. */
  @Override
  public void close() {
    server.disconnect();
  }
}
