package dev.moltbot.domain.draft;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.text.InvisibleText;
import java.util.List;
import java.util.Locale;

/**
 * Where a reply goes. Fixed by the message it answers; no model and no text can change it.
 *
 * @param subject one line, empty on channels without subjects
 */
public record Destination(
    ConversationId conversation, List<Address> recipients, String subject, Threading threading) {
  /** Longest subject of a reply, in UTF-16 units. */
  public static final int MAX_SUBJECT_CHARS = 200;

  private static final String PREFIX = "Re: ";

  public Destination {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("a reply needs a recipient");
    }
    if (subject.length() > MAX_SUBJECT_CHARS || subject.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("subject is not one line of bounded length");
    }
  }

  /** The one place an answer to this message may go. */
  public static Destination answering(InboundMessage message) {
    return new Destination(
        message.conversation(),
        message.sender().replyTo(),
        subjectOf(message.content().subject().reveal()),
        message.threading());
  }

  private static String subjectOf(String theirs) {
    String line = InvisibleText.removeFrom(theirs).replaceAll("\\s+", " ").strip();
    if (line.isEmpty()) {
      return "";
    }
    String answer = line.toLowerCase(Locale.ROOT).startsWith("re:") ? line : PREFIX + line;
    return cut(answer);
  }

  /** Never between the halves of a surrogate pair. */
  private static String cut(String line) {
    if (line.length() <= MAX_SUBJECT_CHARS) {
      return line;
    }
    int end = MAX_SUBJECT_CHARS;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
  }

  /** Neither recipients nor subject. */
  @Override
  public String toString() {
    return "Destination[" + conversation.channel() + ", " + recipients.size() + " recipients]";
  }
}
