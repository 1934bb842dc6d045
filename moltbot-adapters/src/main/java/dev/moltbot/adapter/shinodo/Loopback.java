package dev.moltbot.adapter.shinodo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import okhttp3.Dns;

/**
 * Finds addresses of this machine and no others: a changed hosts file must not turn {@code
 * localhost} into somewhere else.
 */
final class Loopback implements Dns {

  @Override
  public List<InetAddress> lookup(String name) throws UnknownHostException {
    return onThisMachine(name, InetAddress.getAllByName(name));
  }

  static List<InetAddress> onThisMachine(String name, InetAddress... found)
      throws UnknownHostException {
    if (found.length == 0 || !Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress)) {
      throw new UnknownHostException(name + " is not this machine");
    }
    return List.of(found);
  }
}
