package dev.moltbot.adapter.metaexport;

import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.ExportSource;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** One file of a conversation. Several of one conversation are read each for itself. */
final class ThreadFormat implements ExportFormat {
  private static final int VERSION = 1;

  @Override
  public String name() {
    return "meta-chat";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    if (!file.baseName().toLowerCase(Locale.ROOT).endsWith(".json")) {
      return false;
    }
    String head = Service.head(file);
    boolean people = head.contains("\"participants\"") && head.contains("\"name\"");
    return head.contains("\"messages\"")
        && (head.contains("\"sender_name\"") || head.contains("\"senderName\"") || people);
  }

  @Override
  public Set<String> owners(ExportFile file) throws IOException {
    return Chats.partnered(file, Head.of(file)).map(Set::of).orElse(Set.of());
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    Service service = Service.of(file);
    Chat chat = Chats.of(file, Head.of(file), options);
    String key =
        ContentKeys.of(file, name(), VERSION, service.name(), chat.conversation(), chat.owner());
    return new ExportSource(
        new Origin(name(), file.name(), key, service.account(), file.bytes()),
        () -> new ThreadReader(file.open(), new Posts(service.account(), chat)));
  }
}
