package dev.moltbot.app.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moltbot.app.inspection.deep.secret.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Credentials where none belongs, each in one place and one form. */
final class LeakFaults {
  /** What is in use in the set-up. */
  static final String KEY = "sk-ant-" + "api03-" + Samples.letters(93, 21) + "AA";

  static final String PASSWORD = "p/ss:wörd \"" + Samples.letters(16, 22);

  /** Not in use anywhere, but of a known shape. */
  private static final String OTHER = Samples.telegram();

  static final List<Leak> ALL =
      List.of(
          file("logs", ".openclaw/logs/actions.log", "{}\n{\"key\":\"" + KEY + "\"}\n"),
          file("logs", ".openclaw/logs/old/app.log.3", "GET /bot" + OTHER + "/getMe"),
          file("logs", ".openclaw/logs/url.log", URLEncoder.encode(PASSWORD, UTF_8)),
          new Leak(
              "logs",
              "a log that was rotated and packed",
              folder -> write(folder, ".openclaw/logs/a.log.gz", gzip("x " + KEY))),
          file("reports", ".openclaw/reports/report-2026-11-23.html", "<p>" + PASSWORD),
          file("reports", ".openclaw/reports/data.html", "data:;base64," + base64("k=" + KEY)),
          file("backups", ".openclaw/backups/mine.sql", "insert " + PASSWORD),
          new Leak(
              "backups",
              "a packed backup",
              folder -> write(folder, ".openclaw/backups/mine.gz", gzip(OTHER))),
          file("database", ".openclaw/data/base/1/2619", "\0\1\2" + KEY + "\0"),
          file("channels", "channels/telegram/notes.json", "{\"t\":\"" + OTHER + "\"}"),
          file("channels", "channels/gmail/refresh-token.bak", PASSWORD),
          file("home", ".openclaw/skills/telegram.md", "Use the key " + KEY),
          file("home", ".openclaw/identity.md", "line\nline\n" + PASSWORD + "\n"),
          file("home", ".openclaw/.cache/x", Base64.getUrlEncoder().encodeToString(bytes(KEY))),
          file("home", ".openclaw/id.pem", Samples.all().getOrDefault("private key", "")),
          file("home", ".openclaw/key.txt", Samples.all().getOrDefault("key of age", "")),
          new Leak("history", "a file that was taken out again", LeakFaults::taken),
          new Leak(
              "history",
              "a message of a commit",
              folder -> {
                git(folder, "init", "-q");
                git(folder, "commit", "-q", "--allow-empty", "-m", "use " + KEY);
              }),
          file("image", "security/image/conf/app.properties", "key=" + KEY));

  private LeakFaults() {}

  /**
   * One of them.
   *
   * @param where the last part of the id of the check that has to find it
   */
  record Leak(String where, String what, Plant plant) {
    interface Plant {
      void in(Path folder) throws IOException, InterruptedException;
    }

    @Override
    public String toString() {
      return where + ": " + what;
    }
  }

  private static Leak file(String where, String name, String text) {
    return new Leak(where, name, folder -> write(folder, name, bytes(text)));
  }

  private static void taken(Path folder) throws IOException, InterruptedException {
    git(folder, "init", "-q");
    write(folder, "notes.txt", bytes("a\n" + PASSWORD + "\n"));
    git(folder, "add", "notes.txt");
    git(folder, "commit", "-qm", "one");
    git(folder, "rm", "-q", "notes.txt");
    git(folder, "commit", "-qm", "two");
  }

  static void write(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, content);
  }

  static boolean git(Path folder, String... arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("git", "-c", "user.name=n"));
    command.addAll(List.of("-c", "user.email=n@example.org"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  private static String base64(String text) {
    return Base64.getMimeEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
