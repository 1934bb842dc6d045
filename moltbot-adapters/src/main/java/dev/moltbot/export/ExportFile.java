package dev.moltbot.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A file, a folder, or an entry of an archive. What is gzipped reads as what it was. Every stream
 * is bounded by {@link ExportLimits}, so no archive unpacks to more than it may.
 */
public interface ExportFile {

  /**
   * The path from what the owner gave, parted by {@code /}, archives included: {@code
   * chats.zip/Ada/_chat.txt}. For showing, never for opening: an archive can call itself anything.
   */
  String name();

  /** The last part of the name, without {@code .gz}. */
  default String baseName() {
    return FileNames.last(name());
  }

  /** Size when unpacked, in bytes; 0 for a folder and when nobody knows. */
  long bytes();

  /** The unpacked bytes. Closed by the caller; any number may be open. */
  InputStream open() throws IOException;

  /** At most that many bytes from the front; none for a folder. */
  default byte[] head(int max) throws IOException {
    try (InputStream in = open()) {
      return Digests.head(in, max);
    }
  }

  /** The other files in the same folder, or at the same place of the same archive. */
  List<ExportFile> siblings();

  /** What is in a folder or an archive, by name; empty for a file. */
  default List<ExportFile> children() {
    return List.of();
  }

  /**
   * SHA-256 of the unpacked bytes, in hexadecimal; of a folder, of what its files hold, whatever
   * their names and order. Reads everything the first time.
   */
  String contentKey() throws IOException;
}
