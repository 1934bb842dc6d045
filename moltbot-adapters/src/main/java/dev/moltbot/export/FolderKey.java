package dev.moltbot.export;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What a folder holds: mail programs rename their files, so names make no difference. */
final class FolderKey {
  private FolderKey() {}

  static String of(ExportFile folder) throws IOException {
    var counted = new TreeMap<String, Integer>();
    collect(folder, counted, 0);
    return HexFormat.of()
        .formatHex(Digests.of(counted.entrySet().stream().map(each -> each.toString()).toList()));
  }

  private static void collect(ExportFile folder, Map<String, Integer> into, int depth)
      throws IOException {
    if (depth > ExportLimits.MAX_DEPTH) {
      throw new IOException("folders nested deeper than " + ExportLimits.MAX_DEPTH);
    }
    for (ExportFile child : folder.children()) {
      if (child instanceof DiskFolder) {
        collect(child, into, depth + 1);
      } else {
        into.merge(child.contentKey(), 1, Integer::sum);
      }
    }
  }
}
