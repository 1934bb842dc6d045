package dev.moltbot.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * What a person would see of an HTML part, and the words that person would not see. {@code
 * Jsoup.text()} keeps hidden elements, which is where instructions to a model are put.
 *
 * @param cut true when there was more text than asked for
 */
public record VisibleText(String shown, String hidden, boolean cut) {
  /** Elements inside elements that are kept apart; deeper ones are flattened. */
  private static final int MAX_DEPTH = 256;

  private static final Set<String> NO_TEXT =
      Set.of(
          "head",
          "title",
          "script",
          "style",
          "template",
          "noembed",
          "noframes",
          "iframe",
          "object",
          "audio",
          "video",
          "canvas",
          "svg",
          "math",
          "datalist");

  /** At most so many characters of each. */
  public static VisibleText of(String html, int maxChars) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    Document document = Jsoup.parse(html, "", parser);
    Set<Element> hiddenByClass = HidingStyles.hiddenIn(document);
    Walk walk = new Walk(hiddenByClass, maxChars);
    document.filter(walk);
    return new VisibleText(walk.shown.toString(), walk.hidden.toString(), walk.shown.full());
  }

  /** One walk over the tree; jsoup's filter keeps its own stack, so depth is no danger. */
  private static final class Walk implements NodeFilter {
    private final Set<Element> hiddenByClass;
    private final Deque<Paint> paints = new ArrayDeque<>(List.of(Paint.DEFAULT));
    private final FlowedText shown;
    private final FlowedText hidden = new FlowedText(TextParts.MAX_HIDDEN_CHARS);

    Walk(Set<Element> hiddenByClass, int maxChars) {
      this.hiddenByClass = hiddenByClass;
      this.shown = new FlowedText(maxChars);
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        (paints.element().invisible() ? hidden : shown).words(text.getWholeText());
      } else if (node instanceof Element element) {
        return enter(element);
      }
      return shown.full() ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
      if (NO_TEXT.contains(element.normalName())) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (HiddenElement.test(element) || hiddenByClass.contains(element)) {
        hidden.words(" " + element.wholeText());
        return FilterResult.SKIP_ENTIRELY;
      }
      shown.open(element);
      paints.push(paints.element().within(element));
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        shown.close(element);
        paints.pop();
      }
      return FilterResult.CONTINUE;
    }
  }
}
