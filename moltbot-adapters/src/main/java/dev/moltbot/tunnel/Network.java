package dev.moltbot.tunnel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import okio.ByteString;

/**
 * The addresses of a network.
 *
 * @param prefix its first address, in bytes
 * @param bits of an address that are the network's
 */
record Network(ByteString prefix, int bits) {

  /** From {@code address/bits}; numbers only, nothing is looked up. */
  static Network of(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9.]+|[0-9a-f:]+")) {
      throw new IllegalArgumentException("a network is address/bits: " + text);
    }
    try {
      var prefix = ByteString.of(InetAddress.getByName(parts[0]).getAddress());
      return new Network(prefix, Integer.parseInt(parts[1]));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("a network is address/bits: " + text, e);
    }
  }

  boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != prefix.size()) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >>> bit % 8;
      if ((bytes[bit / 8] & mask) != (prefix.getByte(bit / 8) & mask)) {
        return false;
      }
    }
    return true;
  }
}
