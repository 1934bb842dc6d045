package dev.moltbot.adapter.telegram;

import dev.moltbot.adapter.telegram.TelegramApi.AskConnection;
import dev.moltbot.adapter.telegram.TelegramApi.Business;
import dev.moltbot.adapter.telegram.TelegramApi.Message;
import dev.moltbot.adapter.telegram.TelegramApi.SendMessage;
import dev.moltbot.botapi.BotApi;
import dev.moltbot.botapi.BotApi.LinkPreview;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Sendings;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as the owner, in the chat of the message answered. */
final class TelegramSender implements ChannelSender {
  static final TextLimit LIMIT = TextLimit.units(BotApi.MAX_TEXT_UNITS);

  /** A bot may write where somebody wrote within the last 24 hours. */
  static final ReplyWindow WINDOW = new ReplyWindow(Duration.ofHours(24));

  private final TelegramCalls calls;
  private final TelegramApi api;
  private final AccountId account;
  private final Connections connections;
  private final InstantSource time;

  TelegramSender(
      TelegramCalls calls,
      TelegramApi api,
      AccountId account,
      Connections connections,
      InstantSource time) {
    this.calls = calls;
    this.api = api;
    this.account = account;
    this.connections = connections;
    this.time = time;
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
  public ReplyWindow window() {
    return WINDOW;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    try {
      Optional<Connection> known = connections.owners();
      if (known.isEmpty()) {
        return refused(
            "no connection of the bot to your account is known; " + Connection.RECONNECT);
      }
      Connection last = known.orElseThrow();
      return last.usable() ? send(message, last) : sendIfNowUsable(message, last);
    } catch (IOException e) {
      return refused("no use of its folder: " + e.getClass().getSimpleName());
    }
  }

  /** Telegram tells of a change once, and keeps the news for a day only; so it is asked. */
  private SendOutcome sendIfNowUsable(OutboundMessage message, Connection last) throws IOException {
    return switch (calls.make(api.connection(new AskConnection(last.id())))) {
      case Answer.Done<Business>(Business wire) -> {
        Connection now = Connection.of(wire).filter(connections::isOwners).orElse(last);
        connections.keep(now);
        yield now.usable()
            ? send(message, now)
            : refused(now.complaint() + "; " + Connection.RECONNECT);
      }
      case Answer.Declined<Business> no -> refused(last.complaint() + "; " + Connection.RECONNECT);
      case Answer.Lost<Business>(var failure) -> refused(failure.reason());
    };
  }

  private SendOutcome send(OutboundMessage message, Connection connection) {
    String chat = message.to().conversation().nativeId();
    var request =
        new SendMessage(
            connection.id(),
            chat,
            message.text().value(),
            LinkPreview.NONE,
            Quoting.at(message.to().threading(), time.instant()));
    return Sendings.outcome(
        TelegramCalls.READINGS.service(), calls.make(api.send(request)), sent -> name(chat, sent));
  }

  /** Number 0 is a message that Telegram will send some time. */
  private static @Nullable String name(String chat, Message sent) {
    Long id = sent.id();
    return id == null || id == 0 ? null : Messages.id(chat, id);
  }

  private static SendOutcome refused(String reason) {
    return new SendOutcome.Refused("Telegram: " + reason);
  }
}
