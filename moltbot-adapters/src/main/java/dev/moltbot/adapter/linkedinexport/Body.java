package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.mime.VisibleText;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a message says: LinkedIn keeps some as HTML and most as plain text. */
record Body(UntrustedText text, Set<Trait> traits) {
  private static final Pattern HTML =
      Pattern.compile(
          "</(p|div|span|a|b|i|u|strong|em|ul|ol|li|html|body|table)>|<br\\s*/?>",
          Pattern.CASE_INSENSITIVE);

  static Body of(String content) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    Words words = Words.ofText(shown(content, traits));
    if (words.truncated()) {
      traits.add(Trait.TRUNCATED);
    }
    // What has no words is what LinkedIn does not hand out: a picture, a voice, a file.
    if (words.text().isBlank()) {
      traits.add(Trait.ATTACHMENTS);
    }
    return new Body(words.text(), traits);
  }

  private static String shown(String content, Set<Trait> traits) {
    if (!HTML.matcher(content).find()) {
      return content;
    }
    VisibleText text = VisibleText.of(content, Content.MAX_TEXT_CHARS);
    if (!text.hidden().isBlank()) {
      traits.add(Trait.HIDDEN_TEXT);
    }
    if (text.cut()) {
      traits.add(Trait.TRUNCATED);
    }
    return text.shown();
  }
}
