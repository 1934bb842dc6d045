package dev.moltbot.mime;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The colour of the words and of what is behind them. Words in the colour of their background are
 * there for machines only.
 *
 * @param ink 24 bits of RGB
 * @param paper 24 bits of RGB, or {@link #UNKNOWN} behind which a picture may lie
 */
record Paint(int ink, int paper) {
  /** How a mail looks before it says anything. */
  static final Paint DEFAULT = new Paint(0x000000, 0xFFFFFF);

  /** Not to be compared with anything. */
  static final int UNKNOWN = -1;

  private static final int SEE_THROUGH = -2;

  /** How far two colours may lie apart, of 255 per channel, and still be one to the eye. */
  private static final int MAX_DISTANCE = 6;

  private static final int LINK_BLUE = 0x0000EE;

  private static final Pattern INK = Pattern.compile("(?:^|;)color:([^;!]+)");
  private static final Pattern PAPER = Pattern.compile("(?:^|;)background(?:-color)?:([^;!]+)");
  private static final Pattern RGB =
      Pattern.compile("rgba?\\((\\d{1,3}),(\\d{1,3}),(\\d{1,3})(?:,([\\d.]+))?\\)");
  private static final Map<String, Integer> NAMES =
      Map.of("white", 0xFFFFFF, "black", 0x000000, "snow", 0xFFFAFA, "ghostwhite", 0xF8F8FF);

  /** The paint inside of an element that stands inside of this one. */
  Paint within(Element element) {
    if (element.attributesSize() == 0) {
      return this;
    }
    String style = element.attr("style");
    String css = style.isEmpty() ? "" : CssText.tidy(style);
    Paint papered = papered(element, css);
    return papered.inked(element, css);
  }

  /** True when no eye can tell the words from the background. */
  boolean invisible() {
    return ink == SEE_THROUGH || (paper != UNKNOWN && ink != UNKNOWN && near());
  }

  private boolean near() {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs(((ink >> shift) & 0xFF) - ((paper >> shift) & 0xFF)) > MAX_DISTANCE) {
        return false;
      }
    }
    return true;
  }

  private Paint papered(Element element, String css) {
    if (element.hasAttr("background") || css.contains("url(") || css.contains("gradient(")) {
      return new Paint(ink, UNKNOWN);
    }
    Matcher declared = PAPER.matcher(css);
    String colour = declared.find() ? declared.group(1) : CssText.tidy(element.attr("bgcolor"));
    boolean seeThrough = colour.isEmpty() || colour.equals("transparent") || colour.equals("none");
    return seeThrough ? this : new Paint(ink, rgb(colour));
  }

  private Paint inked(Element element, String css) {
    Matcher declared = INK.matcher(css);
    boolean link = element.normalName().equals("a") && element.hasAttr("href");
    String colour = declared.find() ? declared.group(1) : CssText.tidy(element.attr("color"));
    if (colour.isEmpty() || colour.equals("inherit")) {
      return link && colour.isEmpty() ? new Paint(LINK_BLUE, paper) : this;
    }
    return new Paint(colour.equals("transparent") ? SEE_THROUGH : rgb(colour), paper);
  }

  private static int rgb(String colour) {
    Matcher rgb = RGB.matcher(colour);
    if (rgb.matches()) {
      return (channel(rgb, 1) << 16) | (channel(rgb, 2) << 8) | channel(rgb, 3);
    }
    return colour.startsWith("#") ? hex(colour.substring(1)) : NAMES.getOrDefault(colour, UNKNOWN);
  }

  private static int channel(Matcher rgb, int group) {
    return Math.min(255, Integer.parseInt(rgb.group(group)));
  }

  private static int hex(String digits) {
    if ((digits.length() != 3 && digits.length() != 6)
        || digits.chars().anyMatch(c -> Character.digit(c, 16) < 0 || c > 'f')) {
      return UNKNOWN;
    }
    int value = Integer.parseInt(digits, 16);
    return digits.length() == 6
        ? value
        : 0x110000 * ((value >> 8) & 0xF) + 0x1100 * ((value >> 4) & 0xF) + 0x11 * (value & 0xF);
  }
}
