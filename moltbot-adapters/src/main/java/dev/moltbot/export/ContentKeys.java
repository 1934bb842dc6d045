package dev.moltbot.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Names what was read and how: reading it again so gives nothing new. */
public final class ContentKeys {
  private ContentKeys() {}

  /**
   * The key of one source.
   *
   * @param version of the format's reader; raised when it learns to read more, so that files are
   *     read again
   * @param options those that change what is read, such as the owner's names
   */
  public static String of(ExportFile file, String format, int version, String... options)
      throws IOException {
    List<String> parts = new ArrayList<>(List.of(file.contentKey(), format, "" + version));
    parts.addAll(List.of(options));
    return HexFormat.of().formatHex(Digests.of(parts));
  }
}
