package dev.moltbot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in figures; no resolver is asked. */
class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.8",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "198.18.0.1",
        "198.19.255.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::8.8.8.8",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2002:a00:1::1",
        "2002:7f00:1::1",
        "2001:0:5ef5::1",
        "100::1"
      })
  void areNotPublic(String address) throws UnknownHostException {
    assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "169.253.0.1",
        "192.167.0.1",
        "198.17.0.1",
        "223.255.255.1",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void arePublic(String address) throws UnknownHostException {
    assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "198.18.0.5", "fd00::5", "::1"})
  void areInternal(String address) throws UnknownHostException {
    assertThat(Addresses.isInternal(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "0.0.0.0", "169.254.169.254", "224.0.0.1", "fe80::1"})
  void areNotInternal(String address) throws UnknownHostException {
    assertThat(Addresses.isInternal(InetAddress.getByName(address))).isFalse();
  }
}
