package dev.moltbot.adapter.telegram;

import dev.moltbot.adapter.telegram.FakeBusinessChats.Person;
import dev.moltbot.channel.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Telegram on loopback, with a bot connected to the owner's account. */
final class TelegramStage implements Rehearsal.Stage {
  static final Person OWNER = new Person(4_711, "Olena");
  static final String CONNECTION = "rehearsal";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final FakeTelegramBusiness telegram = new FakeTelegramBusiness(now::get);

  TelegramStage() {
    telegram.chats.connects(CONNECTION, OWNER, true, true);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        TelegramConfig.TOKEN.key(),
        FakeTelegramBusiness.TOKEN,
        TelegramConfig.OWNER.key(),
        Long.toString(OWNER.id()),
        TelegramConfig.ADDRESS.key(),
        telegram.url().toString());
  }

  /** It is as late as its latest line, so that replies are within their window. */
  @Override
  public void receives(Rehearsal.Line line) {
    now.set(line.at());
    var person = new Person(number(line.address()), line.name());
    telegram.chats.writes(CONNECTION, person, line.text());
  }

  @Override
  public List<String> sent() {
    return telegram.chats.sent();
  }

  @Override
  public void close() {
    telegram.close();
  }

  /** People have numbers here; the same address is the same person. */
  private static long number(String address) {
    byte[] name = address.getBytes(StandardCharsets.UTF_8);
    return Math.floorMod(UUID.nameUUIDFromBytes(name).getLeastSignificantBits(), 1L << 40) + 10_000;
  }
}
