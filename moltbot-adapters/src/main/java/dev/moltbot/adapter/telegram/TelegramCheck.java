package dev.moltbot.adapter.telegram;

import dev.moltbot.adapter.telegram.TelegramApi.AskConnection;
import dev.moltbot.adapter.telegram.TelegramApi.Business;
import dev.moltbot.adapter.telegram.TelegramApi.Webhook;
import dev.moltbot.botapi.BotApi.User;
import dev.moltbot.channel.Checks;
import dev.moltbot.channel.Readings;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Asks Telegram whether the bot may be connected, can be polled, and is connected to the owner. */
final class TelegramCheck implements ChannelCheck {
  private static final Readings WORDS = TelegramCalls.READINGS;

  private final TelegramCalls calls;
  private final TelegramApi api;
  private final AccountId account;
  private final Connections connections;

  TelegramCheck(TelegramCalls calls, TelegramApi api, AccountId account, Connections connections) {
    this.calls = calls;
    this.api = api;
    this.account = account;
    this.connections = connections;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Health check() {
    return Checks.health(WORDS, calls.make(api.me()), this::bot);
  }

  private Health bot(User bot) {
    return Boolean.TRUE.equals(bot.business())
        ? Checks.health(WORDS, calls.make(api.webhook()), this::pollable)
        : new Health.Missing(
            "the bot may not be connected to an account",
            "turn its Business Mode on with @BotFather (/mybots, the bot, Bot Settings)");
  }

  private Health pollable(Webhook webhook) {
    String url = webhook.url();
    return url == null || url.isEmpty()
        ? known()
        : new Health.Missing(TelegramCalls.WEBHOOK, WORDS.permit());
  }

  private Health known() {
    try {
      Optional<Connection> own = connections.owners();
      return own.isEmpty()
          ? new Health.Missing(
              "no connection of the bot to your account is known yet",
              Connection.RECONNECT + "; if it is connected, the next message makes it known")
          : asked(own.orElseThrow());
    } catch (IOException e) {
      return new Health.Unreachable(
          "Telegram: no use of its folder: " + e.getClass().getSimpleName());
    }
  }

  private Health asked(Connection known) {
    var answer = calls.make(api.connection(new AskConnection(known.id())));
    return Checks.health(
        new Readings(WORDS.service(), WORDS.authorise(), Connection.RECONNECT),
        answer,
        wire -> connected(wire, known));
  }

  private Health connected(Business wire, Connection known) {
    Connection now = Connection.of(wire).filter(connections::isOwners).orElse(known);
    return now.usable()
        ? new Health.Fine("connected to your account since " + day(now.date()) + ", may reply")
        : new Health.Missing(now.complaint(), Connection.RECONNECT);
  }

  private static LocalDate day(long seconds) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
  }
}
