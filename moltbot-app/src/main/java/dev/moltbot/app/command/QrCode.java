package dev.moltbot.app.command;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/** A code to scan, drawn in characters or as a picture. */
final class QrCode {
  /** Light around the code, in modules; ISO/IEC 18004 wants four. */
  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * Encodes it.
   *
   * @throws IllegalArgumentException for a text longer than a code can hold; does not quote it
   */
  static QrCode of(String text) {
    try {
      // The least correction makes the smallest code; a screen has no scratches.
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code to scan", e);
    }
  }

  /** How many columns {@link #lines} take; about half as many lines. */
  int columns() {
    return modules.getWidth() + 2 * QUIET_ZONE;
  }

  /**
   * Two modules above each other to a character.
   *
   * @param darkInk whether ink is darker than paper; on a dark screen without colours it is lighter
   */
  List<String> lines(boolean darkInk) {
    var lines = new ArrayList<String>();
    int end = modules.getHeight() + QUIET_ZONE;
    for (int y = -QUIET_ZONE; y < end; y += 2) {
      var line = new StringBuilder();
      for (int x = -QUIET_ZONE; x < modules.getWidth() + QUIET_ZONE; x++) {
        line.append(block(dark(x, y) == darkInk, (y + 1 < end && dark(x, y + 1)) == darkInk));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** A picture without anything in it but the code. */
  String svg() {
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (dark(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
        }
      }
    }
    int size = columns();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 %d %d">
    <rect width="%d" height="%d" fill="#fff"/><path d="%s" shape-rendering="crispEdges"/></svg>
    """
        .formatted(size, size, size, size, path);
  }

  private boolean dark(int x, int y) {
    boolean within = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
    return within && modules.get(x, y) == 1;
  }

  private static char block(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '\u2588' : '\u2580';
    }
    return lower ? '\u2584' : ' ';
  }
}
