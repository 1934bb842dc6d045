package dev.moltbot.hook;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.fake.Caller;
import dev.moltbot.state.Spool;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A receiver on a free port, and what can be said to it. */
final class HookRig implements AutoCloseable {
  static final String HEADER = "X-Sign";
  static final Handshake HANDSHAKE =
      query ->
          "letmein".equals(query.get("token"))
              ? Optional.ofNullable(query.get("challenge"))
              : Optional.empty();

  final Signature signature = Signature.hex(HEADER, "", Secret.of("key"));
  final AtomicLong nanos = new AtomicLong();
  final Spool spool;
  final Receiver receiver;

  HookRig(Path root, Hook.Limits limits) {
    this(root, 0, limits, HANDSHAKE);
  }

  HookRig(Path root, int port, Hook.Limits limits, Handshake handshake) {
    spool = new Spool(new StateFolders(root).of(new ChannelId("example")), new SettableTime());
    var hook = new Hook("Example", port, "/example", signature, handshake, limits);
    receiver = new Receiver(hook, spool, nanos::get);
  }

  HookRig opened() {
    receiver
        .open()
        .ifPresent(why -> {
          throw new AssertionError(why.reason());
        });
    return this;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + receiver.port() + path);
  }

  int posts(String body) {
    return posts(body, signature.of(bytes(body)));
  }

  int posts(String body, String sign) {
    return Caller.post(url("/example"), Map.of(HEADER, sign), bytes(body)).status();
  }

  List<String> kept() throws IOException, InterruptedException {
    return spool.after(0, 1_000, Duration.ZERO).stream().map(Spool.Entry::text).toList();
  }

  /** A bare connection. */
  Socket line() throws IOException {
    var line = new Socket(InetAddress.getLoopbackAddress(), receiver.port());
    line.setSoTimeout(Caller.PATIENCE_MILLIS);
    return line;
  }

  /** Says it as it is, and returns everything that comes back until the line is dead. */
  String says(String words) throws IOException {
    try (Socket line = line()) {
      line.getOutputStream().write(bytes(words));
      line.getOutputStream().flush();
      return heard(line);
    }
  }

  /** Each ended as HTTP ends lines. */
  static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  static String heard(Socket line) {
    var all = new StringBuilder();
    try (InputStream in = line.getInputStream()) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        all.append((char) c);
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("the line stayed open", e);
    } catch (IOException e) {
      return all.toString(); // Reset, which is dead enough.
    }
    return all.toString();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    receiver.close();
  }
}
