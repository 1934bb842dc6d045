package dev.moltbot.adapter.linkedin;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.ChannelSender;

/** Sending where LinkedIn lets no program do it: the owner pastes. */
final class HandPart extends AbstractModule {
  static final String WORDS =
      "LinkedIn gives messaging to approved partners only; without it replies are yours to paste";

  private final AccountId account;

  HandPart(AccountId account) {
    this.account = account;
  }

  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), ChannelSender.class)
        .addBinding()
        .toInstance(new HandSender(account));
    bind(Sends.class).toInstance(() -> new Health.Fine(WORDS));
  }
}
