package dev.moltbot.adapter.telegram;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.moltbot.adapter.telegram.TelegramApi.Business;
import dev.moltbot.state.StateFolder;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The business connections Telegram told us of. It tells once, when something changes, and has no
 * list; so they are kept. What is lost here is asked for by the id that the next message carries.
 *
 * <p>Thread-safe.
 */
final class Connections {
  /** Most connections kept; the oldest of other people go first. */
  static final int MAX = 20;

  private static final String FILE = "connections";

  private final StateFolder folder;
  private final long owner;
  private final JsonAdapter<List<Business>> format;
  private @Nullable List<Connection> seen;

  Connections(StateFolder folder, long owner, Moshi moshi) {
    this.folder = folder;
    this.owner = owner;
    this.format = moshi.adapter(Types.newParameterizedType(List.class, Business.class));
  }

  synchronized Optional<Connection> find(String id) throws IOException {
    return (seen == null ? all() : seen).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The owner's own: an enabled one before others, the latest before earlier ones. */
  synchronized Optional<Connection> owners() throws IOException {
    return all().stream().filter(this::isOwners).max(byUse());
  }

  /** Keeps the connection as it is now. Returns whether it was not known before. */
  synchronized boolean keep(Connection connection) throws IOException {
    List<Connection> all = new ArrayList<>(all());
    boolean known = all.removeIf(one -> one.id().equals(connection.id()));
    all.add(connection);
    all.sort(Comparator.comparing(this::isOwners).thenComparing(byUse()).reversed());
    List<Business> kept = all.stream().limit(MAX).map(Connection::wire).toList();
    seen = null;
    folder.write(FILE, format.toJson(kept).getBytes(StandardCharsets.UTF_8));
    return !known;
  }

  boolean isOwners(Connection connection) {
    return connection.user() == owner;
  }

  private static Stream<Connection> readable(@Nullable Business kept) {
    return kept == null ? Stream.empty() : Connection.of(kept).stream();
  }

  private static Comparator<Connection> byUse() {
    return Comparator.comparing(Connection::enabled).thenComparingLong(Connection::date);
  }

  /** As the file has it, which another process may have written. */
  private List<Connection> all() throws IOException {
    Optional<byte[]> bytes = folder.read(FILE);
    seen = bytes.isEmpty() ? List.of() : read(bytes.orElseThrow());
    return seen;
  }

  /** A file that makes no sense is as good as none: everything in it can be asked for. */
  private List<Connection> read(byte[] bytes) throws IOException {
    try {
      List<Business> all = format.fromJson(new String(bytes, StandardCharsets.UTF_8));
      return all == null ? List.of() : all.stream().flatMap(Connections::readable).toList();
    } catch (JsonDataException | JsonEncodingException | EOFException e) {
      return List.of();
    }
  }
}
