package dev.moltbot.adapter.metaexport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.moltbot.export.ExportFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its conversation besides the messages: before or after them.
 *
 * @param participants in the file's order
 * @param writers who wrote, sorted; of interest where nobody takes part by name
 */
record Head(
    List<String> participants, List<String> writers, String title, String path, boolean several) {
  /** Writers kept; more are a crowd, and no two crowds are alike. */
  private static final int MAX_WRITERS = 200;

  static Head of(ExportFile file) throws IOException {
    Reading reading = new Reading();
    try (JsonReader reader = Json.reader(file.open())) {
      reader.beginObject();
      while (reader.hasNext()) {
        reading.field(reader);
      }
    } catch (JsonDataException e) {
      throw new IOException("no conversation in a shape that is known", e);
    } catch (IOException e) {
      // Torn files are read as far as they go; what is missing is said when it is reached.
      return reading.head();
    }
    return reading.head();
  }

  /** Everybody who is known to take part. */
  List<String> people() {
    return participants.isEmpty() ? writers : participants;
  }

  private static final class Reading {
    private final List<String> participants = new ArrayList<>();
    private final TreeSet<String> writers = new TreeSet<>();
    private String title = "";
    private String path = "";
    private boolean several;

    void field(JsonReader reader) throws IOException {
      switch (reader.nextName()) {
        case "participants" -> Json.list(reader.readJsonValue()).forEach(this::participant);
        case "messages" -> messages(reader);
        case "title" -> title = text(reader.readJsonValue());
        // A running number of the download stands behind the name.
        case "threadName" -> title = text(reader.readJsonValue()).replaceFirst("_\\d+$", "");
        case "thread_path" -> path = text(reader.readJsonValue());
        case "thread_type" -> several |= "RegularGroup".equals(reader.readJsonValue());
        case "joinable_mode" -> several |= reader.readJsonValue() != null;
        default -> reader.skipValue();
      }
    }

    private void participant(@Nullable Object each) {
      String name = each instanceof String plain ? Repair.text(plain) : Json.text(each, "name");
      if (!name.isBlank()) {
        participants.add(name);
      }
    }

    private void messages(JsonReader reader) throws IOException {
      if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
        reader.skipValue();
        return;
      }
      reader.beginArray();
      while (reader.hasNext()) {
        String writer = Post.writer(reader.readJsonValue());
        if (!writer.isEmpty() && writers.size() < MAX_WRITERS) {
          writers.add(writer);
        }
      }
      reader.endArray();
    }

    private static String text(@Nullable Object value) {
      return value instanceof String plain ? Repair.text(plain) : "";
    }

    Head head() {
      return new Head(List.copyOf(participants), List.copyOf(writers), title, path, several);
    }
  }
}
