package dev.moltbot.adapter.whatsapp;

import dev.moltbot.channel.Rehearsal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** WhatsApp played on loopback, with a process for its bridge like the real one; needs no Node. */
final class WhatsappRehearsal implements Rehearsal {
  private static final String NUMBER = "380501112233";

  /** Seals nothing but the rehearsal's own session, which is thrown away with it. */
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Override
  public Optional<Stage> open() {
    return Optional.of(new Played(new FakeWhatsapp(NUMBER), new AtomicInteger()));
  }

  private record Played(FakeWhatsapp whatsapp, AtomicInteger count) implements Stage {

    @Override
    public Map<String, String> settings() {
      return Map.of(
          WhatsappConfig.NUMBER.key(), "+" + NUMBER,
          WhatsappConfig.SESSION_KEY.key(), KEY,
          WhatsappConfig.BRIDGE.key(), WhatsappConfig.REHEARSAL + whatsapp.port());
    }

    @Override
    public void receives(Line line) {
      whatsapp.receives(
          new Wire.Message(
              line.address().replaceAll("\\D", "") + "@s.whatsapp.net",
              line.name(),
              line.text(),
              false,
              false,
              false,
              line.at().toEpochMilli(),
              "3A" + count.incrementAndGet()));
    }

    @Override
    public List<String> sent() {
      return List.copyOf(whatsapp.standing().values());
    }

    @Override
    public void close() {
      whatsapp.close();
    }
  }
}
