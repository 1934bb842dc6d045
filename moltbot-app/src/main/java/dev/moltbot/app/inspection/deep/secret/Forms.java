package dev.moltbot.app.inspection.deep.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways in which a value may be written down without anybody having meant to. */
final class Forms {
  /** Shortest value looked for, in characters: a shorter one is found everywhere. */
  static final int MIN_CHARS = 8;

  /** Of a longer one the beginning is looked for, in bytes. */
  static final int MAX_BYTES = 64;

  /** Piece of a base64 text looked for, in characters: one break of a line spoils one of them. */
  private static final int PIECE = 24;

  private Forms() {}

  /** Each with what to call it; two of the same characters are one. */
  static Map<String, String> of(String value) {
    var forms = new LinkedHashMap<String, String>();
    add(forms, value, "");
    add(forms, value.replace("\\", "\\\\"), ""); // As PostgreSQL copies a row out.
    String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    add(forms, url, ", URL-encoded");
    add(forms, value.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"), " in JSON");
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    add(forms, HexFormat.of().formatHex(bytes), " in hex");
    for (int before = 0; before < 3; before++) {
      pieces(forms, base64(Base64.getEncoder(), bytes, before));
      pieces(forms, base64(Base64.getUrlEncoder(), bytes, before));
    }
    return forms;
  }

  private static void add(Map<String, String> forms, String text, String how) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] head = Arrays.copyOf(bytes, Math.min(MAX_BYTES, bytes.length));
    forms.putIfAbsent(new String(head, StandardCharsets.ISO_8859_1), how);
  }

  /**
   * In base64, when so many bytes stand before it; without the characters that its neighbours have
   * a share in.
   */
  private static String base64(Base64.Encoder encoder, byte[] bytes, int before) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String text = encoder.withoutPadding().encodeToString(shifted);
    int own = shifted.length * 8 / 6;
    return text.substring(before == 0 ? 0 : before + 1, own);
  }

  private static void pieces(Map<String, String> forms, String text) {
    int length = Math.min(PIECE, text.length());
    for (int at = 0; at + length <= text.length(); at += length) {
      add(forms, text.substring(at, at + length), " in base64");
    }
    add(forms, text.substring(text.length() - length), " in base64");
  }

  /** As the automaton reads: capital letters as small ones; other bytes stay what they are. */
  static String folded(String text) {
    var folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c - 'A' + 'a'));
      }
    }
    return folded.toString();
  }
}
