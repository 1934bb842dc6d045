package dev.moltbot.adapter.gateway;

import dev.moltbot.port.GatewayLog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Whole lines of one file, from a mark on.
 *
 * @param half whether the file goes on with a line that has no end yet
 * @param next behind these lines; the same mark when there are none
 */
record LogPiece(List<String> lines, boolean half, GatewayLog.Mark next) {
  /** Most bytes read at once. */
  static final int MAX_BYTES = 65_536;

  /** So much before a mark tells one file from another: the end of its last line, with its time. */
  private static final int BEFORE_BYTES = 256;

  /** Empty when there is no such file, or the mark was made in another. */
  static Optional<LogPiece> of(Path path, GatewayLog.Mark mark) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] before = before(file, mark.offset());
      return mark.before().equals(name(before))
          ? Optional.of(piece(mark, before, read(file, mark.offset(), MAX_BYTES)))
          : Optional.empty();
    }
  }

  private static LogPiece piece(GatewayLog.Mark mark, byte[] before, byte[] read) {
    int end = read.length;
    while (end > 0 && read[end - 1] != '\n') {
      end--;
    }
    // A line longer than all that is read is given away in parts, of which none will make sense.
    int taken = end == 0 && read.length == MAX_BYTES ? MAX_BYTES : end;
    byte[] lines = Arrays.copyOf(read, taken);
    var next =
        taken == 0 ? mark : new GatewayLog.Mark(mark.offset() + taken, name(tail(before, lines)));
    List<String> text = new String(lines, StandardCharsets.UTF_8).lines().toList();
    return new LogPiece(text, read.length > taken, next);
  }

  /** Empty where the file ends before. */
  private static byte[] before(RandomAccessFile file, long offset) throws IOException {
    if (file.length() < offset) {
      return new byte[0];
    }
    long from = Math.max(0, offset - BEFORE_BYTES);
    return read(file, from, (int) (offset - from));
  }

  private static byte[] read(RandomAccessFile file, long from, int most) throws IOException {
    var bytes = new byte[(int) Math.min(most, Math.max(0, file.length() - from))];
    file.seek(from);
    int got = 0;
    for (int n = 0; n >= 0 && got < bytes.length; got += Math.max(0, n)) {
      n = file.read(bytes, got, bytes.length - got);
    }
    return got == bytes.length ? bytes : Arrays.copyOf(bytes, got);
  }

  private static byte[] tail(byte[] before, byte[] lines) {
    byte[] all = Arrays.copyOf(before, before.length + lines.length);
    System.arraycopy(lines, 0, all, before.length, lines.length);
    return Arrays.copyOfRange(all, Math.max(0, all.length - BEFORE_BYTES), all.length);
  }

  private static String name(byte[] before) {
    if (before.length == 0) {
      return "";
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(before));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
