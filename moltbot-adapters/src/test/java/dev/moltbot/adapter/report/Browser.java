package dev.moltbot.adapter.report;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium, spoken to by its DevTools protocol. Keeps everything the page complained of
 * and everything it asked for.
 */
final class Browser implements AutoCloseable {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  final List<String> complaints = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<String> dialogs = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<String, Object>>> asked =
      new ConcurrentHashMap<>();
  private final Process process;
  private final Path profile;
  private final WebSocket socket;

  private Browser(Path program) {
    try {
      profile = Files.createTempDirectory("moltbot-browser-");
      process = start(program, profile);
      socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(page(port()), new Ear())
              .get(30, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Where it is on this machine, or null. */
  static @Nullable Path program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  static Browser open() {
    return new Browser(Objects.requireNonNull(program()));
  }

  /** Without a sandbox, which root cannot have; it opens pages of our own only. */
  private static Process start(Path program, Path profile) throws IOException {
    var builder =
        new ProcessBuilder(
            program.toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--no-first-run",
            "--remote-debugging-port=0",
            "--window-size=1400,1000",
            "--user-data-dir=" + profile,
            "about:blank");
    builder.redirectErrorStream(true).redirectOutput(profile.resolve("said.log").toFile());
    return builder.start();
  }

  private int port() throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 600; i++) {
      if (Files.exists(file) && Files.size(file) > 0) {
        return Integer.parseInt(Files.readAllLines(file).getFirst());
      }
      Thread.sleep(50);
    }
    throw new IOException(
        "Chromium did not start: " + Files.readString(profile.resolve("said.log")));
  }

  private static URI page(int port) throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString());
    List<?> pages = (List<?>) Objects.requireNonNull(JSON.fromJson(answer.body()));
    return pages.stream()
        .map(page -> (Map<?, ?>) page)
        .filter(page -> "page".equals(page.get("type")))
        .map(page -> URI.create(String.valueOf(page.get("webSocketDebuggerUrl"))))
        .findFirst()
        .orElseThrow();
  }

  /** Opens a file and waits until its scripts are done. */
  void show(Path file) {
    requests.clear();
    complaints.clear();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    await("document.documentElement?.dataset.ready === 'yes'");
  }

  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void dark(boolean dark) {
    var feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** The value of an expression, as JSON would have it; a promise is waited for. */
  Object eval(String expression) {
    Map<String, Object> answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    Object value = ((Map<?, ?>) Objects.requireNonNull(answer.get("result"))).get("value");
    return value == null ? "" : value;
  }

  long number(String expression) {
    return ((Number) eval(expression)).longValue();
  }

  String text(String expression) {
    return String.valueOf(eval(expression));
  }

  void await(String condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(eval(condition))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + condition + "; " + complaints);
      }
      pause(50);
    }
  }

  void mouse(String type, double x, double y) {
    String button = type.equals("mouseMoved") ? "none" : "left";
    call(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", button, "clickCount", 1));
  }

  void drag(double x, double y) {
    call(
        "Input.dispatchMouseEvent",
        Map.of("type", "mouseMoved", "x", x, "y", y, "button", "left", "buttons", 1));
  }

  void click(double x, double y) {
    mouse("mouseMoved", x, y);
    mouse("mousePressed", x, y);
    mouse("mouseReleased", x, y);
  }

  /** Presses a named key such as {@code ArrowRight}. */
  void press(String key) {
    var codes = Map.of("Enter", 13, "Escape", 27, "Tab", 9);
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "text",
              type.equals("keyDown") ? text : "",
              "windowsVirtualKeyCode",
              codes.getOrDefault(key, 0)));
    }
  }

  void type(String words) {
    call("Input.insertText", Map.of("text", words));
  }

  byte[] picture() {
    Object png = call("Page.captureScreenshot", Map.of("format", "png")).getOrDefault("data", "");
    return Base64.getDecoder().decode(String.valueOf(png));
  }

  byte[] pdf() {
    Object pdf = call("Page.printToPDF", Map.of("printBackground", true)).getOrDefault("data", "");
    return Base64.getDecoder().decode(String.valueOf(pdf));
  }

  Map<String, Object> call(String method, Map<String, ?> params) {
    int id = number.incrementAndGet();
    var answer = new CompletableFuture<Map<String, Object>>();
    asked.put(id, answer);
    socket.sendText(JSON.toJson(Map.of("id", id, "method", method, "params", params)), true).join();
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("unchecked")
  private void heard(String line) throws IOException {
    var message = (Map<String, Object>) Objects.requireNonNull(JSON.fromJson(line));
    if (message.get("id") instanceof Number id) {
      Object result = message.getOrDefault("result", Map.of("error", message));
      Objects.requireNonNull(asked.remove(id.intValue())).complete((Map<String, Object>) result);
      return;
    }
    switch (String.valueOf(message.get("method"))) {
      case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" ->
          complaints.add(line);
      case "Network.requestWillBeSent" -> requests.add(url(message));
      case "Page.javascriptDialogOpening" -> dialogs.add(line);
      default -> {}
    }
  }

  private static String url(Map<String, Object> message) {
    Map<?, ?> params = (Map<?, ?>) Objects.requireNonNull(message.get("params"));
    Map<?, ?> request = (Map<?, ?>) Objects.requireNonNull(params.get("request"));
    return String.valueOf(request.get("url"));
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      remove(profile);
    } catch (IOException | InterruptedException e) {
      // A folder in /tmp stays behind; no test depends on it.
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder line = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      line.append(part);
      if (last) {
        try {
          heard(line.toString());
        } catch (IOException e) {
          complaints.add(e.toString());
        }
        line.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
