package dev.moltbot.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.adapter.postgres.TestDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands that work on the graph reach nothing but the database on this machine: the kernel tells
 * every call of theirs that has to do with a network, the server's own included.
 */
@Tag("long")
class LocalCommandsTest {
  private static final String MAIN = "dev.moltbot.app.Main";

  /** Where a call leads. Calls without an address lead nowhere, or where an earlier one led. */
  private static final Pattern FAR =
      Pattern.compile(
          "sa_family=AF_INET.*"
              + "(?:inet_addr\\(\"(?!127\\.)|inet_pton\\(AF_INET6, \"(?!::1\"|::ffff:127\\.|::\"))");

  private static final String MAIL =
      """
      From zora@aviary.example Thu Jan  1 10:00:00 2026
      From: Zora <zora@aviary.example>
      To: me@example.org
      Subject: Finches
      Date: Thu, 01 Jan 2026 10:00:00 +0000
      Message-ID: <1@aviary.example>

      Could you look after the finches?
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void reachNothingButTheDatabase() throws Exception {
    assumeTrue(traced(List.of("true")).exit() == 0, "no strace on this machine, or not allowed");
    Path mail = Files.writeString(folder.resolve("mail.mbox"), MAIL);
    List<String> far =
        new ArrayList<>(moltbot("import", "--me", "me@example.org", mail.toString()));
    far.addAll(moltbot("contacts", "search", "finches"));
    far.addAll(moltbot("contacts", "history", "zora@aviary.example"));
    far.addAll(moltbot("contacts", "show", "zora@aviary.example"));
    far.addAll(moltbot("report"));
    far.addAll(moltbot("backup", "--new-key"));
    Path key = Files.writeString(folder.resolve("key"), keyIn(said()));
    Path backup = folder.resolve("b.age");
    far.addAll(moltbot("backup", backup.toString()));
    far.addAll(moltbot("restore", "--replace", "--key-file", key.toString(), backup.toString()));
    assertThat(far).isEmpty();
  }

  /** A program that does reach out is seen, also when nobody answers. */
  @Test
  void aCallToElsewhereIsSeen() throws Exception {
    assumeTrue(traced(List.of("true")).exit() == 0, "no strace on this machine, or not allowed");
    assertThat(far(traced(java(Caller.class.getName())).calls()))
        .anyMatch(call -> call.contains("192.0.2.1"))
        .noneMatch(call -> call.contains("127.0.0.1"));
  }

  /** Calls a place that stands for nobody, and this machine. */
  static final class Caller {
    private Caller() {}

    public static void main(String[] arguments) {
      for (String host : List.of("192.0.2.1", "127.0.0.1")) {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(host, 9), 200);
        } catch (IOException e) {
          System.out.println("as it should be: " + e.getMessage());
        }
      }
    }
  }

  private record Run(int exit, List<String> calls) {}

  /** The calls of one command that lead away. */
  private List<String> moltbot(String... arguments) throws Exception {
    var command = new ArrayList<>(java(MAIN));
    command.addAll(Arrays.asList(arguments));
    Run run = traced(command);
    assertThat(run.exit()).as(String.join(" ", arguments) + "\n" + said()).isZero();
    assertThat(run.calls().stream().anyMatch(one -> one.contains("127.0.0.1")))
        .as(arguments[0] + " works on the database")
        .isEqualTo(!List.of(arguments).contains("--new-key"));
    return far(run.calls());
  }

  private static List<String> far(List<String> calls) {
    return calls.stream().filter(call -> FAR.matcher(call).find()).toList();
  }

  private static List<String> java(String main) {
    return List.of(
        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dlogback.configurationFile=logback.xml",
        "-cp",
        System.getProperty("java.class.path", ""),
        main);
  }

  private Run traced(List<String> command) throws IOException, InterruptedException {
    Path calls = folder.resolve("calls");
    Files.deleteIfExists(calls);
    var traced =
        new ArrayList<>(
            List.of(
                "strace",
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-s",
                "200",
                "-e",
                "trace=network",
                "-o",
                calls.toString()));
    traced.addAll(command);
    var builder = new ProcessBuilder(traced).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("said").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MOLTBOT_"));
    builder.environment().put("MOLTBOT_DATABASE_PROGRAMS", TestDatabase.programs().toString());
    try {
      int exit = builder.start().waitFor();
      return new Run(exit, Files.exists(calls) ? lines(calls) : List.of());
    } catch (IOException e) {
      return new Run(-1, List.of());
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.toList();
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private static String keyIn(String said) {
    return said.lines()
        .filter(line -> line.startsWith("AGE-SECRET-KEY-1"))
        .findFirst()
        .orElseThrow();
  }
}
