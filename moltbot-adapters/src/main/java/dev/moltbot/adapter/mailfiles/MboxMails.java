package dev.moltbot.adapter.mailfiles;

import dev.moltbot.export.ExportFile;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.Mbox;
import dev.moltbot.port.Cursor;
import java.io.IOException;

/** The mails of an mbox. A position is the offset of the next mail, and its line. */
final class MboxMails implements RawMails {
  private final Mbox mbox;
  private final String name;
  private final Labels.Kind folder;
  private final long linesBefore;
  private long line;

  private MboxMails(Mbox mbox, ExportFile file, long linesBefore) {
    this.mbox = mbox;
    this.name = file.name();
    this.folder = Labels.ofFolder(file.baseName().replaceFirst("(?i)\\.mbox$", ""));
    this.linesBefore = linesBefore;
    this.line = linesBefore + 1;
  }

  static MboxMails open(ExportFile file, Cursor from) throws IOException {
    String[] place = from.atStart() ? new String[] {"0", "0"} : from.value().split(" ", 2);
    long offset = Long.parseLong(place[0]);
    Mbox mbox = Mbox.open(file.open(), offset, MailLimits.DEFAULT.maxBytes());
    return new MboxMails(mbox, file, Long.parseLong(place[1]));
  }

  @Override
  public RawMail next() {
    Mbox.Item item = mbox.next();
    line = linesBefore + mbox.place().line();
    return switch (item) {
      case Mbox.Item.Message mail -> new RawMail.Whole(mail.bytes(), note());
      case Mbox.Item.TooLarge mail -> new RawMail.TooLarge(mail.head(), mail.bytes(), note());
      case Mbox.Item.Broken broken -> new RawMail.Broken(broken.reason(), note());
      case Mbox.Item.End() -> new RawMail.End();
    };
  }

  private RawMail.Note note() {
    return new RawMail.Note(name, line, mbox.place().fromLine(), folder);
  }

  @Override
  public Cursor position() {
    return new Cursor(mbox.offset() + " " + (linesBefore + mbox.nextLine() - 1));
  }

  @Override
  public long done() {
    return mbox.offset();
  }

  @Override
  public void close() throws IOException {
    mbox.close();
  }
}
