package dev.moltbot.adapter.telegram;

import dev.moltbot.adapter.telegram.TelegramApi.AskConnection;
import dev.moltbot.adapter.telegram.TelegramApi.Business;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Refusal;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets the owner's connections through and no others: anyone on Telegram may connect a public bot
 * to their own account, and their chats are none of ours.
 */
final class Gate {
  private final TelegramCalls calls;
  private final TelegramApi api;
  private final Connections connections;
  private final Strangers strangers;

  Gate(TelegramCalls calls, TelegramApi api, Connections connections, Strangers strangers) {
    this.calls = calls;
    this.api = api;
    this.connections = connections;
    this.strangers = strangers;
  }

  /** Whose a connection is. */
  sealed interface Whose {
    /** The owner's. */
    record Owners() implements Whose {}

    /** Someone else's. */
    record Foreign() implements Whose {}

    /** Nobody's that Telegram knows of any more, so it cannot be said. */
    record Gone() implements Whose {}

    /** Telegram could not be asked. */
    record Unasked(Answer<Business> why) implements Whose {}
  }

  /** Takes note of a connection as it is now; on record first, so that a crash hides nobody. */
  Whose changed(Connection connection) throws IOException {
    boolean owners = connections.isOwners(connection);
    if (!owners && connections.find(connection.id()).isEmpty()) {
      strangers.report(connection);
    }
    connections.keep(connection);
    return owners ? new Whose.Owners() : new Whose.Foreign();
  }

  boolean knows(String id) throws IOException {
    return connections.find(id).isPresent();
  }

  /** Whose connection has this id; Telegram is asked about one that we do not know. */
  Whose of(String id) throws IOException {
    Optional<Connection> known = connections.find(id);
    if (known.isPresent()) {
      return connections.isOwners(known.orElseThrow()) ? new Whose.Owners() : new Whose.Foreign();
    }
    Answer<Business> answer = calls.make(api.connection(new AskConnection(id)));
    return switch (answer) {
      case Answer.Done<Business>(Business wire) -> told(wire);
      case Answer.Declined<Business>(Refusal refusal) when refusal.kind() == Refusal.Kind.WRONG ->
          new Whose.Gone();
      case Answer.Declined<Business> declined -> new Whose.Unasked(declined);
      case Answer.Lost<Business> lost -> new Whose.Unasked(lost);
    };
  }

  private Whose told(Business wire) throws IOException {
    Optional<Connection> told = Connection.of(wire);
    return told.isPresent() ? changed(told.orElseThrow()) : new Whose.Gone();
  }
}
