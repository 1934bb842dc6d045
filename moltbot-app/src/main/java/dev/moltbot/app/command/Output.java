package dev.moltbot.app.command;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Data on standard output, talk on standard error. */
final class Output {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final PrintStream data;
  private final PrintStream talk;

  Output(PrintStream data, PrintStream talk) {
    this.data = data;
    this.talk = talk;
  }

  /** UTF-8 whatever the locale says: names are written in many scripts. */
  static Output standard() {
    return new Output(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8));
  }

  PrintStream data() {
    return data;
  }

  PrintStream talk() {
    return talk;
  }

  /** One object, on one line. */
  void json(Map<String, ?> object) {
    data.println(JSON.toJson(object));
  }
}
