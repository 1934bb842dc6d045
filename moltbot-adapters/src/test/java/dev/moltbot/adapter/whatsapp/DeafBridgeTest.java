package dev.moltbot.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.SendOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pipe that nobody reads blocks its writer; whoever sends is not kept waiting by it. */
class DeafBridgeTest {

  @Test
  @Timeout(10)
  void doesNotHangOnABridgeThatReadsNoMore() throws IOException {
    try (var rig = new WhatsappRig()) {
      var talk = new Talk(new Deaf(), rig.links.session("link-1"), new Nobody(), false);
      talk.ping();
      var outcome = talk.send("380670000001@s.whatsapp.net", "hello", "3EB0");
      assertThat(outcome).isNotDone();
      talk.close();
      assertThat(outcome.join()).isInstanceOf(SendOutcome.Unknown.class);
    }
  }

  private static final class Deaf implements BridgeProgram.Running {
    private final CountDownLatch killed = new CountDownLatch(1);
    private final OutputStream in =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            try {
              killed.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            throw new IOException("broken pipe");
          }
        };

    @Override
    public InputStream out() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream in() {
      return in;
    }

    @Override
    public void kill() {
      killed.countDown();
    }
  }

  private static final class Nobody implements Talk.Side {
    @Override
    public void keep(Wire.Message message) {}

    @Override
    public void standing(Standing standing) {}

    @Override
    public void open(String number, String identity) {}

    @Override
    public void ended(String reason) {}
  }
}
