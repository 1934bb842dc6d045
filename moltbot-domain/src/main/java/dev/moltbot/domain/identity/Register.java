package dev.moltbot.domain.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * People as bytes: about a hundred for each, a tenth of what their objects take. A record is for
 * each known field its number, how many values, and each value with its length before it.
 */
@SuppressWarnings("EnumOrdinal") // The bytes never leave the process.
final class Register {
  /** Of one field of one person; more are no person's. */
  static final int MOST_VALUES = 20;

  /** Of one value, in UTF-16 units; the rest is not compared. */
  static final int MOST_CHARS = 200;

  /** Holds the longest record there can be. A place is a page's number and an offset in it. */
  private static final int PAGE_BITS = 18;

  private static final int PAGE = 1 << PAGE_BITS;
  private static final Field[] FIELDS = Field.values();

  private final byte[] room = new byte[PAGE];
  private final List<byte[]> pages = new ArrayList<>();
  private int used = PAGE;
  private long[] keys = new long[64];
  private int[] starts = new int[64];
  private int size;

  int size() {
    return size;
  }

  /**
   * @param values at most {@link #MOST_VALUES} of a field, of {@link #MOST_CHARS} each
   */
  void add(long key, Map<Field, List<String>> values) {
    int length = pack(values);
    if (used + length > PAGE) {
      pages.add(new byte[PAGE]);
      used = 0;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + (size >> 1));
      starts = Arrays.copyOf(starts, size + (size >> 1));
    }
    System.arraycopy(room, 0, pages.getLast(), used, length);
    keys[size] = key;
    starts[size++] = (pages.size() - 1) << PAGE_BITS | used;
    used += length;
  }

  /** The person at a place, each value made a word by whoever asks. */
  Person get(int place, BiFunction<Field, String, Word> word) {
    byte[] page = pages.get(starts[place] >>> PAGE_BITS);
    int at = starts[place] & (PAGE - 1);
    var words = new Word[FIELDS.length][];
    for (int fields = page[at++]; fields > 0; fields--) {
      Field field = FIELDS[page[at++]];
      var values = new Word[page[at++]];
      for (int i = 0; i < values.length; i++) {
        int length = (page[at] & 0xff) << Byte.SIZE | (page[at + 1] & 0xff);
        values[i] = word.apply(field, new String(page, at + 2, length, StandardCharsets.UTF_8));
        at += 2 + length;
      }
      words[field.ordinal()] = values;
    }
    return new Person(keys[place], words);
  }

  /** Writes the record into the room for one; returns its length. */
  private int pack(Map<Field, List<String>> values) {
    int at = 0;
    room[at++] = (byte) values.size();
    for (Map.Entry<Field, List<String>> known : values.entrySet()) {
      room[at++] = (byte) known.getKey().ordinal();
      room[at++] = (byte) known.getValue().size();
      for (String value : known.getValue()) {
        at = pack(value.getBytes(StandardCharsets.UTF_8), at);
      }
    }
    return at;
  }

  private int pack(byte[] value, int at) {
    room[at] = (byte) (value.length >>> Byte.SIZE);
    room[at + 1] = (byte) value.length;
    System.arraycopy(value, 0, room, at + 2, value.length);
    return at + 2 + value.length;
  }
}
