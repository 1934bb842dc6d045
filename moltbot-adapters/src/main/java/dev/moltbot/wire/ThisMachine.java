package dev.moltbot.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells this machine from all others. */
public final class ThisMachine {
  private ThisMachine() {}

  /** Whether a host is this machine; only in spellings that no resolver is asked about. */
  public static boolean is(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    String bare = host.replace("[", "").replace("]", "");
    if (!bare.matches("[0-9.]+|[0-9a-fA-F:]+")) {
      return false;
    }
    try {
      return InetAddress.getByName(bare).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
