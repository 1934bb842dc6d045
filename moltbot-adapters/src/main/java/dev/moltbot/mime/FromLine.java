package dev.moltbot.mime;

/** Tells the line between two mails from a sentence that happens to start with From. */
final class FromLine {
  private static final int MAX_BYTES = 500;

  private FromLine() {}

  /** Whether a time such as 23:59 and after it a year of four digits stand in the line. */
  static boolean test(LineSource line) {
    byte[] bytes = line.buffer();
    int end = Math.min(line.end(), line.start() + MAX_BYTES);
    for (int i = line.start() + 5; i + 2 < end; i++) {
      boolean time = bytes[i] == ':' && digit(bytes[i - 1]) && digit(bytes[i + 1]);
      if (time && digit(bytes[i + 2])) {
        return yearAfter(bytes, i + 3, end);
      }
    }
    return false;
  }

  private static boolean yearAfter(byte[] bytes, int from, int end) {
    int run = 0;
    for (int i = from; i < end; i++) {
      boolean signed = run == 0 && (bytes[i - 1] == '+' || bytes[i - 1] == '-');
      run = digit(bytes[i]) && !signed ? run + 1 : 0;
      boolean over = i + 1 == end || !digit(bytes[i + 1]);
      if (run == 4 && over) {
        return true;
      }
    }
    return false;
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }
}
