package dev.moltbot.adapter.imap;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail that is written already: the library hands on its bytes and never makes any. */
final class ReadyMail extends SMTPMessage {
  private final byte[] bytes;

  ReadyMail(Session session, String from, byte[] bytes) {
    super(session);
    this.bytes = bytes;
    setEnvelopeFrom(from);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(bytes);
  }
}
