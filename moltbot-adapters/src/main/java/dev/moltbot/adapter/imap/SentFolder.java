package dev.moltbot.adapter.imap;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/** Finds the folder for sent mail among all. */
final class SentFolder {
  /** The names it has on servers that do not mark it; the last part of a path counts. */
  private static final List<String> NAMES =
      List.of("sent", "sent items", "sent messages", "sent mail", "gesendet", "envoyés");

  private SentFolder() {}

  /**
   * Its name: as the owner says, else as the server marks it (RFC 6154), else by its usual names.
   *
   * @param said the owner's word, or empty
   */
  static Optional<String> among(List<ListInfo> folders, String said) {
    if (!said.isEmpty()) {
      return folders.stream().map(f -> f.name).filter(said::equals).findFirst();
    }
    Optional<String> marked =
        folders.stream().filter(SentFolder::marked).map(f -> f.name).findFirst();
    return marked.isPresent() ? marked : byName(folders);
  }

  private static boolean marked(ListInfo folder) {
    return folder.canOpen && List.of(folder.attrs).stream().anyMatch("\\Sent"::equalsIgnoreCase);
  }

  private static Optional<String> byName(List<ListInfo> folders) {
    return folders.stream()
        .filter(folder -> folder.canOpen && NAMES.contains(lastPart(folder)))
        .min(Comparator.comparingInt(folder -> NAMES.indexOf(lastPart(folder))))
        .map(folder -> folder.name);
  }

  private static String lastPart(ListInfo folder) {
    int slash = folder.name.lastIndexOf(folder.separator);
    return folder.name.substring(slash + 1).toLowerCase(Locale.ROOT);
  }
}
