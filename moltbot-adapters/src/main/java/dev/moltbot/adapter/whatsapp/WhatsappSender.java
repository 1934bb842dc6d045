package dev.moltbot.adapter.whatsapp;

import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends under an id that follows from the approval: sent twice, it is one message. */
final class WhatsappSender implements ChannelSender {
  /** WhatsApp takes 65,536; nobody reads more than this in a chat, and nobody approves it. */
  static final TextLimit LIMIT = TextLimit.units(4_096);

  /** What WhatsApp Web's own ids begin with. */
  private static final String ID_PREFIX = "3EB0";

  private static final int ID_DIGITS = 18;

  private final Bridge bridge;
  private final AccountId account;

  WhatsappSender(Bridge bridge, AccountId account) {
    this.bridge = bridge;
    this.account = account;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public TextLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    String chat = message.to().conversation().nativeId();
    String id = idOf(message.approval());
    try {
      Optional<Talk> talk = bridge.connected();
      return talk.isEmpty()
          ? new SendOutcome.Refused("WhatsApp is not connected, nothing was sent: " + reason())
          : named(answer(talk.get().send(chat, message.text().value(), id)), chat, id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendOutcome.Unknown("interrupted while it was being sent");
    }
  }

  /** Two of the same approval are the same. */
  static String idOf(ApprovalId approval) {
    try {
      byte[] words = ("whatsapp " + approval.value()).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(words);
      String digits = HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
      return ID_PREFIX + digits.substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private SendOutcome answer(CompletableFuture<SendOutcome> outcome) throws InterruptedException {
    try {
      return outcome.get(bridge.answer().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      outcome.complete(new SendOutcome.Unknown("the WhatsApp bridge did not answer in time"));
      return outcome.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name that the message has when it is read back. */
  private static SendOutcome named(SendOutcome outcome, String chat, String id) {
    return outcome instanceof SendOutcome.Delivered
        ? new SendOutcome.Delivered(WhatsappMessages.nativeId(chat, true, id))
        : outcome;
  }

  private String reason() {
    return switch (bridge.standing()) {
      case Standing.Connecting connecting -> "it is still connecting";
      case Standing.Open open -> "it has only just connected";
      case Standing.Waiting(String reason) -> reason;
      case Standing.Stuck(String reason, String remedy) -> reason + ". " + remedy;
    };
  }
}
