package dev.moltbot.mime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** Finds the elements that a style sheet inside the mail hides. */
final class HidingStyles {
  /** Selectors tried of one mail; each is one walk over the tree. */
  private static final int MAX_SELECTORS = 50;

  /** Characters of style sheet read of one mail. */
  private static final int MAX_CHARS = 64 << 10;

  private static final int MAX_SELECTOR_CHARS = 200;

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]*)([{}])");

  private HidingStyles() {}

  static Set<Element> hiddenIn(Document document) {
    Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    StringBuilder css = new StringBuilder();
    for (Element style : document.getElementsByTag("style")) {
      css.append(style.data()).append('\n');
    }
    if (!css.isEmpty()) {
      String sheet = CleanText.cut(css.toString(), MAX_CHARS);
      apply(COMMENT.matcher(sheet).replaceAll(" "), document, hidden);
    }
    return hidden;
  }

  /** Rules inside of @media are for other screens and are passed over. */
  private static void apply(String sheet, Document document, Set<Element> hidden) {
    Matcher matcher = RULE.matcher(sheet);
    String selectors = "";
    int atDepth = 0;
    int tried = 0;
    while (matcher.find() && tried < MAX_SELECTORS) {
      String before = matcher.group(1).strip();
      if (matcher.group(2).equals("{")) {
        atDepth += atDepth > 0 || before.startsWith("@") ? 1 : 0;
        selectors = before;
      } else if (atDepth > 0) {
        atDepth--;
      } else if (HiddenElement.hides(before)) {
        tried += select(selectors, document, hidden);
      }
    }
  }

  private static int select(String selectors, Document document, Set<Element> hidden) {
    boolean odd = selectors.isEmpty() || selectors.length() > MAX_SELECTOR_CHARS;
    if (odd || selectors.indexOf(':') >= 0) {
      return 0; // A hover or a screen reader's rule, or nothing a mail program would honour.
    }
    try {
      hidden.addAll(document.select(selectors));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return 1; // Not a selector; browsers ignore such a rule too.
    }
    return 1;
  }
}
