package dev.moltbot.adapter.imap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mailbox behind the fake servers: folders of mails with UIDs. Thread-safe. */
final class FakeMailbox {
  static final String ADDRESS = "olena@example.org";
  static final String PASSWORD = "app-password";
  static final String SENT = "Gesendet & mehr";

  private static final Comparator<Item> BY_UID = Comparator.comparingLong(Item::uid);

  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private long validities = 1_000;

  FakeMailbox() {
    boxes.put("INBOX", new Box("\\HasNoChildren", ++validities));
    boxes.put(SENT, new Box("\\HasNoChildren \\Sent", ++validities));
    boxes.put("Archive", new Box("\\HasNoChildren \\Archive", ++validities));
  }

  /**
   * One mail in a folder.
   *
   * @param text a character for each byte
   */
  record Item(long uid, String text, Instant received) {

    byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** A folder as it is now. */
  record View(long validity, long nextUid, List<Item> items) {}

  private static final class Box {
    private final String attributes;
    private final List<Item> items = new ArrayList<>();
    private long validity;
    private long nextUid = 1;

    Box(String attributes, long validity) {
      this.attributes = attributes;
      this.validity = validity;
    }

    void add(String mail, Instant received) {
      items.add(new Item(nextUid++, mail, received));
    }
  }

  /** The folders' names with their attributes. */
  synchronized Map<String, String> folders() {
    var all = new LinkedHashMap<String, String>();
    boxes.forEach((name, box) -> all.put(name, box.attributes));
    return all;
  }

  synchronized Optional<View> view(String folder) {
    return Optional.ofNullable(boxes.get(folder))
        .map(box -> new View(box.validity, box.nextUid, List.copyOf(box.items)));
  }

  /** One mail and its place in the folder, counted from 1. */
  record Placed(int number, Item item) {}

  synchronized Optional<Placed> mail(String folder, long uid) {
    Box box = boxes.get(folder);
    List<Item> items = box == null ? List.of() : box.items;
    int at = Collections.binarySearch(items, new Item(uid, "", Instant.EPOCH), BY_UID);
    return at < 0 ? Optional.empty() : Optional.of(new Placed(at + 1, items.get(at)));
  }

  /** Puts a mail into a folder, and tells whoever listens. */
  void put(String folder, String mail, Instant received) {
    List<Runnable> told;
    synchronized (this) {
      Box box = boxes.get(folder);
      if (box == null) {
        throw new IllegalArgumentException("no folder " + folder);
      }
      box.add(mail, received);
      told = List.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }

  void put(String folder, byte[] mail, Instant received) {
    put(folder, new String(mail, StandardCharsets.ISO_8859_1), received);
  }

  /** Leaves UIDs out, as where mails were deleted. */
  synchronized void skipUids(String folder, long count) {
    Box box = boxes.get(folder);
    if (box != null) {
      box.nextUid += count;
    }
  }

  /** Numbers every folder anew, the newest mail first. */
  synchronized void renumber() {
    for (Box box : boxes.values()) {
      List<Item> old = List.copyOf(box.items).reversed();
      box.items.clear();
      box.validity = ++validities;
      box.nextUid = 1;
      old.forEach(item -> box.add(item.text(), item.received()));
    }
  }

  /** Hides what a folder is for, and gives it another name. */
  synchronized void rename(String folder, String name) {
    Box box = boxes.remove(folder);
    if (box != null) {
      Box renamed = new Box("\\HasNoChildren", box.validity);
      renamed.items.addAll(box.items);
      renamed.nextUid = box.nextUid;
      boxes.put(name, renamed);
    }
  }

  synchronized void listen(Runnable listener) {
    listeners.add(listener);
  }

  synchronized void unlisten(Runnable listener) {
    listeners.remove(listener);
  }
}
