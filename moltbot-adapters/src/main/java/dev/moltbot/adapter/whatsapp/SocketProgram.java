package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bridge that runs already, in a container of its own, and waits at a socket. It begins anew,
 * with nothing kept, after each connection; until it is back, connecting fails and is tried again.
 */
record SocketProgram(Path socket) implements BridgeProgram {

  @Override
  public Running start() throws IOException {
    return new Connected(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  @Override
  public void check() throws IOException {
    if (!Files.exists(socket)) {
      throw new CannotRun(
          "the WhatsApp bridge does not wait at " + socket,
          "In security/: docker compose --profile whatsapp up --detach");
    }
  }

  private record Connected(SocketChannel channel) implements Running {

    @Override
    public InputStream out() {
      return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream in() {
      return Channels.newOutputStream(channel);
    }

    @Override
    public void kill() {
      try {
        channel.close();
      } catch (IOException e) {
        // It is gone, then.
        return;
      }
    }
  }
}
