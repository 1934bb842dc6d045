package dev.moltbot.adapter.mailfiles;

import dev.moltbot.export.ExportFile;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.port.Cursor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The mails of a folder, each a file. A position is the number of files read. */
final class FolderMails implements RawMails {
  private final List<ExportFile> files;
  private int next;

  FolderMails(List<ExportFile> files, Cursor from) {
    this.files = files;
    this.next = from.atStart() ? 0 : Integer.parseInt(from.value());
  }

  @Override
  public RawMail next() throws IOException {
    if (next >= files.size()) {
      return new RawMail.End();
    }
    ExportFile file = files.get(next++);
    var note = new RawMail.Note(file.name(), 1, "", MailFolders.kind(file.name()));
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(MailLimits.DEFAULT.maxBytes() + 1);
      return bytes.length > MailLimits.DEFAULT.maxBytes()
          ? new RawMail.TooLarge(bytes, Math.max(bytes.length, file.bytes()), note)
          : new RawMail.Whole(bytes, note);
    }
  }

  @Override
  public Cursor position() {
    return new Cursor(Integer.toString(next));
  }

  @Override
  public long done() {
    return next;
  }

  @Override
  public void close() {}
}
