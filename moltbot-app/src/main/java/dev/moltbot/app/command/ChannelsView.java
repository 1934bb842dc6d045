package dev.moltbot.app.command;

import dev.moltbot.app.channels.ChannelRow;
import dev.moltbot.app.channels.Note;
import dev.moltbot.port.AccountState;
import dev.moltbot.port.ChannelCheck.Health;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What there is to say of channels, as words and as fields. */
final class ChannelsView {
  private final List<ChannelRow> rows;
  private final Instant now;

  ChannelsView(List<ChannelRow> rows, Instant now) {
    this.rows = List.copyOf(rows);
    this.now = now;
  }

  /** The table, and below it what is to be known of each channel. */
  void print(PrintStream out, int columns, boolean blocks) {
    var table = new Table("CHANNEL", "STATE", "ACCOUNT", "READ", "SENT", "CURSOR", "DEAD");
    rows.forEach(row -> table.row(cells(row)));
    table.print(out, columns, blocks);
    for (ChannelRow row : rows) {
      List<Note> notes = Note.about(row);
      if (!notes.isEmpty() && row.configured()) {
        out.println();
        out.println(row.channel().name() + " (" + row.standing().word() + ")");
        notes.forEach(note -> print(note, out));
      }
    }
    notConfigured(out);
  }

  /** One line each: most owners use few channels. */
  private void notConfigured(PrintStream out) {
    List<ChannelRow> left = rows.stream().filter(row -> !row.configured()).toList();
    if (!left.isEmpty()) {
      out.println();
      out.println("Not set up, which is fine; docs/channels.md says how:");
      left.forEach(row ->
          out.println("  " + row.channel().name() + " needs " + String.join(", ", row.missing())));
    }
  }

  private static void print(Note note, PrintStream out) {
    out.println("  " + TextWidth.plain(note.what()));
    if (!note.remedy().isEmpty()) {
      out.println("  To do: " + TextWidth.plain(note.remedy()));
    }
  }

  private String[] cells(ChannelRow row) {
    AccountState state = row.state();
    return new String[] {
      row.channel().name(),
      row.standing().word(),
      row.account(),
      state == null ? "" : ago(state.lastRead()),
      state == null ? "" : ago(state.lastSent()),
      state == null ? "" : ago(state.cursorAt()),
      state == null ? "" : Long.toString(state.deadLetters())
    };
  }

  private String ago(@Nullable Instant then) {
    if (then == null) {
      return "";
    }
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 2) {
      return age.toMinutes() + " min ago";
    }
    return age.toDays() < 2 ? age.toHours() + " h ago" : age.toDays() + " days ago";
  }

  /** The same as {@code schema/channels.json} describes it. */
  List<Map<String, Object>> fields() {
    return rows.stream().map(this::fields).toList();
  }

  private Map<String, Object> fields(ChannelRow row) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("channel", row.channel().name());
    fields.put("about", row.channel().about());
    fields.put("installed", row.jar().isEmpty() ? "built-in" : row.jar());
    fields.put("configured", row.configured());
    fields.put("set", row.set().stream().map(setting -> setting.key()).toList());
    fields.put("missing", row.missing());
    fields.put("state", row.standing().word());
    if (!row.account().isEmpty()) {
      fields.put("account", row.account());
    }
    AccountState state = row.state();
    if (state != null) {
      times(state, fields);
    }
    fields.put("notes", Note.about(row).stream().map(ChannelsView::fields).toList());
    Health health = row.health();
    if (health != null) {
      fields.put("probe", word(health));
    }
    return fields;
  }

  private void times(AccountState state, Map<String, Object> fields) {
    put(fields, "lastRead", state.lastRead());
    put(fields, "lastSent", state.lastSent());
    Instant cursorAt = state.cursorAt();
    put(fields, "cursorAt", cursorAt);
    if (cursorAt != null) {
      fields.put("cursorAgeSeconds", Math.max(0, Duration.between(cursorAt, now).toSeconds()));
    }
    fields.put("messages", state.messages());
    fields.put("deadLetters", state.deadLetters());
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Instant at) {
    if (at != null) {
      fields.put(name, at.toString());
    }
  }

  private static Map<String, Object> fields(Note note) {
    return Map.of("what", note.what(), "remedy", note.remedy());
  }

  private static String word(Health health) {
    return switch (health) {
      case Health.Fine fine -> "fine";
      case Health.Missing missing -> "missing";
      case Health.Unreachable gone -> "unreachable";
    };
  }
}
