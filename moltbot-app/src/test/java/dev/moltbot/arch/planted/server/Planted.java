package dev.moltbot.arch.planted.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Breaks a rule on purpose: a server without bounds. */
public class Planted {
  HttpServer server(InetSocketAddress address) throws IOException {
    return HttpServer.create(address, 0);
  }
}
