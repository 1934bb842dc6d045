package dev.moltbot.adapter.whatsapp;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.state.Spool;
import dev.moltbot.state.StateFolder;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.FarSide;
import dev.moltbot.testkit.RaisedAlerts;
import dev.moltbot.testkit.ReadableFarSide;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The adapter, wired to a bridge that is played in this very process. */
final class WhatsappRig implements FarSide, ReadableFarSide, AutoCloseable {
  static final String NUMBER = "380501112233";
  static final AccountId ACCOUNT = new AccountId(WhatsappConfig.CHANNEL, "+" + NUMBER);
  static final SessionKey KEY = key(1);

  final FakeWhatsapp whatsapp = new FakeWhatsapp(NUMBER);
  final RaisedAlerts alerts = new RaisedAlerts();
  final SettableTime time = new SettableTime();
  final AtomicLong nanos = new AtomicLong();
  final StateFolder folder;
  final Links links;
  Bridge bridge;
  private int given;

  WhatsappRig() {
    this(temporary());
  }

  WhatsappRig(Path root) {
    this.folder = new StateFolders(root).of(WhatsappConfig.CHANNEL);
    this.links = Links.in(folder, KEY);
    this.bridge = bridge();
    link("link-1");
  }

  /** A key of 32 bytes, another for each seed. */
  static SessionKey key(int seed) {
    var bytes = new byte[SessionKey.BYTES];
    new Random(seed).nextBytes(bytes);
    return SessionKey.of(Secret.of(Base64.getEncoder().encodeToString(bytes)));
  }

  static Path temporary() {
    try {
      Path root = Files.createTempDirectory("whatsapp");
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a login leaves it. */
  void link(String name) {
    try {
      links.settle(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A bridge as a new process would have it, on the same folder. */
  Bridge bridge() {
    var patience =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofSeconds(60),
            nanos::get,
            new Random(1));
    return new Bridge(
        new Bridge.Parts(
            this::wired,
            links,
            new LinkLock(folder),
            new Spool(folder.within("inbox"), time),
            patience,
            time),
        NUMBER);
  }

  ChannelReader reader() {
    return new WhatsappReader(bridge, new WhatsappMessages(ACCOUNT), alerts, time);
  }

  ChannelSender sender() {
    return new WhatsappSender(bridge, ACCOUNT);
  }

  WhatsappCheck check() {
    return new WhatsappCheck(ACCOUNT, links, this::wired, bridge);
  }

  /** Everything that passes time passes: the next start is not held back. */
  void rests() {
    nanos.addAndGet(Duration.ofMinutes(6).toNanos());
  }

  /** Connects, and waits until it is. */
  Standing connects() {
    bridge.tend();
    return settled();
  }

  /** How it stands once it is not connecting any more. */
  Standing settled() {
    try {
      return bridge.settled(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void receives(int messages) {
    connects();
    for (int i = 0; i < messages; i++) {
      given++;
      whatsapp.receives(message("3A" + given, "38067000" + (1000 + given), "Hello " + given));
    }
    settle();
  }

  static Wire.Message message(String id, String number, String text) {
    long at = Instant.parse("2026-01-01T11:00:00Z").toEpochMilli();
    return new Wire.Message(number + "@s.whatsapp.net", "Ada", text, false, false, false, at, id);
  }

  void settle() {
    try {
      if (!whatsapp.settle(5_000)) {
        throw new AssertionError("not acknowledged: " + whatsapp.owed() + ", " + bridge.standing());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void repeatsItself() {
    whatsapp.repeatsItself();
    settle();
  }

  @Override
  public void accepts() {
    whatsapp.plan(FakeWhatsapp.Fate.DELIVER);
  }

  @Override
  public void refuses() {
    whatsapp.plan(FakeWhatsapp.Fate.REFUSE);
  }

  @Override
  public void babbles() {
    whatsapp.plan(FakeWhatsapp.Fate.BABBLE);
  }

  @Override
  public void failsAfterAccepting() {
    whatsapp.plan(FakeWhatsapp.Fate.DELIVER_AND_FAIL);
  }

  @Override
  public void hangsUpAfterReading() {
    whatsapp.plan(FakeWhatsapp.Fate.HANG_UP);
  }

  @Override
  public int messagesSeen() {
    return whatsapp.sends();
  }

  @Override
  public void close() {
    bridge.close();
    whatsapp.close();
    try (Stream<Path> all = Files.walk(folder.path().getParent())) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A bridge that is just ending still wrote there; the machine clears its own temporary files.
    }
  }

  private BridgeProgram.Running wired() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), whatsapp.port());
    return new Wired(socket, socket.getInputStream(), socket.getOutputStream());
  }

  private record Wired(Socket socket, InputStream out, OutputStream in)
      implements BridgeProgram.Running {
    @Override
    public void kill() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
