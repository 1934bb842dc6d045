package dev.moltbot.adapter.instagram;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.hook.Handshake;
import dev.moltbot.hook.Hook;
import dev.moltbot.hook.Parser;
import dev.moltbot.hook.Receiver;
import dev.moltbot.hook.Signature;
import dev.moltbot.hook.SpooledReader;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ReadResult;
import dev.moltbot.state.Spool;
import dev.moltbot.wire.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What comes besides polling: nothing, or what Instagram brings to a receiver of ours. */
final class Pushes implements AutoCloseable {
  /** The path that Instagram is told, behind whatever address the owner's proxy has. */
  static final String PATH = "/instagram";

  static final String SIGNATURE = "X-Hub-Signature-256";

  private static final String CHALLENGE = "[A-Za-z0-9._-]{1,256}";

  private final ChannelReader reader;
  private final @Nullable Receiver receiver;

  private Pushes(ChannelReader reader, @Nullable Receiver receiver) {
    this.reader = reader;
    this.receiver = receiver;
  }

  /** For an account that is only polled. */
  static Pushes none(AccountId account) {
    return new Pushes(new Unpushed(account), null);
  }

  /** Listens from now on, whether or not anyone reads: what comes is kept. */
  static Pushes to(
      InstagramConfig.Webhook webhook,
      AccountId account,
      Spool spool,
      Parser parser,
      LongSupplier nanos) {
    var signature = Signature.hex(SIGNATURE, "sha256=", webhook.appSecret());
    Handshake handshake = query -> challenge(query, webhook.verifyToken());
    var hook = new Hook(Graph.WORDS.service(), webhook.port(), PATH, signature, handshake);
    var receiver = new Receiver(hook, spool, nanos);
    receiver.open(); // Why it cannot, the channel's check says.
    return new Pushes(new SpooledReader(account, spool, parser, receiver::open), receiver);
  }

  /** Instagram asks so when the owner enters the address in its dashboard. */
  private static Optional<String> challenge(Map<String, String> query, Secret token) {
    byte[] given = query.getOrDefault("hub.verify_token", "").getBytes(StandardCharsets.UTF_8);
    byte[] right = token.reveal().getBytes(StandardCharsets.UTF_8);
    boolean known = MessageDigest.isEqual(given, right);
    String challenge = query.getOrDefault("hub.challenge", "");
    boolean sound = "subscribe".equals(query.get("hub.mode")) && challenge.matches(CHALLENGE);
    return known && sound ? Optional.of(challenge) : Optional.empty();
  }

  ChannelReader reader() {
    return reader;
  }

  /** Why nothing can be brought, if so. */
  Optional<ReadResult.Stopped> obstacle() {
    return receiver == null ? Optional.empty() : receiver.open();
  }

  /** The port it listens on; 0 where there is none. */
  int port() {
    return receiver == null ? 0 : receiver.port();
  }

  @Override
  public void close() {
    if (receiver != null) {
      receiver.close();
    }
  }
}
