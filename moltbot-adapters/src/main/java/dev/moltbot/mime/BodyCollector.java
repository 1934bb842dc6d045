package dev.moltbot.mime;

import dev.moltbot.domain.message.UntrustedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Sorts the parts of one mail into text and attachments, within the limits. */
final class BodyCollector {
  /** Attachments named; the rest is read past. */
  static final int MAX_ATTACHMENTS = 100;

  private static final int SKIP_BYTES = 8 << 10;

  private final MailLimits limits;
  private final TextParts text;
  private final List<Mail.Attachment> attachments = new ArrayList<>();
  private final Deque<Integer> groups = new ArrayDeque<>();
  private PartHeader header = new PartHeader();
  private int parts;
  private int multiparts;

  BodyCollector(MailLimits limits) {
    this.limits = limits;
    this.text = new TextParts(limits.maxTextChars());
  }

  void startPart() {
    header = new PartHeader();
    parts++;
  }

  void field(Field field) {
    header.add(field);
  }

  /** Parts below a multipart/alternative form one group: they are said to mean the same. */
  void enter(BodyDescriptor multipart) {
    multiparts++;
    int outer = groups.isEmpty() ? TextParts.NO_GROUP : groups.element();
    boolean opens = outer == TextParts.NO_GROUP && "alternative".equals(multipart.getSubType());
    groups.push(opens ? multiparts : outer);
  }

  void leave() {
    groups.pop();
  }

  /** Usually a line for old mail programs; all there is when no boundary is where it should be. */
  void preamble(InputStream in) throws IOException {
    if (parts == 1) {
      text.preamble(Charsets.guess(in.readNBytes(limits.maxTextChars())));
    }
  }

  void part(MimeTokenStream stream) throws IOException {
    BodyDescriptor part = stream.getBodyDescriptor();
    boolean html = "text/html".equals(part.getMimeType());
    if (header.isText(part.getMimeType())) {
      int group = groups.isEmpty() ? TextParts.NO_GROUP : groups.element();
      if (text.wants(group, html)) {
        addText(stream, part, group, html);
      }
    } else {
      attach(stream, part);
    }
  }

  private void addText(MimeTokenStream stream, BodyDescriptor part, int group, boolean html)
      throws IOException {
    // Four bytes is the longest character, so this many always hold what we keep.
    int most = html ? limits.maxHtmlBytes() : 4 * limits.maxTextChars();
    byte[] bytes;
    boolean cut;
    try (InputStream in = stream.getDecodedInputStream()) {
      bytes = in.readNBytes(most);
      cut = bytes.length == most && in.read() >= 0;
    }
    text.add(group, html, Charsets.decode(bytes, part.getCharset()), cut);
  }

  private void attach(MimeTokenStream stream, BodyDescriptor part) throws IOException {
    if (attachments.size() >= MAX_ATTACHMENTS) {
      return;
    }
    long size = 0;
    byte[] scratch = new byte[SKIP_BYTES];
    InputStream in = stream.getInputStream();
    for (int n = in.read(scratch); n >= 0; n = in.read(scratch)) {
      size += n;
    }
    String type = CleanText.cut(CleanText.line(part.getMimeType()), HeaderText.MAX_LINE_CHARS);
    attachments.add(new Mail.Attachment(new UntrustedText(header.fileName()), type, size));
  }

  boolean overLimit() {
    return groups.size() > limits.maxDepth() || parts > limits.maxParts();
  }

  /** Which limit it was. */
  String excess() {
    return parts > limits.maxParts()
        ? "more than " + limits.maxParts() + " parts"
        : "nested deeper than " + limits.maxDepth() + " multiparts";
  }

  Mail.Content content() {
    return text.content(attachments);
  }
}
