package dev.moltbot.adapter.viber;

import dev.moltbot.channel.Checks;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;

/** Asks Viber whose bot the token opens, and where it calls. Sets nothing: the reader does. */
final class ViberCheck implements ChannelCheck {
  private final ViberCalls calls;
  private final ViberApi api;
  private final ViberConfig config;

  ViberCheck(ViberCalls calls, ViberApi api, ViberConfig config) {
    this.calls = calls;
    this.api = api;
    this.config = config;
  }

  @Override
  public AccountId account() {
    return config.account();
  }

  @Override
  public Health check() {
    return Checks.health(
        ViberCalls.READINGS,
        calls.make(token -> api.account(token, ViberCalls.NOTHING)),
        this::found);
  }

  private Health found(ViberApi.Account account) {
    String set = account.webhook();
    if (!Bot.is(config.bot(), account)) {
      return new Health.Missing(Bot.OTHER, Bot.NAME_IT);
    }
    if (set == null || set.isBlank()) {
      return new Health.Missing("Viber has no webhook for the bot", "start Moltbot: it sets it");
    }
    return Bot.calls(config.webhook(), account)
        ? new Health.Fine(fine(account))
        : new Health.Missing(
            "Viber calls another webhook than yours, or with other events",
            "start Moltbot: it sets it; if it changes back, another program has the token");
  }

  private static String fine(ViberApi.Account account) {
    Long subscribers = account.subscribers();
    String who = subscribers == null ? "" : ", " + subscribers + " subscribers";
    return "the token is good, Viber calls your webhook" + who;
  }
}
