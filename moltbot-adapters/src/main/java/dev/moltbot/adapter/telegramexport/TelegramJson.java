package dev.moltbot.adapter.telegramexport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One chat or a whole account, exported by Telegram Desktop as JSON. */
final class TelegramJson implements ExportFormat {
  static final AccountId ACCOUNT = new AccountId(new ChannelId("telegram"), "import");

  /** Raised when more is read than before, so that files are read again. */
  private static final int VERSION = 1;

  private static final int HEAD_BYTES = 64 << 10;

  private static final Pattern CHAT =
      Pattern.compile(
          "\"type\"\\s*:\\s*\"(?:personal_chat|bot_chat|saved_messages"
              + "|(?:private|public)_(?:group|supergroup|channel))\"");

  private static final Pattern OWNER =
      Pattern.compile("\"personal_information\"\\s*:\\s*\\{[^{}]*?\"user_id\"\\s*:\\s*(\\d{1,18})");

  @Override
  public String name() {
    return "telegram-json";
  }

  /** By words that only Telegram puts together; other exports have messages, too. */
  @Override
  public boolean recognises(ExportFile file) throws IOException {
    if (!file.baseName().toLowerCase(Locale.ROOT).endsWith(".json")) {
      return false;
    }
    String head = new String(file.head(HEAD_BYTES), UTF_8);
    boolean whole = head.contains("\"personal_information\"") && head.contains("\"user_id\"");
    boolean messages = head.contains("\"messages\"") && head.contains("\"type\"");
    boolean dated = head.contains("\"date_unixtime\"") || head.contains("\"from_id\"");
    return whole || CHAT.matcher(head).find() || (messages && dated);
  }

  /** A whole account says whose it is, near its beginning. */
  @Override
  public Set<String> owners(ExportFile file) throws IOException {
    Matcher owner = OWNER.matcher(new String(file.head(HEAD_BYTES), UTF_8));
    return owner.find() ? Set.of(owner.group(1)) : Set.of();
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    String me = String.join("\n", options.me().stream().sorted().toList());
    String key =
        ContentKeys.of(file, name(), VERSION, me, options.region(), options.zone().getId());
    return new ExportSource(
        new Origin(name(), file.name(), key, ACCOUNT, file.bytes()),
        () -> new JsonExportReader(file.open(), new Messages(ACCOUNT, options), options));
  }
}
