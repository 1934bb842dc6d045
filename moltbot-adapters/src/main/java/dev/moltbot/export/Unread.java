package dev.moltbot.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.port.Quarantined;
import java.util.Arrays;

/**
 * Names what is set aside: by file and line for the owner, and by content, as files share names.
 */
public final class Unread {
  /** Digits of the content's digest that are kept beside the name. */
  private static final int DIGITS = 8;

  private Unread() {}

  /** The same, named by its place. */
  public static Quarantined at(AccountId account, String file, long line, Quarantined what) {
    byte[] all = what.head().toByteArray();
    byte[] head = Arrays.copyOf(all, Math.min(all.length, ExportLimits.MAX_HEAD_BYTES));
    String content = ContentIds.of(new String(head, ISO_8859_1)).substring("sha256:".length());
    String id = FileNames.shown(file) + ":" + line + "#" + content.substring(0, DIGITS);
    return new Quarantined(
        new MessageId(account, id), what.reason(), what.bytes(), RawBytes.headOf(head));
  }
}
