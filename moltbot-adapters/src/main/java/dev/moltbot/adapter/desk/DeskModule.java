package dev.moltbot.adapter.desk;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.squareup.moshi.Moshi;
import dev.moltbot.botapi.BotAddress;
import dev.moltbot.botapi.BotApi;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Doorstep;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.time.Duration;

/** Installs the Telegram control bot as the owner's desk. */
public final class DeskModule extends AbstractModule {
  static final String SERVICE = "telegram-desk";

  /** Longer than the longest poll, so that Telegram ends it and not we. */
  private static final Duration POLL_TIMEOUT = BotApi.MAX_POLL.plusSeconds(15);

  private final DeskConfig config;

  public DeskModule(DeskConfig config) {
    this.config = config;
  }

  /** The same bot before it has an owner; whoever the config names is not heard. */
  public static Doorstep doorstep(DeskConfig config, HttpClients clients) {
    Moshi moshi = new Moshi.Builder().build();
    BotAddress address = new BotAddress(config.base(), config.token());
    var patient = HttpLimits.DEFAULT.waiting(POLL_TIMEOUT);
    return new Doorway(
        new AccountId(new ChannelId(SERVICE), address.bot()),
        address.over(
            clients.client(SERVICE, HttpLimits.DEFAULT, config.base()), moshi, TelegramApi.class),
        address.over(clients.client(SERVICE, patient, config.base()), moshi, TelegramApi.class),
        moshi,
        new Knocking(new ButtonSeal(config.token().reveal(), config.owner(), config.chat())));
  }

  /** The desk, also for whoever tries it without the rest of the program. */
  @Provides
  @Singleton
  public ApprovalDesk desk(HttpClients clients) {
    Moshi moshi = new Moshi.Builder().build();
    BotCalls calls = new BotCalls(moshi);
    BotAddress address = new BotAddress(config.base(), config.token());
    TelegramApi api =
        address.over(
            clients.client(SERVICE, HttpLimits.DEFAULT, config.base()), moshi, TelegramApi.class);
    TelegramApi poll =
        address.over(
            clients.client(SERVICE, HttpLimits.DEFAULT.waiting(POLL_TIMEOUT), config.base()),
            moshi,
            TelegramApi.class);
    ButtonSeal seal = new ButtonSeal(config.token().reveal(), config.owner(), config.chat());
    OwnerGate gate = new OwnerGate(config.owner(), config.chat());
    return new TelegramDesk(
        new AccountId(new ChannelId(SERVICE), address.bot()),
        new OwnerChat(api, calls, config.chat()),
        new OwnerEar(poll, calls, moshi, gate, new Meaning(seal)),
        new Menu(api, calls, config.chat()),
        seal,
        config.zone());
  }
}
