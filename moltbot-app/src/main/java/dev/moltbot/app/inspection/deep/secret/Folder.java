package dev.moltbot.app.inspection.deep.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Every regular file below a folder, in archives, too. No link is followed. */
public final class Folder {
  /** Unpacked bytes of one file; more is not waited for. */
  private static final long MAX_UNPACKED = 4L << 30;

  private final Path root;
  private final Predicate<Path> leftOut;

  /**
   * @param root may be a file, and may not be there
   * @param leftOut files and folders that are not looked at
   */
  public Folder(Path root, Predicate<Path> leftOut) {
    this.root = root;
    this.leftOut = leftOut;
  }

  /** Searches all of it. */
  public void search(Searched into) throws IOException {
    if (Files.exists(root)) {
      Files.walkFileTree(root, visitor(into));
    }
  }

  private FileVisitor<Path> visitor(Searched into) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return leftOut.test(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !leftOut.test(file)) {
          file(file, into);
        }
        return Thread.currentThread().isInterrupted()
            ? FileVisitResult.TERMINATE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException fault) {
        failed(file, fault, into);
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private void file(Path file, Searched into) {
    try (InputStream stream = Files.newInputStream(file)) {
      new Contents(into, MAX_UNPACKED).of(stream, name(file));
    } catch (IOException e) {
      failed(file, e, into);
    }
  }

  /** One that was there a moment ago, such as a database's, is no fault. */
  private void failed(Path file, IOException fault, Searched into) {
    if (!(fault instanceof NoSuchFileException)) {
      into.unread(name(file), "cannot be read (" + fault.getClass().getSimpleName() + ")");
    }
  }

  private String name(Path file) {
    return root.getFileName() + "/" + root.relativize(file);
  }
}
