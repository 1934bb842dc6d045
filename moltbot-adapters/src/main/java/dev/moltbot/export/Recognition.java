package dev.moltbot.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Finds what can be read below the paths that the owner gave. What no format knows is left aside
 * with its reason. Used by one thread; archives stay open until it is closed.
 */
public final class Recognition implements Closeable {
  /** What is said of a file that is no export. */
  public static final String UNKNOWN = "no format knows it";

  private final List<ExportFormat> formats;
  private final ExportTree tree = new ExportTree();
  private final List<Found> found = new ArrayList<>();
  private final List<Aside> aside = new ArrayList<>();

  /**
   * Nothing is looked at yet.
   *
   * @param formats asked in this order; the first that knows a file has it
   */
  public Recognition(List<ExportFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** An export and who reads it. */
  public record Found(ExportFormat format, ExportFile file) {}

  /**
   * A file that is not read.
   *
   * @param reason in the program's own words
   */
  public record Aside(String name, String reason) {}

  /** Looks at one path and everything below it. */
  public void look(Path path) throws IOException {
    visit(tree.at(path), 0);
  }

  public List<Found> found() {
    return List.copyOf(found);
  }

  public List<Aside> aside() {
    return List.copyOf(aside);
  }

  private void visit(ExportFile file, int depth) {
    if (FileNames.litter(file.name())) {
      return;
    }
    try {
      ExportFile opened = file instanceof DiskFile disk ? tree.opened(disk) : file;
      Optional<ExportFormat> known = knower(new Peeked(opened));
      if (known.isPresent()) {
        found.add(new Found(known.get(), opened));
      } else if (opened instanceof DiskFile || opened instanceof ZipFileEntry) {
        aside.add(new Aside(opened.name(), UNKNOWN));
      } else {
        descend(opened, depth);
      }
    } catch (IOException | UncheckedIOException e) {
      aside.add(new Aside(file.name(), "cannot be opened: " + said(e)));
    }
  }

  private Optional<ExportFormat> knower(ExportFile file) throws IOException {
    for (ExportFormat format : formats) {
      if (format.recognises(file)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private void descend(ExportFile folder, int depth) throws IOException {
    if (depth >= ExportLimits.MAX_DEPTH) {
      throw new IOException("nested deeper than " + ExportLimits.MAX_DEPTH + " folders");
    }
    for (ExportFile child : folder.children()) {
      visit(child, depth + 1);
    }
  }

  /** Our own words are told; others' may hold a path. */
  private static String said(Exception e) {
    String message = e.getMessage();
    boolean ours = e.getClass() == IOException.class || e instanceof ZipException;
    return ours && message != null ? message : e.getClass().getSimpleName();
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
