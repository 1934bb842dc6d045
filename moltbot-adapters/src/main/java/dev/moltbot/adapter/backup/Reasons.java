package dev.moltbot.adapter.backup;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.zip.ZipException;

/** Why a file cannot be used, in a few words and without its contents. */
final class Reasons {

  private Reasons() {}

  static String of(Exception fault) {
    return switch (fault) {
      case NotWhole found -> String.valueOf(found.getMessage());
      case NoSuchFileException missing -> "there is no such file";
      case AccessDeniedException denied -> "this user may not read or write it";
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case UnsupportedRecipientStanzaException other -> "none of the keys given opens it";
      case GeneralSecurityException changed -> "it was changed, or it opens with another key";
      case EOFException cut -> "it was cut off";
      case ZipException changed -> "it was changed";
      default -> fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    };
  }
}
