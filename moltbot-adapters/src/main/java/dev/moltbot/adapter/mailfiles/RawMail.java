package dev.moltbot.adapter.mailfiles;

/** What stands next in a file or folder of mails. */
sealed interface RawMail {

  /**
   * The bytes of one mail.
   *
   * @param note what stands beside it: the From line of an mbox, a Maildir file's flags and folder
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
  record Whole(byte[] bytes, Note note) implements RawMail {}

  /** A mail over the limit: its beginning and its size. */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
  record TooLarge(byte[] head, long bytes, Note note) implements RawMail {}

  /** From here on nothing can be read. */
  record Broken(String reason, Note note) implements RawMail {}

  /** No more. */
  record End() implements RawMail {}

  /**
   * Where a mail stands.
   *
   * @param file the file's name as the owner knows it
   * @param line where it begins in that file, from 1
   * @param fromLine of an mbox, else empty
   * @param folder what the folder or its flags make of it
   */
  record Note(String file, long line, String fromLine, Labels.Kind folder) {}
}
