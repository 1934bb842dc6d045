package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.ExportSource;
import dev.moltbot.export.Origin;
import dev.moltbot.export.TextLines;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.Set;

/** A chat that WhatsApp exported as text. */
final class WhatsappChat implements ExportFormat {
  private static final AccountId ACCOUNT = new AccountId(new ChannelId("whatsapp"), "import");

  /** Raised when more is read than before, so that files are read again. */
  private static final int VERSION = 1;

  @Override
  public String name() {
    return "whatsapp-chat";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    return Beginning.of(file).filter(Beginning::whatsapp).isPresent();
  }

  /** Most chats are with somebody after whom the phone names the file; the owner is the other. */
  @Override
  public Set<String> owners(ExportFile file) throws IOException {
    return Chats.owners(file);
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    return open(name(), ACCOUNT, file, options);
  }

  /** The owner's names, the zone and the region change what is read. */
  static HistorySource open(
      String format, AccountId account, ExportFile file, ExportOptions options) throws IOException {
    String me = String.join("\n", options.me().stream().sorted().toList());
    String key =
        ContentKeys.of(file, format, VERSION, me, options.region(), options.zone().getId());
    var origin = new Origin(format, file.name(), key, account, file.bytes());
    return new ExportSource(
        origin,
        () -> {
          Chat chat = Chats.of(file, options);
          Messages messages = new Messages(account, chat, options.zone());
          return new ChatReader(TextLines.of(file), chat, messages);
        });
  }
}
