package dev.moltbot.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that is allowed, and leads somewhere else. */
class DialTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.1.1",
        "198.18.40.2",
        "0.0.0.0",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "203.0.113.7 127.0.0.1"
      })
  void isNotFollowedInside(String addresses) {
    Dial dial = Dial.checked(host -> addresses(addresses));
    assertThatThrownBy(() -> dial.to("web.whatsapp.com", 9))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("leads where it must not");
  }

  @Test
  void aNetworkHoldsItsAddressesAndNoOther() throws Exception {
    Network network = Network.of("198.18.42.0/24");
    assertThat(network.holds(InetAddress.getByName("198.18.42.255"))).isTrue();
    assertThat(network.holds(InetAddress.getByName("198.18.43.0"))).isFalse();
    assertThat(network.holds(InetAddress.getByName("198.18.41.255"))).isFalse();
    assertThat(network.holds(InetAddress.getByName("2001:db8::1"))).isFalse();
    assertThatThrownBy(() -> Network.of("evil.example/24"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<InetAddress> addresses(String words) {
    return Arrays.stream(words.split(" ", -1)).map(DialTest::address).toList();
  }

  private static InetAddress address(String word) {
    try {
      return InetAddress.getByName(word);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
