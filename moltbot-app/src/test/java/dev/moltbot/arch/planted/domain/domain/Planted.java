package dev.moltbot.arch.planted.domain.domain;

import java.net.Socket;

/** Breaks a rule on purpose: a decision that holds a socket. */
public class Planted {
  public boolean connected(Socket socket) {
    return socket.isConnected();
  }
}
