package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.TelegramApi.Keyboard;
import dev.moltbot.domain.approval.ApprovalRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a tap on a button says: do this to that request, whose draft has a digest that begins so.
 *
 * @param action one letter of those below
 * @param digestPrefix first eight bytes of the draft's digest
 */
record Button(char action, UUID request, long digestPrefix) {
  static final char APPROVE = 'A';
  static final char REJECT = 'N';
  static final char REWRITE = 'W';
  static final char LATER = 'L';

  private static final int PREFIX_CHARS = 16;

  /** The digest's beginning as the stores spell it. */
  String digestHex() {
    return HexFormat.of().toHexDigits(digestPrefix);
  }

  /** The four buttons under a card. */
  static Keyboard under(ApprovalRequest request, ButtonSeal seal) {
    return new Keyboard(
        List.of(
            List.of(key("Approve", APPROVE, request, seal), key("Rewrite", REWRITE, request, seal)),
            List.of(key("Reject", REJECT, request, seal), key("Later", LATER, request, seal))));
  }

  private static TelegramApi.Key key(
      String label, char action, ApprovalRequest request, ButtonSeal seal) {
    String prefix = request.digest().hex().substring(0, PREFIX_CHARS);
    return new TelegramApi.Key(
        label,
        seal.write(
            new Button(action, request.id().value(), HexFormat.fromHexDigitsToLong(prefix))));
  }
}
