package dev.moltbot.warden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What answers have shown: who wrote to which bot, and which tokens were granted. Kept as digests
 * in a file of the gateway's own, so that a restart forgets nobody. Thread-safe.
 */
final class Memory {
  /** Most marks; the oldest give way. */
  static final int MAX_MARKS = 100_000;

  private final Path file;
  private final Set<String> marks =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MAX_MARKS;
            }
          });

  /**
   * With what an earlier run left; the file is written anew, without what is too old.
   *
   * @throws IOException when it can be neither read nor written: forgetting is no way to start
   */
  Memory(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().filter(line -> line.length() == 64).forEach(marks::add);
    }
    Files.write(file, List.copyOf(marks));
  }

  /** Somebody wrote to that bot from that chat. */
  void wrote(String bot, String chat) throws IOException {
    keep(chatMark(bot, chat));
  }

  synchronized boolean knows(String bot, String chat) {
    return marks.contains(chatMark(bot, chat));
  }

  /** That host handed out that token. */
  void granted(String host, String token) throws IOException {
    keep(tokenMark(host, token));
  }

  synchronized boolean wasGranted(String host, String token) {
    return marks.contains(tokenMark(host, token));
  }

  private synchronized void keep(String mark) throws IOException {
    if (marks.add(mark)) {
      Files.writeString(
          file,
          mark + "\n",
          StandardOpenOption.APPEND,
          StandardOpenOption.CREATE,
          StandardOpenOption.DSYNC);
    }
  }

  private static String chatMark(String bot, String chat) {
    return Digest.of("chat " + bot.length() + " " + bot + " " + chat);
  }

  private static String tokenMark(String host, String token) {
    return Digest.of("token " + host + " " + token);
  }
}
