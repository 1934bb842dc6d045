package dev.moltbot.adapter.metaexport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.moltbot.export.Entry;
import dev.moltbot.export.EntryReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the messages of a file one by one, however many there are. */
final class ThreadReader implements EntryReader {
  private final Counted in;
  private final JsonReader reader;
  private final Posts posts;
  private long number;
  private boolean ended;

  ThreadReader(InputStream in, Posts posts) throws IOException {
    this.in = new Counted(in);
    this.reader = Json.reader(this.in);
    this.posts = posts;
  }

  @Override
  public Optional<Entry> next() {
    try {
      if (ended || (number == 0 && !found()) || !reader.hasNext()) {
        ended = true;
        return Optional.empty();
      }
      number++;
      return Optional.of(posts.of(number, reader.readJsonValue()));
    } catch (IOException | JsonDataException e) {
      ended = true;
      return Optional.of(
          new Entry.Unreadable(Math.max(1, number), "the rest is torn, or no JSON", new byte[0]));
    }
  }

  /** Goes on to the list of messages. */
  private boolean found() throws IOException {
    if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
      return true;
    }
    reader.beginObject();
    while (reader.hasNext()) {
      boolean messages = reader.nextName().equals("messages");
      if (messages && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
        reader.beginArray();
        return true;
      }
      reader.skipValue();
    }
    return false;
  }

  @Override
  public long done() {
    return in.bytes();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
