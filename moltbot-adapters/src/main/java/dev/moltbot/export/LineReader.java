package dev.moltbot.export;

import java.io.IOException;
import java.io.Reader;

/** Lines as characters. */
final class LineReader extends Reader {
  private final TextLines lines;
  private String text = "";
  private int at;

  LineReader(TextLines lines) {
    this.lines = lines;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    if (at == text.length()) {
      var next = lines.next();
      if (next.isEmpty()) {
        return -1;
      }
      text = next.get().text() + "\n";
      at = 0;
    }
    int n = Math.min(length, text.length() - at);
    text.getChars(at, at + n, into, from);
    at += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
