import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What somebody tries who has taken the program over. Run inside a container by the runtime that is
 * there: {@code Attempts NAME ARGUMENTS...}. Prints one line an attempt: its name, {@code done} or
 * {@code refused}, and what was seen. Ends with 0 whatever comes out: the test judges.
 */
final class Attempts {
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private Attempts() {}

  interface Attempt {
    /** What was seen when it went through; throws when it did not. */
    String run() throws Throwable;
  }

  public static void main(String[] args) throws Throwable {
    String[] rest = List.of(args).subList(1, args.length).toArray(String[]::new);
    switch (args[0]) {
      case "calls" -> calls(rest);
      case "write" -> each(rest, "write", path -> write(Path.of(path)));
      case "read" -> each(rest, "read", path -> read(Path.of(path)));
      case "exec" -> attempt("exec " + rest[0], () -> exec(Path.of(rest[0]), Path.of(rest[1])));
      case "start" -> each(rest, "start", path -> start(List.of(path.split(","))));
      case "connect" -> each(rest, "connect", Attempts::connect);
      case "post" -> attempt("post", () -> post(rest[0], rest[1]));
      case "socket" -> each(rest, "socket", path -> unix(Path.of(path)));
      case "processes" -> attempt("processes", () -> processes(Integer.parseInt(rest[0])));
      case "memory" -> attempt("memory", () -> memory(Integer.parseInt(rest[0])));
      case "files" -> attempt("files", () -> files(Integer.parseInt(rest[0])));
      case "core" -> attempt("core", Attempts::core);
      case "status" -> attempt("status", () -> status(rest));
      default -> throw new IllegalArgumentException(args[0]);
    }
    Runtime.getRuntime().halt(0);
  }

  private interface OfPath {
    String on(String path) throws Throwable;
  }

  private static void each(String[] paths, String what, OfPath one) {
    for (String path : paths) {
      attempt(what + " " + path, () -> one.on(path));
    }
  }

  private static void attempt(String name, Attempt attempt) {
    String outcome;
    try {
      outcome = "done " + attempt.run();
    } catch (Throwable refused) {
      outcome = "refused " + refused.getClass().getSimpleName() + " " + refused.getMessage();
    }
    System.out.println(name.replace(' ', '_') + " " + outcome.replace('\n', ' '));
  }

  /** Every system call of a file with lines "name number", with arguments that make no sense. */
  private static void calls(String[] file) throws Throwable {
    for (String line : Files.readAllLines(Path.of(file[0]))) {
      String[] both = line.split(" ");
      long[] arguments = {-1, -1, -1, -1, -1, -1};
      for (int i = 2; i < both.length; i++) {
        arguments[i - 2] = Long.decode(both[i]);
      }
      int errno = call(Long.parseLong(both[1]), arguments);
      System.out.println(both[0] + " " + (errno == 1 ? "refused" : "done") + " errno " + errno);
    }
  }

  /** The errno of a raw system call; 0 when it went well. */
  private static int call(long number, long... a) throws Throwable {
    var linker = Linker.nativeLinker();
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    MethodHandle syscall =
        linker.downcallHandle(
            linker.defaultLookup().find("syscall").orElseThrow(),
            FunctionDescriptor.of(word, word, word, word, word, word, word, word),
            Linker.Option.captureCallState("errno"));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = (long) syscall.invokeExact(state, number, a[0], a[1], a[2], a[3], a[4], a[5]);
      return result == -1 ? (int) ERRNO.get(state, 0L) : 0;
    }
  }

  private static String write(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      Path file = Files.createFile(path.resolve("attempt-" + ProcessHandle.current().pid()));
      Files.delete(file);
      return "a new file";
    }
    try (var out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
      return "open for writing";
    }
  }

  private static String read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (var list = Files.list(path)) {
        return some(list.count()) + " entries";
      }
    }
    try (InputStream in = Files.newInputStream(path)) {
      return some(in.readNBytes(16).length) + " bytes";
    }
  }

  /** What the engine hides is there, and empty. */
  private static long some(long found) throws IOException {
    if (found == 0) {
      throw new IOException("nothing in it");
    }
    return found;
  }

  /** Whether a crash would leave its memory in a file. */
  private static String core() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/limits")).stream()
            .filter(limit -> limit.startsWith("Max core file size"))
            .findFirst()
            .orElseThrow();
    if (line.matches("Max core file size +0 +0 .*")) {
      throw new IOException(line.strip());
    }
    return line.strip();
  }

  /** Brings a program into the folder and runs it. */
  private static String exec(Path folder, Path program) throws Exception {
    Path copy = folder.resolve("attempt-program");
    Files.deleteIfExists(copy);
    Files.copy(program, copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      return start(List.of(copy.toString(), "--version"));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static String start(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readNBytes(200));
    process.waitFor(20, TimeUnit.SECONDS);
    if (process.exitValue() == 127 || process.exitValue() == 126) {
      throw new IOException(said.strip());
    }
    return "status " + process.exitValue() + " " + said.strip();
  }

  private static String connect(String address) throws IOException {
    int colon = address.lastIndexOf(':');
    try (var socket = new Socket()) {
      int port = Integer.parseInt(address.substring(colon + 1));
      socket.connect(new InetSocketAddress(address.substring(0, colon), port), 3000);
      return "connected";
    }
  }

  /** What is answered to a form. */
  private static String post(String address, String form) throws IOException {
    var call = (HttpURLConnection) URI.create(address).toURL().openConnection();
    call.setConnectTimeout(3000);
    call.setReadTimeout(15_000);
    call.setDoOutput(true);
    call.getOutputStream().write(form.getBytes());
    int status = call.getResponseCode();
    InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream();
    return status + " " + new String(body.readNBytes(1000));
  }

  private static String unix(Path path) throws IOException {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      channel.write(ByteBuffer.wrap("GET /version HTTP/1.0\r\n\r\n".getBytes()));
      return "connected";
    }
  }

  /** How many tasks there can be; the kernel counts threads as it counts processes. */
  private static String processes(int most) {
    for (int i = 0; i < most; i++) {
      try {
        Thread.ofPlatform().daemon().stackSize(64 << 10).start(Attempts::sleep);
      } catch (OutOfMemoryError e) {
        throw new IllegalStateException("after " + i + " tasks");
      }
    }
    return most + " tasks";
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String memory(int mebibytes) {
    Arena arena = Arena.global();
    for (int i = 0; i < mebibytes; i++) {
      arena.allocate(1 << 20).fill((byte) 1);
    }
    return mebibytes + " MiB";
  }

  private static String files(int most) throws IOException {
    var open = new ArrayList<InputStream>();
    try {
      for (int i = 0; i < most; i++) {
        open.add(Files.newInputStream(Path.of("/etc/passwd")));
      }
      return most + " open files";
    } catch (IOException e) {
      throw new IOException("after " + open.size() + " open files");
    } finally {
      for (InputStream in : open) {
        in.close();
      }
    }
  }

  /** Lines of /proc/self/status by name. */
  private static String status(String[] names) throws IOException {
    return String.join(
        " ",
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> List.of(names).contains(line.split(":")[0]))
            .map(line -> line.replaceAll(":?\\s+", "="))
            .toList());
  }
}
