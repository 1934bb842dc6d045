package dev.moltbot.adapter.telegramexport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.moltbot.export.Entry;
import dev.moltbot.export.EntryReader;
import dev.moltbot.export.ExportOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an export from front to back and keeps no more of it than one message, however
 * large it is. The owner's number and a chat's facts stand before the messages.
 */
final class JsonExportReader implements EntryReader {
  static final String BROKEN = "the file breaks off or is damaged here; nothing after it is read";
  static final String OTHER = "parts of the export that hold neither chats nor contacts";

  private static final JsonReader.Options CHAT_FIELDS =
      JsonReader.Options.of("name", "type", "id", "messages");
  private static final JsonReader.Options SECTIONS =
      JsonReader.Options.of(
          "name",
          "type",
          "id",
          "messages",
          "personal_information",
          "contacts",
          "chats",
          "left_chats");
  private static final JsonReader.Options LIST = JsonReader.Options.of("list");

  private final Counted in;
  private final JsonReader reader;
  private final Messages messages;
  private final ExportOptions options;
  private final Deque<Level> levels = new ArrayDeque<>();
  private ChatFacts chat = ChatFacts.UNKNOWN;
  private String owner = "";
  private long place;

  /** Where in the export the reader is. */
  private enum Level {
    ROOT,
    CHATS,
    CHAT_LIST,
    CHAT,
    MESSAGES,
    CONTACTS,
    CONTACT_LIST
  }

  JsonExportReader(InputStream raw, Messages messages, ExportOptions options) {
    this.in = new Counted(raw);
    this.reader = JsonReader.of(Okio.buffer(Okio.source(in)));
    this.messages = messages;
    this.options = options;
  }

  @Override
  public Optional<Entry> next() {
    try {
      if (place == 0 && levels.isEmpty()) {
        enter(Level.ROOT);
      }
      while (!levels.isEmpty()) {
        Entry entry = step(levels.element());
        if (entry != null) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    } catch (IOException | JsonDataException e) {
      levels.clear();
      place++;
      return Optional.of(new Entry.Unreadable(place, BROKEN, new byte[0]));
    }
  }

  private @Nullable Entry step(Level level) throws IOException {
    if (!reader.hasNext()) {
      leave(level);
      return null;
    }
    return switch (level) {
      case ROOT -> section();
      case CHAT -> chatField(reader.selectName(CHAT_FIELDS));
      case CHATS -> list(Level.CHAT_LIST);
      case CONTACTS -> list(Level.CONTACT_LIST);
      case CHAT_LIST -> chat();
      case MESSAGES, CONTACT_LIST -> item(level);
    };
  }

  /** A field of the whole export; one that holds a single chat has the fields of that, too. */
  private @Nullable Entry section() throws IOException {
    int field = reader.selectName(SECTIONS);
    switch (field) {
      case 4 -> owner = Fields.of(Values.next(reader).value()).text("user_id");
      case 5 -> enterObject(Level.CONTACTS);
      case 6, 7 -> enterObject(Level.CHATS);
      default -> {
        return chatField(field);
      }
    }
    return null;
  }

  private @Nullable Entry chatField(int field) throws IOException {
    switch (field) {
      case 0, 1, 2 -> {
        String name = CHAT_FIELDS.strings().get(field);
        chat = chat.with(name, Fields.of(java.util.Map.of(name, orEmpty())).text(name));
      }
      case 3 -> enterArray(Level.MESSAGES);
      default -> {
        return passBy();
      }
    }
    return null;
  }

  private Object orEmpty() throws IOException {
    Object value = Values.next(reader).value();
    return value == null ? "" : value;
  }

  /** Words about the export are no loss; lists and objects are named. */
  private @Nullable Entry passBy() throws IOException {
    reader.skipName();
    boolean large =
        levels.element() == Level.ROOT
            && (reader.peek() == JsonReader.Token.BEGIN_OBJECT
                || reader.peek() == JsonReader.Token.BEGIN_ARRAY);
    reader.skipValue();
    return large ? new Entry.LeftOut(OTHER) : null;
  }

  private @Nullable Entry list(Level level) throws IOException {
    if (reader.selectName(LIST) == 0) {
      enterArray(level);
    } else {
      reader.skipName();
      reader.skipValue();
    }
    return null;
  }

  private @Nullable Entry chat() throws IOException {
    if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
      chat = ChatFacts.UNKNOWN;
      enter(Level.CHAT);
      return null;
    }
    return item(Level.CHAT_LIST);
  }

  private Entry item(Level level) throws IOException {
    Values item = Values.next(reader);
    place++;
    Fields fields = Fields.of(item.value());
    if (fields.map().isEmpty()) {
      String trouble = item.trouble().isEmpty() ? "is no object" : item.trouble();
      return new Entry.Unreadable(place, trouble, item.json());
    }
    return level == Level.MESSAGES
        ? messages.entry(fields, chat, owner, place, item.json())
        : ContactList.entry(fields, options, place, item.json());
  }

  private void enterObject(Level level) throws IOException {
    if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
      enter(level);
    } else {
      reader.skipValue();
    }
  }

  private void enterArray(Level level) throws IOException {
    if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
      reader.beginArray();
      levels.push(level);
    } else {
      reader.skipValue();
    }
  }

  private void enter(Level level) throws IOException {
    reader.beginObject();
    levels.push(level);
  }

  private void leave(Level level) throws IOException {
    switch (level) {
      case MESSAGES, CHAT_LIST, CONTACT_LIST -> reader.endArray();
      case ROOT, CHATS, CHAT, CONTACTS -> reader.endObject();
    }
    levels.pop();
  }

  @Override
  public long done() {
    return in.count();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
