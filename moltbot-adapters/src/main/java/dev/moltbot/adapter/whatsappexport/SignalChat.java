package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.Set;

/**
 * A Signal chat as the free exporters write it, such as signal-export: {@code [2019-12-24, 12:23]
 * Jane: Hello}, with {@code Me} for the owner. WhatsApp never writes brackets without seconds.
 */
final class SignalChat implements ExportFormat {
  private static final AccountId ACCOUNT = new AccountId(new ChannelId("signal"), "import");
  private static final Set<String> OWNER = Set.of("Me");

  @Override
  public String name() {
    return "signal-chat";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    return Beginning.of(file).filter(Beginning::signal).isPresent();
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    return WhatsappChat.open(name(), ACCOUNT, file, options.and(OWNER));
  }
}
