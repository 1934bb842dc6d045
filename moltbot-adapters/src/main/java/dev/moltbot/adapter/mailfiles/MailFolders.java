package dev.moltbot.adapter.mailfiles;

import dev.moltbot.export.ExportFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Folders in which every file is a mail. */
final class MailFolders {
  /** Folders within folders of one Maildir. */
  private static final int MAX_DEPTH = 8;

  private MailFolders() {}

  /** A Maildir has two folders, of mails seen and not seen yet. */
  static boolean isMaildir(ExportFile folder) {
    List<String> names = folder.children().stream().map(ExportFile::baseName).toList();
    return names.contains("cur") && names.contains("new");
  }

  /** A folder that holds mails and nothing else. */
  static boolean isFolderOfMails(ExportFile folder) {
    List<ExportFile> all = folder.children().stream().filter(MailFolders::visible).toList();
    return !all.isEmpty() && all.stream().allMatch(MailFolders::isMailFile);
  }

  static boolean isMailFile(ExportFile file) {
    return file.baseName().toLowerCase(Locale.ROOT).endsWith(".eml");
  }

  private static boolean visible(ExportFile file) {
    return !file.baseName().startsWith(".");
  }

  /** The files of a Maildir and the folders within it, or of a folder of mails. */
  static List<ExportFile> mails(ExportFile folder) {
    List<ExportFile> all = new ArrayList<>();
    if (isMaildir(folder)) {
      collect(folder, all, 0);
    } else {
      folder.children().stream().filter(MailFolders::isMailFile).forEach(all::add);
    }
    all.sort(Comparator.comparing(ExportFile::name));
    return all;
  }

  private static void collect(ExportFile maildir, List<ExportFile> into, int depth) {
    for (ExportFile child : maildir.children()) {
      switch (child.baseName()) {
        case "cur", "new" -> files(child).forEach(into::add);
        case "tmp" -> {
          // Half written.
        }
        default -> {
          if (depth < MAX_DEPTH && isMaildir(child)) {
            collect(child, into, depth + 1);
          }
        }
      }
    }
  }

  private static Stream<ExportFile> files(ExportFile folder) {
    return folder.children().stream().filter(MailFolders::visible);
  }

  /** What the file's flags say, or else its folder: {@code Maildir/.Sent/cur/1.host:2,S}. */
  static Labels.Kind kind(String name) {
    String[] parts = name.split("/", -1);
    String flags = parts[parts.length - 1].replaceFirst("^.*[:;!]2,", ",");
    if (flags.startsWith(",") && flags.contains("T")) {
      return Labels.Kind.TRASH;
    }
    if (flags.startsWith(",") && flags.contains("D")) {
      return Labels.Kind.DRAFT;
    }
    boolean maildir = parts.length > 2 && parts[parts.length - 2].matches("cur|new");
    String folder = parts.length > 1 ? parts[parts.length - (maildir ? 3 : 2)] : "";
    return Labels.ofFolder(folder.substring(folder.lastIndexOf('.') + 1));
  }
}
