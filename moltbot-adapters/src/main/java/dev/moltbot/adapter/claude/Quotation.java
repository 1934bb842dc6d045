package dev.moltbot.adapter.claude;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.text.InvisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one JSON document. JSON because its quotation cannot be closed by what is
 * quoted: a quote, a line break or a brace inside a text comes out escaped. Angle brackets are
 * escaped as well, so that no text can wear the tags models are used to.
 *
 * <p>Addresses, ids and account names stay out: a reply can be written without them.
 */
final class Quotation {
  /** Longest conversation shown, in UTF-16 units of text; the newest message is always shown. */
  static final int MAX_CHARS = 120_000;

  /** Longest name and longest subject shown, in UTF-16 units. */
  static final int MAX_LABEL_CHARS = 300;

  private final JsonAdapter<Wire.Quoted> json;

  Quotation(Moshi moshi) {
    this.json = moshi.adapter(Wire.Quoted.class);
  }

  /** Always the same for the same request: no time, no random delimiter, no order of a hash. */
  String of(DraftRequest request) {
    List<InboundMessage> all = request.conversation().messages();
    List<InboundMessage> shown = newest(all);
    var people = new HashMap<Address, String>();
    var quoted = new ArrayList<Wire.Message>();
    for (InboundMessage message : shown) {
      quoted.add(quoted(message, people));
    }
    String previous = request.previous().isBlank() ? null : visible(request.previous());
    return json.toJson(
            new Wire.Quoted(all.size() - shown.size(), quoted, previous, context(request)))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }

  /** Absent where there is none, so that such a document is the one it always was. */
  private static @Nullable List<Wire.Context> context(DraftRequest request) {
    if (request.context().isEmpty()) {
      return null;
    }
    return request.context().stream()
        .map(quote ->
            new Wire.Context(
                label(new UntrustedText(quote.source())),
                visible(quote.text().reveal()),
                quote.cut() ? true : null))
        .toList();
  }

  private static List<InboundMessage> newest(List<InboundMessage> all) {
    var shown = new ArrayList<InboundMessage>();
    int chars = 0;
    for (InboundMessage message : all.reversed()) {
      chars += message.content().text().length();
      if (chars > MAX_CHARS && !shown.isEmpty()) {
        break;
      }
      shown.add(message);
    }
    Collections.reverse(shown);
    return shown;
  }

  private static Wire.Message quoted(InboundMessage message, Map<Address, String> people) {
    return new Wire.Message(
        message.has(Trait.FROM_OWNER) ? "owner" : person(message, people),
        label(message.sender().name()),
        message.sentAt().toString(),
        label(message.content().subject()),
        visible(message.content().text().reveal()),
        flag(message, Trait.ATTACHMENTS),
        flag(message, Trait.TRUNCATED),
        flag(message, Trait.HIDDEN_TEXT));
  }

  private static String person(InboundMessage message, Map<Address, String> people) {
    return people.computeIfAbsent(
        message.sender().address(), unseen -> "person " + (people.size() + 1));
  }

  private static @Nullable Boolean flag(InboundMessage message, Trait trait) {
    return message.has(trait) ? true : null;
  }

  private static @Nullable String label(UntrustedText words) {
    String visible = visible(words.reveal());
    if (visible.isBlank()) {
      return null;
    }
    return visible.codePointCount(0, visible.length()) <= MAX_LABEL_CHARS
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, MAX_LABEL_CHARS));
  }

  /** What the owner cannot see on the card, the model does not read either. */
  private static String visible(String words) {
    return InvisibleText.removeFrom(words);
  }

  /** Shape of the document; a nested interface, because Moshi reads no package-private record. */
  interface Wire {
    record Quoted(
        int left_out,
        List<Message> messages,
        @Nullable String previous_draft,
        @Nullable List<Context> context) {}

    record Context(@Nullable String source, String text, @Nullable Boolean truncated) {}

    record Message(
        String from,
        @Nullable String name,
        String sent_at,
        @Nullable String subject,
        String text,
        @Nullable Boolean attachments,
        @Nullable Boolean truncated,
        @Nullable Boolean hidden_text) {}
  }
}
