package dev.moltbot.adapter.mailfiles;

import dev.moltbot.port.Cursor;
import java.io.Closeable;
import java.io.IOException;

/** Mails one by one, front to back. Used by one thread at a time. */
interface RawMails extends Closeable {

  RawMail next() throws IOException;

  /** Where the next mail stands; opening there goes on with it. */
  Cursor position();

  /** How far that is, in the units of the source's size. */
  long done();

  /** Opens at a position. */
  interface Opener {
    RawMails at(Cursor from) throws IOException;
  }
}
