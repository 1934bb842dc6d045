package dev.moltbot.app.inspection.deep.secret;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Credentials of nobody, one of each shape. Put together here, so that no source of ours holds what
 * the search would find in our own history.
 */
public final class Samples {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Samples() {}

  /** By the name of the shape; each with what it usually stands beside. */
  public static Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    all.put("key of Anthropic", "sk-ant-" + "api03-" + letters(93, 1) + "AA");
    all.put("token of a Telegram bot", telegram());
    all.put("client secret of Google", "GOCSPX" + "-" + letters(28, 3));
    all.put("refresh token of Google", "1//" + "0g" + letters(60, 4));
    all.put("access token of Google", "ya29" + "." + letters(80, 5));
    all.put("token of Meta", "EAA" + "G" + letters(140, 6));
    all.put("token of Instagram", "IG" + "AA" + letters(140, 7));
    all.put("client secret of LinkedIn", "LINKEDIN_CLIENT_SECRET=" + letters(16, 8));
    all.put("token of LinkedIn", "Authorization: Bearer " + "AQ" + letters(300, 9));
    all.put(
        "token of Viber",
        "X-Viber-Auth-Token: " + hex(16, 10) + "-" + hex(16, 11) + "-" + hex(16, 12));
    all.put("private key", "-----BEGIN PRIVATE" + " KEY-----\n" + letters(64, 13) + "\n");
    all.put("key of age", "AGE-SECRET-KEY" + "-1" + letters(58, 14).toUpperCase(Locale.ROOT));
    all.put("token of GitHub", "ghp" + "_" + letters(36, 15));
    all.put("key of AWS", "AKIA" + "Q3EXRTZBW4KLMN5P");
    all.put("token of Slack", "xoxb" + "-123456789012-" + letters(30, 17));
    all.put("key of OpenAI", "sk-" + "proj-" + letters(60, 18));
    return all;
  }

  /** The token of a bot that does not exist. */
  public static String telegram() {
    return "123456789" + ":" + "AA" + letters(33, 2);
  }

  /** So many letters and digits; the same for the same seed. */
  public static String letters(int count, long seed) {
    return from(LETTERS, count, seed);
  }

  private static String hex(int count, long seed) {
    return from("0123456789abcdef", count, seed);
  }

  private static String from(String letters, int count, long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
