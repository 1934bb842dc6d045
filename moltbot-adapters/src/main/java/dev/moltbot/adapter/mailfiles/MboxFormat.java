package dev.moltbot.adapter.mailfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An mbox: many mails in one file, Google Takeout's among them. */
final class MboxFormat implements ExportFormat {
  /** Raised when more is read out of a file, so that files are read again. */
  private static final int VERSION = 1;

  private static final int HEAD_BYTES = 1_000;
  private static final Pattern FROM_AND_FIELD =
      Pattern.compile("^\\s*From [^\\n]*\\n>?[!-9;-~]+[: ]");
  private static final Pattern FIELD = Pattern.compile("^[!-9;-~]+:");

  @Override
  public String name() {
    return "mbox";
  }

  /** A From line and a header field after it; where the name says mbox, a header will do. */
  @Override
  public boolean recognises(ExportFile file) throws IOException {
    String head = head(file);
    boolean named = file.baseName().toLowerCase(Locale.ROOT).endsWith(".mbox");
    return FROM_AND_FIELD.matcher(head).find() || (named && FIELD.matcher(head).find());
  }

  private static String head(ExportFile file) throws IOException {
    return new String(file.head(HEAD_BYTES), ISO_8859_1);
  }

  @Override
  public Set<String> owners(ExportFile file) throws IOException {
    return new TreeSet<>(Owners.of(from -> MboxMails.open(file, from)));
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    boolean takeout = Takeout.wrote(head(file).stripLeading().lines().findFirst().orElse(""));
    List<String> found = takeout ? found(file) : List.of();
    AccountId account = takeout ? MailAccounts.gmail(found, options) : MailAccounts.MAIL;
    ExportOptions known = options.and(Set.copyOf(found));
    String me = String.join(" ", new TreeSet<>(known.me()));
    String key = ContentKeys.of(file, name(), VERSION, account.toString(), me);
    String format = takeout ? "gmail-takeout" : name();
    var origin = new Origin(format, file.name(), key, account, file.bytes());
    return new MailSource(origin, from -> MboxMails.open(file, from), Owners.among(known.me()));
  }

  private static List<String> found(ExportFile file) throws IOException {
    return Owners.of(from -> MboxMails.open(file, from));
  }
}
