package dev.moltbot.export;

import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.Set;

/** One kind of export that can be read. Implementations keep no state and are thread-safe. */
public interface ExportFormat {

  /** In kebab case, such as {@code whatsapp-chat}; unique among installed formats. */
  String name();

  /**
   * Whether this is such an export, by its beginning and its name; folders are asked about, too.
   * Cheap: it is asked for every file of a folder.
   *
   * @throws IOException when the file cannot be opened; it is left aside then, with that reason
   */
  boolean recognises(ExportFile file) throws IOException;

  /**
   * Names and addresses of the owner that stand in the export itself, in a profile or as the one
   * who received; nothing where it does not tell. What one export tells is believed for all.
   */
  default Set<String> owners(ExportFile file) throws IOException {
    return Set.of();
  }

  /**
   * Gets ready to read. Reads as little as it can.
   *
   * @param file one that is recognised
   * @throws OwnerUnknownException when nobody can tell which of the writers the owner is
   * @throws IOException when the file cannot be opened
   */
  HistorySource open(ExportFile file, ExportOptions options) throws IOException;
}
