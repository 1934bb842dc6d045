package dev.moltbot.mime;

/**
 * How much of a mail we are willing to read.
 *
 * @param maxBytes size of a whole mail
 * @param maxHeaders fields in one header
 * @param maxHeaderBytes length of one field, folded lines together
 * @param maxDepth multiparts inside multiparts; each level costs a stack frame per read
 * @param maxParts parts in all
 * @param maxTextChars characters of text kept
 * @param maxHtmlBytes bytes of one HTML part looked at
 */
public record MailLimits(
    int maxBytes,
    int maxHeaders,
    int maxHeaderBytes,
    int maxDepth,
    int maxParts,
    int maxTextChars,
    int maxHtmlBytes) {

  /** 25 MiB is what Gmail itself accepts; the rest is ten times what honest mail needs. */
  public static final MailLimits DEFAULT =
      new MailLimits(25 << 20, 1_000, 256 << 10, 50, 1_000, 64 << 10, 512 << 10);
}
