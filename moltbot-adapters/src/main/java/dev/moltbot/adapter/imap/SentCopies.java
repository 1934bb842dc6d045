package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Answer;
import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.mime.Replies;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.angus.mail.iap.ProtocolException;

/**
 * The copies of what was sent. Some servers keep one by themselves when mail is handed in (Gmail,
 * Outlook), most leave it to the program that sends. Thread-safe.
 */
final class SentCopies {
  /** Time for keeping a copy; together with the sending it stays in the port's 30 seconds. */
  static final Duration KEEP = Duration.ofSeconds(9);

  /** Time for a look. */
  static final Duration FIND = Duration.ofSeconds(25);

  private final Supplier<ImapCalls> calls;
  private final ImapConfig config;
  private final Replies replies;

  SentCopies(Supplier<ImapCalls> calls, ImapConfig config) {
    this.calls = calls;
    this.config = config;
    this.replies = new Replies(config.owner());
  }

  /**
   * Puts a copy among the sent mail unless one is there. That it could not is on record as a call
   * that failed, and changes nothing about the send.
   */
  Answer<Boolean> keep(ApprovalId approval, byte[] mail) {
    String id = replies.messageId(approval);
    return calls.get().makeOnce("keep-copy", KEEP, line -> keep(line, id, mail));
  }

  private boolean keep(ImapLine line, String id, byte[] mail)
      throws IOException, ProtocolException {
    Optional<String> sent = line.sentFolder(config.sentFolder());
    if (sent.isEmpty()) {
      return false;
    }
    line.examine(sent.get());
    boolean missing = new Mails(line).withMessageId(id).length == 0;
    if (missing) {
      line.append(sent.get(), mail);
    }
    return missing;
  }

  /** Looks for an approval's mail among the sent mail; done with its name, or an empty one. */
  Answer<String> find(ApprovalId approval) {
    String id = replies.messageId(approval);
    return calls.get().makeOnce("find", FIND, line -> find(line, id));
  }

  private String find(ImapLine line, String id) throws IOException, ProtocolException {
    Optional<String> sent = line.sentFolder(config.sentFolder());
    if (sent.isEmpty()) {
      return "";
    }
    line.examine(sent.get());
    var mails = new Mails(line);
    long[] found = mails.withMessageId(id);
    return found.length == 0 ? "" : mails.head(found[0]).map(MailName::of).orElse("");
  }
}
