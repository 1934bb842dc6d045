package dev.moltbot.mime;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells whether CSS or an attribute keeps an element's words from a reader's eyes. */
final class HiddenElement {
  /** Matched against {@link CssText#tidy}, so blanks and comments cannot break a name apart. */
  private static final Pattern HIDING =
      Pattern.compile(
          "display:none|visibility:(?:hidden|collapse)|mso-hide:all"
              + "|(?:^|;)opacity:0?(?:\\.0\\d*)?%?(?:;|!|$)"
              + "|font-size:(?:0(?:\\.0*)?(?:px|pt|em|rem|%)?|(?:1|0?\\.\\d+)(?:px|pt))(?:;|!|$)"
              + "|(?:^|;)font:[^;]*(?<![\\d.])0(?:px|pt|em)?[/a-z]"
              + "|(?:left|right|top|bottom|text-indent|margin):-\\d{3,}"
              + "|transform:scale[xy]?\\(0(?:\\.0*)?[,)]"
              + "|clip:rect\\((?:0|1)(?:px)?,?(?:0|1)(?:px)?[,)]"
              + "|clip-path:(?:inset\\((?:50|100)%|circle\\(0)");

  /** No room hides words only where what does not fit is not shown. */
  private static final Pattern NO_ROOM =
      Pattern.compile("(?:^|;)(?:max-)?(?:height|width):[01]?(?:px|pt|em|%)?(?:;|!|$)");

  /** Every pattern above needs one of these; most styles of honest mail have none. */
  private static final Pattern WORTH_A_LOOK =
      Pattern.compile(
          "none|hid|coll|opac|font|-\\d|scale|clip|\\\\|/\\*", Pattern.CASE_INSENSITIVE);

  private HiddenElement() {}

  static boolean test(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = element.attr("style");
    return element.hasAttr("hidden") || (!style.isEmpty() && hides(style));
  }

  /** Whether these CSS declarations hide whatever they apply to. */
  static boolean hides(String declarations) {
    if (!WORTH_A_LOOK.matcher(declarations).find()) {
      return false;
    }
    String css = CssText.tidy(declarations);
    return HIDING.matcher(css).find()
        || (css.contains("overflow:hidden") && NO_ROOM.matcher(css).find());
  }
}
