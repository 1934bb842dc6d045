package dev.moltbot.adapter.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One handing-in of one mail, which knows how far it got. Used by one thread, once. */
final class Submission extends SMTPTransport {
  /** No reply was read. */
  static final int NO_REPLY = 0;

  private static final String LOGIN = "the login";

  private String step = "the greeting";
  private boolean ended;
  private boolean replied;
  private int replyToEnd = NO_REPLY;

  Submission(Session session, URLName server) {
    super(session, server);
  }

  /** What was being done, in our own words. */
  String step() {
    return step;
  }

  /** Whether it said what it can do, and STARTTLS was not among it. */
  boolean offersNoStartTls() {
    return step.equals(LOGIN) && !supportsExtension("STARTTLS");
  }

  /** Whether the end of the mail may have left: from then on the server may have taken it. */
  boolean ended() {
    return ended;
  }

  /** The server's reply to the end of the mail, or {@link #NO_REPLY}. */
  int replyToEnd() {
    return replyToEnd;
  }

  @Override
  protected boolean ehlo(String domain) throws MessagingException {
    boolean understood = super.ehlo(domain);
    step = LOGIN;
    return understood;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    step = "MAIL FROM";
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    step = "RCPT TO";
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    step = "DATA";
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    step = "the end of the mail";
    ended = true;
    super.finishData();
  }

  /** The first reply after the end of the mail is the one to it; the library goes on talking. */
  @Override
  protected int readServerResponse() throws MessagingException {
    boolean first = ended && !replied;
    replied = ended;
    int reply = super.readServerResponse();
    replyToEnd = first ? reply : replyToEnd;
    return reply;
  }
}
