package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.export.ExportOptions;
import java.util.List;
import java.util.Locale;

/**
 * Which account mails belong to. Takeout's are those of the live Gmail account, so that reading
 * both stores each mail once. All other mail is one account, whatever file it lies in and whoever
 * the owner turns out to be: then one mail in two files is one mail, too.
 */
final class MailAccounts {
  static final ChannelId GMAIL = new ChannelId("gmail");
  static final AccountId MAIL = new AccountId(new ChannelId("mail"), "import");

  private MailAccounts() {}

  /**
   * The Gmail account of a Takeout.
   *
   * @param found addresses that stand in it
   */
  static AccountId gmail(List<String> found, ExportOptions options) {
    String name =
        found.stream()
            .findFirst()
            .map(address -> Owners.spelled(address, options.me()))
            .or(() -> options.me().stream().filter(MailAccounts::isGmail).sorted().findFirst())
            .orElse("import");
    return new AccountId(GMAIL, name);
  }

  private static boolean isGmail(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("@gmail.com") || lower.endsWith("@googlemail.com");
  }
}
