package dev.moltbot.adapter.imap;

/** The folders that are read. */
enum Folder {
  /** What the owner sent, from any program: read first, so that an answered mail is seen so. */
  SENT,
  /** What the owner got. */
  INBOX
}
