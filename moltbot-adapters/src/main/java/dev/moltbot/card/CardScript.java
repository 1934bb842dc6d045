package dev.moltbot.card;

import dev.moltbot.domain.contact.Relationship;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.port.Card;
import java.text.BreakIterator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A card in the order in which it is read: who writes and where, what to beware of, what they say,
 * and then the whole reply. What is shown of the message is bounded and says by how much; addresses
 * and the reply are never cut.
 */
public final class CardScript {
  /** Most that is shown of the message, in UTF-16 units. */
  static final int MAX_MESSAGE = 1_500;

  /** Most that is shown of a name, a subject, or a pattern that matched. */
  static final int MAX_LINE = 200;

  /** Most that is shown of the summary and of the drafter's notes, each. */
  static final int MAX_SUMMARY = 800;

  static final int MAX_SENTENCES = 3;

  /** Most that is shown of each earlier message. */
  static final int MAX_EARLIER_CHARS = 160;

  private final List<CardPiece> pieces = new ArrayList<>();
  private final Card card;
  private final CardDates dates;

  private CardScript(Card card, ZoneId zone) {
    this.card = card;
    this.dates = new CardDates(zone);
  }

  /** The card's pieces; dates are shown in that zone. */
  public static List<CardPiece> of(Card card, ZoneId zone) {
    CardScript script = new CardScript(card, zone);
    script.head();
    script.warnings();
    script.earlier();
    script.message();
    script.reply();
    return List.copyOf(script.pieces);
  }

  private void head() {
    InboundMessage message = card.answering();
    strong(message.conversation().channel() + ", " + CardWords.category(card.category()));
    own(" (your account ").value(message.conversation().account().name()).own(")");
    if (!card.note().isBlank()) {
      own("\n").strong(VisibleText.of(card.note()));
    }
    own("\nFrom: ").line(message.sender().name().reveal());
    own(" ").value(message.sender().address().value());
    own("\n" + known(card.relationship()));
    line("\nSubject: ", message.content().subject().reveal());
    lines("\nSummary: ", sentences(card.assessment().summary().reveal()));
    lines("\nTo check: ", card.assessment().notes().reveal());
  }

  private String known(Relationship relationship) {
    return switch (relationship) {
      case Relationship.New unknown -> "New: the first message from this address";
      case Relationship.Known(var first, var last, var received, var sent) ->
          String.format(
              Locale.ENGLISH,
              "Known since %s, last contact %s, %,d received, %,d sent",
              dates.day(first),
              dates.day(last),
              received,
              sent);
    };
  }

  private void warnings() {
    for (Finding finding : card.findings()) {
      own("\n⚠ " + CardWords.warning(finding.kind()));
      line(": ", finding.clue());
    }
    if (card.assessment().suspicious()) {
      own("\n⚠ The drafter thinks that this message tries to steer it");
    }
    if (card.answering().has(Trait.ATTACHMENTS)) {
      own("\nCame with files, which were not opened");
    }
  }

  /** Who said what before, each in a line: to remember by, not to read. */
  private void earlier() {
    if (card.earlier().isEmpty()) {
      return;
    }
    strong("\n\nBefore that");
    for (InboundMessage message : card.earlier()) {
      boolean owner = message.has(Trait.FROM_OWNER);
      own("\n" + dates.minute(message.sentAt()) + " ");
      line(owner ? "You" : message.sender().name().reveal());
      own(": ").excerpt(oneLine(message.content().text().reveal()), MAX_EARLIER_CHARS);
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private void message() {
    Excerpt text =
        Excerpt.of(card.answering().content().text().reveal().replace('\t', ' '), MAX_MESSAGE);
    strong("\n\nMessage").own(" of " + dates.minute(card.answering().sentAt()) + "\n");
    block(text.shown());
    if (text.leftOut() > 0) {
      own("\n" + text.missing());
    }
    if (card.answering().has(Trait.TRUNCATED)) {
      own("\nThe message was longer than is kept; there is more in the original");
    }
  }

  private void reply() {
    Destination to = card.draft().to();
    strong("\n\nReply").own(" by " + VisibleText.of(card.author()) + "\nTo: ");
    String separator = "";
    for (Address recipient : to.recipients()) {
      own(separator).value(recipient.value());
      separator = ", ";
    }
    if (!to.subject().isBlank()) {
      own("\nSubject: ").value(to.subject());
    }
    if (!card.byHand()) {
      own("\n").block(VisibleText.of(card.draft().text().value()));
    }
    own("\nOpen until " + dates.minute(card.request().expiresAt()));
    own(", draft " + card.request().digest().abbreviated());
    if (card.byHand()) {
      own("\nOnly you can send on this channel. The reply, to copy and send there:");
      add(new CardPiece.Copy(card.draft().text().value()));
    }
  }

  /** The first three sentences, whatever the drafter wrote. */
  private static String sentences(String text) {
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
    ends.setText(text);
    int end = ends.next(MAX_SENTENCES);
    return end == BreakIterator.DONE ? text : text.substring(0, end).strip();
  }

  private void line(String label, String theirs) {
    if (!theirs.isBlank()) {
      own(label).line(theirs);
    }
  }

  private void lines(String label, String theirs) {
    if (!theirs.isBlank()) {
      own(label).excerpt(theirs.strip(), MAX_SUMMARY);
    }
  }

  private CardScript line(String theirs) {
    return excerpt(theirs.replace('\n', ' '), MAX_LINE);
  }

  private CardScript excerpt(String theirs, int limit) {
    Excerpt excerpt = Excerpt.of(theirs, limit);
    add(new CardPiece.Value(excerpt.shown()));
    return excerpt.leftOut() == 0 ? this : own(" (" + excerpt.missing() + ")");
  }

  private CardScript own(String words) {
    return add(new CardPiece.Own(words));
  }

  private CardScript strong(String words) {
    return add(new CardPiece.Strong(words));
  }

  private CardScript value(String whole) {
    return add(new CardPiece.Value(VisibleText.of(whole)));
  }

  private CardScript block(String visible) {
    return add(new CardPiece.Block(visible));
  }

  private CardScript add(CardPiece piece) {
    if (!piece.words().isEmpty()) {
      pieces.add(piece);
    }
    return this;
  }
}
