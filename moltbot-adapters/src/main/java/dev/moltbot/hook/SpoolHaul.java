package dev.moltbot.hook;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import dev.moltbot.state.Spool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Gathers one batch from a spool. Used once, by one thread. */
final class SpoolHaul {
  private static final int NAME_DIGITS = 32;

  private final AccountId account;
  private final Parser parser;
  private final int limit;
  private final List<InboundMessage> messages = new ArrayList<>();
  private final List<Quarantined> quarantined = new ArrayList<>();
  private SpoolPosition position;

  SpoolHaul(AccountId account, Parser parser, SpoolPosition start, int limit) {
    this.account = account;
    this.parser = parser;
    this.position = start;
    this.limit = limit;
  }

  /** Whether another entry may be taken. One that fits in part ends the batch. */
  boolean hasRoom() {
    return messages.size() + quarantined.size() < limit && (position.skip() == 0 || isEmpty());
  }

  void take(Spool.Entry entry) {
    switch (parser.parse(entry.text())) {
      case Parser.Parsed.Messages(var all) -> take(entry.number(), all);
      case Parser.Parsed.Unreadable(String reason) -> {
        quarantined.add(setAside(entry.text(), reason));
        position = new SpoolPosition(entry.number(), 0);
      }
    }
  }

  SpoolPosition position() {
    return position;
  }

  ReadResult.Batch batch(boolean more) {
    return new ReadResult.Batch(messages, quarantined, position.cursor(), more);
  }

  private boolean isEmpty() {
    return messages.isEmpty() && quarantined.isEmpty();
  }

  private void take(long number, List<InboundMessage> all) {
    int from = Math.min(position.skip(), all.size());
    int to = Math.min(all.size(), from + limit - messages.size() - quarantined.size());
    messages.addAll(all.subList(from, to));
    position =
        to == all.size() ? new SpoolPosition(number, 0) : new SpoolPosition(position.number(), to);
  }

  /** Named by what it says, so that the same one twice is one. */
  private Quarantined setAside(String body, String reason) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String name = "unreadable-" + digest(bytes).substring(0, NAME_DIGITS);
    return new Quarantined(
        new MessageId(account, name), reason, bytes.length, RawBytes.headOf(bytes));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
