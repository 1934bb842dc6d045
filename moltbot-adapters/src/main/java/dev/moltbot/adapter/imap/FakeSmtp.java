package dev.moltbot.adapter.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What a submission server says on one connection (RFC 6409), as far as this channel asks. */
final class FakeSmtp implements FakeLines.Dialog {
  private final FakeLines.Line line;
  private final FakeMail.Manners manners;
  private final Consumer<Mail> taken;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final List<String> recipients = new ArrayList<>();
  private boolean loggedIn;
  private boolean secured;
  private boolean fromGiven;
  private boolean inData;

  /**
   * A mail that was handed in.
   *
   * @param text a character for each byte
   */
  record Mail(List<String> recipients, String text) {

    byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  FakeSmtp(FakeLines.Line line, FakeMail.Manners manners, Consumer<Mail> taken) {
    this.line = line;
    this.manners = manners;
    this.taken = taken;
  }

  @Override
  public String greeting() {
    return "220 fake.example.org";
  }

  @Override
  public byte[] answer(String command) throws IOException {
    if (inData) {
      return data(command);
    }
    String verb = command.toUpperCase(Locale.ROOT);
    if (verb.equals("STARTTLS")) {
      line.say("220 begin");
      line.secure();
      secured = true;
      return new byte[0];
    }
    return said(reply(verb, command));
  }

  private String reply(String verb, String command) {
    if (verb.startsWith("EHLO ")) {
      String startTls = manners.offersStartTls() && !secured ? "250-STARTTLS\r\n" : "";
      return "250-fake.example.org\r\n" + startTls + "250-AUTH PLAIN LOGIN\r\n250 8BITMIME";
    }
    if (verb.startsWith("AUTH PLAIN ")) {
      return logIn(command.substring(11));
    }
    if (verb.equals("QUIT")) {
      return "221 bye";
    }
    if (verb.equals("RSET") || verb.equals("NOOP")) {
      return "250 ok";
    }
    return loggedIn ? envelope(verb, command) : "530 5.7.0 log in first";
  }

  private String logIn(String base64) {
    String plain = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    // In front stands whom to act as: nobody else, or oneself by name.
    loggedIn =
        manners.takesPassword()
            && plain.endsWith("\0" + FakeMailbox.ADDRESS + "\0" + FakeMailbox.PASSWORD);
    return loggedIn ? "235 2.7.0 welcome" : "535 5.7.8 no";
  }

  private String envelope(String verb, String command) {
    if (verb.startsWith("MAIL FROM:<")) {
      fromGiven = command.contains("<" + FakeMailbox.ADDRESS + ">");
      recipients.clear();
      return fromGiven ? "250 ok" : "553 5.7.1 not your address";
    }
    if (verb.startsWith("RCPT TO:<") && fromGiven) {
      recipients.add(command.substring(9, command.indexOf('>')));
      return "250 ok";
    }
    if (verb.equals("DATA") && !recipients.isEmpty()) {
      inData = true;
      data.reset();
      return "354 go on";
    }
    return "503 5.5.1 not now";
  }

  /** A lone dot ends it; a dot in front was doubled on the way. */
  private byte[] data(String text) {
    if (!text.equals(".")) {
      String undoubled = text.startsWith(".") ? text.substring(1) : text;
      data.writeBytes(said(undoubled));
      return new byte[0];
    }
    inData = false;
    taken.accept(new Mail(List.copyOf(recipients), data.toString(StandardCharsets.ISO_8859_1)));
    return said("250 2.0.0 taken");
  }

  private static byte[] said(String lines) {
    return (lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
