package dev.moltbot.adapter.scripted;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import java.util.stream.Collectors;

/** Installs a reader and a sender for each account of the script. */
public final class ScriptedModule extends AbstractModule {
  private final ScriptedConfig config;

  public ScriptedModule(ScriptedConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    var readers = Multibinder.newSetBinder(binder(), ChannelReader.class);
    var senders = Multibinder.newSetBinder(binder(), ChannelSender.class);
    var byAccount =
        config.messages().stream().collect(Collectors.groupingBy(m -> m.id().account()));
    for (AccountId account : byAccount.keySet()) {
      var script = byAccount.get(account);
      readers.addBinding().toInstance(new ScriptedReader(account, script));
      senders.addBinding().toInstance(new ScriptedSender(account, config.delivered()));
    }
  }
}
