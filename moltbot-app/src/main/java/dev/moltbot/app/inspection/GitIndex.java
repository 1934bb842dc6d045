package dev.moltbot.app.inspection;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which files git keeps, by its own list; git itself need not be there (git-index(5)). */
record GitIndex(Path checkout) {
  private static final int MAGIC = 0x44495243; // DIRC
  private static final int FIXED_BYTES = 62;
  private static final int EXTENDED = 0x4000;
  private static final long MAX_BYTES = 64 << 20;

  /** Every path in it; empty when there is no list, or one of a kind that we cannot read. */
  Optional<List<String>> tracked() throws IOException {
    Path file = checkout.resolve(".git/index");
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      return Optional.empty();
    }
    ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      boolean known = index.getInt() == MAGIC;
      int version = index.getInt();
      // In the fourth version names are abbreviated; git writes it only where it is told to.
      return known && (version == 2 || version == 3)
          ? Optional.of(paths(index, index.getInt()))
          : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> paths(ByteBuffer index, int count) {
    var paths = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      int start = index.position();
      int flags = index.getShort(start + FIXED_BYTES - Short.BYTES);
      int from = start + FIXED_BYTES + ((flags & EXTENDED) == 0 ? 0 : Short.BYTES);
      int end = from;
      while (index.get(end) != 0) {
        end++;
      }
      var name = new byte[end - from];
      index.get(from, name);
      paths.add(new String(name, StandardCharsets.UTF_8));
      // Padded with one to eight zeros, to a multiple of eight.
      index.position(start + (end - start + 8) / 8 * 8);
    }
    return paths;
  }
}
