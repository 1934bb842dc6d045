package dev.moltbot.adapter.desk;

import static dev.moltbot.adapter.desk.DeskOnTelegram.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.card.Cards;
import dev.moltbot.port.Cursor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token is part of every address; with every fault on and every log open, none shows it. */
class TokenStaysSecretTest {
  /** The fake's own server, which stands for Telegram and of course sees the address. */
  private static final String FAR_SIDE = "com.sun.net.httpserver";

  private static final List<FakeFault> FAULTS =
      List.of(
          new FakeFault.HangUp(),
          new FakeFault.CutAnswer(),
          new FakeFault.Page(502),
          FakeFault.tooManyRequests(1),
          FakeFault.otherPoller(),
          FakeFault.error(400, "Bad Request: something", Map.of()),
          FakeFault.error(500, "Internal Server Error", Map.of()));

  private final DeskOnTelegram it = new DeskOnTelegram();
  private final StringWriter log = new StringWriter();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler everything =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (String.valueOf(entry.getLoggerName()).startsWith(FAR_SIDE)) {
            return;
          }
          log.write(entry.getLoggerName() + " " + entry.getMessage() + "\n");
          if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(log, true));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    everything.setLevel(Level.ALL);
    root.addHandler(everything);
    root.setLevel(Level.FINEST);
  }

  @AfterEach
  void stop() {
    root.removeHandler(everything);
    root.setLevel(before);
    it.close();
  }

  @Test
  void whateverGoesWrong() {
    StringBuilder said = new StringBuilder();
    for (FakeFault fault : FAULTS) {
      it.telegram.failNext("getUpdates", fault);
      it.telegram.failNext("sendMessage", fault);
      said.append(it.desk.listen(Cursor.START, Duration.ZERO));
      said.append(it.desk.ask(Cards.card(1, "fine")));
    }
    it.people().writes(OWNER, "/help");
    it.telegram.close();
    said.append(it.desk.listen(Cursor.START, Duration.ZERO)).append(it.desk.tell("hello"));

    assertThat(said.append(log).toString()).contains("Unreachable").doesNotContain("canary");
  }
}
