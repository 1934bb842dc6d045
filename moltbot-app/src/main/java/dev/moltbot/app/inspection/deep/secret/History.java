package dev.moltbot.app.inspection.deep.secret;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every object of a git repository, also those that no branch leads to any more, streamed by {@code
 * git cat-file}. Trees are let pass: they are names.
 */
public final class History {
  /** Bytes read of one repository. */
  private static final long MAX_BYTES = 4L << 30;

  private static final int MAX_HEADER = 200;
  private static final int SHORT = 12;
  private static final List<String> COMMAND =
      List.of(
          "git",
          "cat-file",
          "--batch-all-objects",
          "--unordered",
          "--buffer",
          "--batch=%(objectname) %(objecttype) %(objectsize)");

  private History() {}

  /** The folder with the repository that this one is in. */
  public static Optional<Path> around(Path folder) {
    return Stream.iterate(folder.toAbsolutePath(), up -> up != null, Path::getParent)
        .filter(one -> Files.exists(one.resolve(".git")))
        .findFirst();
  }

  /**
   * Searches all of it.
   *
   * @return why it could not, or empty
   */
  public static String search(Path repository, Searched into) throws InterruptedException {
    var builder = new ProcessBuilder(COMMAND).directory(repository.toFile());
    // Which repository is said by the folder alone; and nothing is fetched that is not here.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    Process git;
    try {
      git = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return "git is not installed here";
    }
    try (var out = new BufferedInputStream(git.getInputStream(), Pass.BUFFER)) {
      objects(out, into);
      int status = git.waitFor();
      return status == 0 ? "" : "git cannot read " + repository + " (status " + status + ")";
    } catch (IOException e) {
      return "git's answer broke off (" + e.getClass().getSimpleName() + ")";
    } finally {
      git.destroyForcibly();
    }
  }

  private static void objects(InputStream out, Searched into) throws IOException {
    long left = MAX_BYTES;
    for (String header = line(out); !header.isEmpty(); header = line(out)) {
      String[] parts = header.split(" ", -1);
      if (parts.length != 3) {
        throw new IOException("no header");
      }
      long size = Long.parseLong(parts[2]);
      left -= size;
      if (left < 0) {
        into.unread("the repository", "too large; the rest was not read");
        return;
      }
      object(new Slice(out, size), parts[1], parts[0], into);
      out.skipNBytes(1); // The line end after each.
    }
  }

  private static void object(Slice content, String type, String id, Searched into)
      throws IOException {
    if (!type.equals("tree")) {
      String place = type + " " + id.substring(0, Math.min(SHORT, id.length()));
      new Contents(into, MAX_BYTES).of(content, place);
    }
    content.finish();
  }

  private static String line(InputStream out) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = out.read(); c >= 0 && c != '\n' && line.size() < MAX_HEADER; c = out.read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.US_ASCII);
  }
}
