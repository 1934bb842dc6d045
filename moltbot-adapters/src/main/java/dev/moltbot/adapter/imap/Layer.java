package dev.moltbot.adapter.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A socket that is another one; what is read through it may be looked at. */
abstract class Layer extends Socket {

  /** The one below, which does the work. */
  abstract Socket below();

  @Override
  public abstract InputStream getInputStream() throws IOException;

  @Override
  public OutputStream getOutputStream() throws IOException {
    return below().getOutputStream();
  }

  @Override
  public synchronized void close() throws IOException {
    below().close();
  }

  @Override
  public boolean isConnected() {
    return below().isConnected();
  }

  @Override
  public boolean isBound() {
    return below().isBound();
  }

  @Override
  public boolean isClosed() {
    return below().isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return below().isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return below().isOutputShutdown();
  }

  @Override
  public void shutdownInput() throws IOException {
    below().shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    below().shutdownOutput();
  }

  @Override
  public InetAddress getInetAddress() {
    return below().getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return below().getLocalAddress();
  }

  @Override
  public int getPort() {
    return below().getPort();
  }

  @Override
  public int getLocalPort() {
    return below().getLocalPort();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return below().getLocalSocketAddress();
  }

  @Override
  public int getSoLinger() throws SocketException {
    return below().getSoLinger();
  }

  /** Not handed on: how long a read may take is for {@link Bounds} to say. */
  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }
}
