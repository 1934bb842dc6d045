package dev.moltbot.export;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids for messages that have none: made from what they say, so that an export which overlaps an
 * earlier one adds only what is new. The same words by the same person in the same minute, twice,
 * are the first and the second of them. Used by one thread, on messages in the order of the file.
 */
public final class ContentIds {
  /** Ids among which a repetition is noticed; a repetition stands near the first. */
  static final int REMEMBERED = 4_096;

  /** Bytes of the digest kept: enough that no two messages of a lifetime share one. */
  private static final int KEPT_BYTES = 16;

  private final Map<String, Integer> seen =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The id of the next message with these parts, such as chat, time, sender and text. */
  public String next(String... parts) {
    String id = of(parts);
    int nth = seen.merge(id, 1, Integer::sum);
    return nth == 1 ? id : id + "-" + nth;
  }

  /** The id of these parts, however often they are met. */
  public static String of(String... parts) {
    byte[] digest = Digests.of(Arrays.asList(parts));
    return "sha256:" + HexFormat.of().formatHex(digest, 0, KEPT_BYTES);
  }
}
