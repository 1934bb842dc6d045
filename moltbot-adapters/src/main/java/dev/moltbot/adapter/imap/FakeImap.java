package dev.moltbot.adapter.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.jspecify.annotations.Nullable;

/**
 * What an IMAP server says on one connection (RFC 9051), as far as this channel asks. Whatever
 * would change a mail, even by reading it, it does not know.
 */
final class FakeImap implements FakeLines.Dialog {
  private static final Pattern FETCH =
      Pattern.compile("UID FETCH (\\d+) \\((.*)BODY\\.PEEK\\[\\]<(\\d+)\\.(\\d+)>\\)");
  private static final Pattern SEARCH =
      Pattern.compile("UID SEARCH UID (\\d+):\\*(?: SINCE (\\S+))?");
  private static final Pattern SEARCH_ID =
      Pattern.compile("UID SEARCH HEADER Message-ID \"?(<[^\"]+>)\"?");
  private static final Pattern APPEND =
      Pattern.compile("APPEND (.+) \\(\\\\Seen\\) \\{(\\d+)(\\+?)}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final FakeLines.Line line;
  private final FakeMailbox mailbox;
  private final FakeMail.Manners manners;
  private final Supplier<Instant> now;
  private volatile @Nullable String folder;
  private volatile @Nullable String idle;
  private final Runnable listener = this::arrival;
  private boolean loggedIn;
  private boolean secured;

  FakeImap(
      FakeLines.Line line, FakeMailbox mailbox, FakeMail.Manners manners, Supplier<Instant> now) {
    this.line = line;
    this.mailbox = mailbox;
    this.manners = manners;
    this.now = now;
    mailbox.listen(listener);
  }

  @Override
  public void over() {
    mailbox.unlisten(listener);
  }

  @Override
  public String greeting() {
    return manners.greeting().isEmpty() ? "* OK fake mail" : manners.greeting();
  }

  /** Says so to who waits. */
  private void arrival() {
    try {
      if (idle != null && folder != null) {
        line.say("* %d EXISTS".formatted(view().items().size()));
      }
    } catch (IOException e) {
      // Who waited is gone.
    }
  }

  @Override
  public byte[] answer(String command) throws IOException {
    String waiting = idle;
    if (waiting != null) {
      idle = null;
      return said(waiting + " OK done waiting");
    }
    String[] both = command.split(" ", 2);
    String what = both.length > 1 ? both[1] : "";
    var answer = new ByteArrayOutputStream();
    String end = carryOut(what, answer, both[0]);
    if (!end.isEmpty()) {
      answer.writeBytes(said(end.startsWith("+") ? end : both[0] + " " + end));
    }
    if (what.equals("STARTTLS") && end.startsWith("OK")) {
      line.write(answer.toByteArray());
      line.secure();
      secured = true;
      return new byte[0];
    }
    return answer.toByteArray();
  }

  private String carryOut(String what, ByteArrayOutputStream answer, String tag)
      throws IOException {
    if (what.equals("CAPABILITY")) {
      answer.writeBytes(said("* CAPABILITY IMAP4rev1 " + manners.capabilities(secured)));
      return "OK";
    }
    if (what.equals("STARTTLS")) {
      return "OK begin";
    }
    if (what.equals("AUTHENTICATE PLAIN")) {
      line.say("+ ");
      String plain = String.valueOf(line.read());
      return logIn(new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8));
    }
    if (what.startsWith("LOGIN ")) {
      String[] words = what.replace("\"", "").split(" ", 3);
      return logIn("\0" + words[1] + "\0" + words[2]);
    }
    return loggedIn ? inside(what, answer, tag) : "BAD not logged in";
  }

  private String logIn(String plain) {
    loggedIn =
        manners.takesPassword()
            && plain.equals("\0" + FakeMailbox.ADDRESS + "\0" + FakeMailbox.PASSWORD);
    return loggedIn ? "OK" : "NO [AUTHENTICATIONFAILED] no";
  }

  private String inside(String what, ByteArrayOutputStream answer, String tag) throws IOException {
    if (what.equals("NOOP")) {
      return "OK";
    }
    if (what.equals("LIST \"\" \"*\"") || what.equals("LIST \"\" *")) {
      mailbox
          .folders()
          .forEach((name, attributes) ->
              answer.writeBytes(
                  said("* LIST (%s) \"/\" \"%s\"".formatted(attributes, encoded(name)))));
      return "OK";
    }
    if (what.startsWith("EXAMINE ")) {
      return examine(decoded(what.substring(8)), answer);
    }
    Matcher append = APPEND.matcher(what);
    if (append.matches()) {
      return append(append);
    }
    return folder == null ? "BAD no folder open" : opened(what, answer, tag);
  }

  private String examine(String name, ByteArrayOutputStream answer) {
    Optional<FakeMailbox.View> view = mailbox.view(name);
    folder = view.isPresent() ? name : null;
    view.ifPresent(there ->
        answer.writeBytes(
            said(
                "* %d EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n".formatted(there.items().size())
                    + "* OK [UIDVALIDITY %d] valid\r\n".formatted(there.validity())
                    + "* OK [UIDNEXT %d] next".formatted(there.nextUid()))));
    return view.isPresent() ? "OK [READ-ONLY]" : "NO [NONEXISTENT] no such folder";
  }

  private String append(Matcher append) throws IOException {
    if (append.group(3).isEmpty()) {
      line.say("+ go on");
    }
    byte[] mail = line.read(Integer.parseInt(append.group(2)));
    line.read();
    String name = decoded(append.group(1));
    if (mailbox.view(name).isEmpty()) {
      return "NO [TRYCREATE] no such folder";
    }
    mailbox.put(name, mail, now.get());
    return "OK";
  }

  private String opened(String what, ByteArrayOutputStream answer, String tag) {
    if (what.equals("IDLE")) {
      idle = tag;
      return "+ waiting";
    }
    Matcher search = SEARCH.matcher(what);
    Matcher searchId = SEARCH_ID.matcher(what);
    Matcher fetch = FETCH.matcher(what);
    if (search.matches()) {
      answer.writeBytes(said(searched(Long.parseLong(search.group(1)), search.group(2))));
    } else if (searchId.matches()) {
      answer.writeBytes(said(searchedFor(searchId.group(1))));
    } else if (fetch.matches()) {
      fetched(fetch, answer);
    } else {
      return "BAD unknown";
    }
    return "OK";
  }

  private String searched(long from, @Nullable String since) {
    List<FakeMailbox.Item> items = view().items();
    long last = items.isEmpty() ? 0 : items.getLast().uid();
    var found = new StringBuilder("* SEARCH");
    items.stream()
        .filter(item -> item.uid() >= Math.min(from, last))
        .filter(item -> since == null || !day(item).isBefore(LocalDate.parse(since, DAY)))
        .forEach(item -> found.append(' ').append(item.uid()));
    return found.toString();
  }

  private String searchedFor(String id) {
    var found = new StringBuilder("* SEARCH");
    view().items().stream()
        .filter(item -> item.text().contains("Message-ID: " + id))
        .forEach(item -> found.append(' ').append(item.uid()));
    return found.toString();
  }

  private void fetched(Matcher asked, ByteArrayOutputStream answer) {
    long uid = Long.parseLong(asked.group(1));
    int from = Integer.parseInt(asked.group(3));
    int length = Integer.parseInt(asked.group(4));
    mailbox
        .mail(String.valueOf(folder), uid)
        .ifPresent(placed -> {
          byte[] whole = placed.item().bytes();
          int start = Math.min(from, whole.length);
          byte[] part = Arrays.copyOfRange(whole, start, Math.min(whole.length, start + length));
          String about = about(asked.group(2), placed.item());
          String head =
              "* %d FETCH (UID %d%s BODY[]<%d> {%d}\r\n"
                  .formatted(placed.number(), uid, about, from, part.length);
          answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
          answer.writeBytes(part);
          answer.writeBytes(said(")"));
        });
  }

  private String about(String items, FakeMailbox.Item item) {
    String date = items.contains("INTERNALDATE") ? MOMENT.format(item.received()) : "";
    return date.isEmpty()
        ? ""
        : " INTERNALDATE \"%s\" RFC822.SIZE %d".formatted(date, manners.size(item.text().length()));
  }

  private FakeMailbox.View view() {
    return mailbox.view(String.valueOf(folder)).orElseThrow();
  }

  private static LocalDate day(FakeMailbox.Item item) {
    return LocalDate.ofInstant(item.received(), ZoneOffset.UTC);
  }

  private static String encoded(String name) {
    return BASE64MailboxEncoder.encode(name);
  }

  private static String decoded(String name) {
    return BASE64MailboxDecoder.decode(name.replace("\"", ""));
  }

  private static byte[] said(String lines) {
    return (lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
