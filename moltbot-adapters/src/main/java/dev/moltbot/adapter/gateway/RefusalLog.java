package dev.moltbot.adapter.gateway;

import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.port.GatewayLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Squid's file of refusals, read as it grows. When Squid begins a new one, the old one gets a
 * number and is read to its end first. A file that is none of those the mark could be from is read
 * from its beginning.
 *
 * <p>Thread-safe: it keeps nothing.
 */
final class RefusalLog implements GatewayLog {
  /** Old files looked at, {@code .0} being the newest. */
  private static final int MAX_OLD = 10;

  private final Path file;

  RefusalLog(Path file) {
    this.file = file;
  }

  @Override
  public Piece after(Mark mark) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isExecutable(folder)) {
      throw new Unreadable("its folder is not there, or closed to this user");
    }
    try {
      for (int age = -1; age < MAX_OLD; age++) {
        Optional<LogPiece> found = LogPiece.of(path(age), mark);
        if (found.isPresent()) {
          return from(found.get(), age);
        }
      }
      Optional<LogPiece> other = LogPiece.of(file, Mark.BEGINNING);
      return other.map(piece -> read(piece, 0, true)).orElseGet(() -> nothing(mark));
    } catch (IOException e) {
      throw new Unreadable(e.getClass().getSimpleName());
    }
  }

  /** An old file that has nothing more leads on to the next; a line it broke off is lost. */
  private Piece from(LogPiece found, int age) throws IOException {
    if (age < 0 || !found.lines().isEmpty()) {
      return read(found, 0, false);
    }
    Optional<LogPiece> next = LogPiece.of(path(age - 1), Mark.BEGINNING);
    return next.filter(piece -> !piece.lines().isEmpty())
        .map(piece -> read(piece, found.half() ? 1 : 0, false))
        .orElseGet(() -> nothing(found.next()));
  }

  private Path path(int age) {
    return age < 0 ? file : file.resolveSibling(file.getFileName() + "." + age);
  }

  private static Piece nothing(Mark mark) {
    return new Piece(List.of(), 0, false, mark);
  }

  private static Piece read(LogPiece piece, long lost, boolean replaced) {
    var refusals = new ArrayList<Refusal>();
    long unreadable = lost;
    for (String line : piece.lines()) {
      try {
        refusals.addAll(RefusalLine.read(line));
      } catch (IOException e) {
        unreadable++;
      }
    }
    return new Piece(refusals, unreadable, replaced, piece.next());
  }
}
