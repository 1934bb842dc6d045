package dev.moltbot.adapter.imap;

import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Readings;
import dev.moltbot.channel.Refusal;
import dev.moltbot.channel.Refusal.Kind;
import dev.moltbot.wire.ApiCalls;
import dev.moltbot.wire.Failure;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands in mail (RFC 6409), each on a line of its own, and puts on record that it did. Nothing it
 * returns quotes the server. Thread-safe.
 */
final class SmtpCalls {
  static final String SERVICE = "smtp";

  static final Readings READINGS =
      new Readings(
          "the SMTP server",
          "make a new app password in your mail account's settings and set MOLTBOT_IMAP_PASSWORD",
          "see that MOLTBOT_IMAP_SMTP_SERVER is right, and that the account may send");

  /** It took the mail. */
  private static final int TAKEN = 250;

  /** It closes the line, and says nothing about the mail. */
  private static final int CLOSING = 421;

  private static final int FIRST_NO = 400;
  private static final int FIRST_LASTING_NO = 500;
  private static final int AFTER_LAST_NO = 600;

  private final ImapConfig config;
  private final Lines lines;
  private final Supplier<Bounds> bounds;
  private final ApiCalls record;
  private final LongSupplier nanos;

  SmtpCalls(
      ImapConfig config,
      Lines lines,
      Supplier<Bounds> bounds,
      ApiCalls record,
      LongSupplier nanos) {
    this.config = config;
    this.lines = lines;
    this.bounds = bounds;
    this.record = record;
    this.nanos = nanos;
  }

  /** Hands in one mail, once. Done means the server said that it took it, for all recipients. */
  Answer<Boolean> submit(byte[] mail, List<String> recipients, Duration limit) {
    return make(
        "submit",
        limit,
        (server, session) -> {
          Address[] to = recipients.stream().map(SmtpCalls::address).toArray(Address[]::new);
          server.sendMessage(new ReadyMail(session, config.address(), mail), to);
        });
  }

  /** Not parsed: it is one address, and stays what was approved. */
  private static Address address(String recipient) {
    var address = new InternetAddress();
    address.setAddress(recipient);
    return address;
  }

  /** Logs in, and leaves. */
  Answer<Boolean> logIn(Duration limit) {
    return make("log-in", limit, (server, session) -> {});
  }

  /** What is done once logged in. */
  private interface Talk {
    void with(Submission server, Session session) throws MessagingException;
  }

  private Answer<Boolean> make(String operation, Duration limit, Talk talk) {
    long start = nanos.getAsLong();
    Bounds time = bounds.get();
    time.begin(limit);
    MailSocket line = lines.line(config.smtp(), time);
    Session session = Session.getInstance(properties(line));
    var server =
        new Submission(session, new URLName("smtp", config.smtp().host(), -1, null, null, null));
    Answer<Boolean> answer = attempt(server, session, talk);
    var took = Duration.ofNanos(nanos.getAsLong() - start);
    record.record(new ApiCalls.Call(SERVICE, "SMTP", operation, status(server, answer), took));
    return answer;
  }

  private Answer<Boolean> attempt(Submission server, Session session, Talk talk) {
    @Nullable Exception failure = null;
    try {
      server.connect(
          config.smtp().host(), config.smtp().port(), config.user(), config.password().reveal());
      talk.with(server, session);
    } catch (MessagingException | RuntimeException e) {
      failure = e;
    } finally {
      leave(server);
    }
    if (server.ended()) {
      return afterTheEnd(server);
    }
    return failure == null ? new Answer.Done<>(true) : beforeTheEnd(server, failure);
  }

  private Properties properties(MailSocket line) {
    Properties properties = Lines.properties(SERVICE, line);
    boolean startTls = config.smtp().protection() == Protection.STARTTLS;
    properties.put("mail.smtp.auth", "true");
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    properties.put("mail.smtp.localhost", "[127.0.0.1]"); // Else it tells this machine's name.
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  /** The reply alone decides: neither a farewell that fails nor the library's view of it. */
  private static Answer<Boolean> afterTheEnd(Submission server) {
    int reply = server.replyToEnd();
    if (reply == TAKEN) {
      return new Answer.Done<>(true);
    }
    boolean no = reply >= FIRST_NO && reply < AFTER_LAST_NO && reply != CLOSING;
    return no
        ? new Answer.Declined<>(Refusal.of(Kind.WRONG, said(reply, server.step())))
        : new Answer.Lost<>(new Failure.Unknown("no usable answer to " + server.step()));
  }

  /** Without its end a mail is none (RFC 5321, 4.1.1.4), so nothing was sent. */
  private Answer<Boolean> beforeTheEnd(Submission server, Exception failure) {
    DeclinedException declined = Causes.find(failure, DeclinedException.class);
    if (declined != null) {
      return new Answer.Declined<>(declined.refusal());
    }
    if (config.smtp().protection() == Protection.STARTTLS && server.offersNoStartTls()) {
      return new Answer.Declined<>(
          Refusal.of(Kind.FORBIDDEN, "it offers no STARTTLS, so nothing was said to it"));
    }
    int reply = server.getLastReturnCode();
    boolean lasting = reply >= FIRST_LASTING_NO && reply < AFTER_LAST_NO;
    if (lasting && failure instanceof AuthenticationFailedException) {
      return new Answer.Declined<>(Refusal.of(Kind.REVOKED, "the password was not taken"));
    }
    if (reply >= FIRST_NO && reply < AFTER_LAST_NO) {
      Kind kind = lasting ? Kind.WRONG : Kind.NOT_NOW;
      return new Answer.Declined<>(Refusal.of(kind, said(reply, server.step())));
    }
    String reason = "no usable answer to " + server.step() + ": " + Causes.name(failure);
    return new Answer.Lost<>(new Failure.NeverLeft(reason));
  }

  private static String said(int reply, String step) {
    return "SMTP " + reply + " to " + step;
  }

  private static void leave(Submission server) {
    try {
      server.close();
    } catch (MessagingException | RuntimeException e) {
      // A goodbye that fails says nothing about the mail.
    }
  }

  private static int status(Submission server, Answer<Boolean> answer) {
    return switch (answer) {
      case Answer.Done<Boolean> done -> TAKEN;
      case Answer.Declined<Boolean> declined ->
          Math.max(server.getLastReturnCode(), ApiCalls.Call.NO_ANSWER);
      case Answer.Lost<Boolean> lost -> ApiCalls.Call.NO_ANSWER;
    };
  }
}
