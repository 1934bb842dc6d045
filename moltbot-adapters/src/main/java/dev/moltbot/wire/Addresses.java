package dev.moltbot.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses are out on the internet and which are of this machine, its networks, or nobody.
 * After the registries of special-purpose addresses, RFC 6890.
 */
public final class Addresses {
  private static final int IPV4_BYTES = 4;

  private Addresses() {}

  /** Whether a public name may have this address. */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      // Carriers' own networks behind their translators.
      case 100 -> second < 64 || second > 127;
      // Link-local, where clouds keep their metadata.
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && (second != 0 || third != 0);
      case 198 -> second != 18 && second != 19;
      default -> first < 224;
    };
  }

  /** Global unicast, and within it what stands for an IPv4 address is taken for that. */
  private static boolean isPublic6(byte[] bytes) {
    int first = word(bytes, 0);
    int second = word(bytes, 1);
    if (first == 0x64 && second == 0xff9b) {
      boolean wellKnown = zero(bytes, 4, 12);
      return wellKnown && isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (first == 0x2002) {
      return isPublic4(Arrays.copyOfRange(bytes, 2, 2 + IPV4_BYTES));
    }
    boolean teredo = first == 0x2001 && second == 0;
    return first >>> 13 == 1 && !teredo;
  }

  private static int word(byte[] bytes, int at) {
    return ((bytes[2 * at] & 0xff) << 8) | (bytes[2 * at + 1] & 0xff);
  }

  private static boolean zero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is of this machine or a network of its own: neither public nor for many. */
  static boolean isInternal(InetAddress address) {
    return !isPublic(address)
        && !address.isMulticastAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress();
  }
}
