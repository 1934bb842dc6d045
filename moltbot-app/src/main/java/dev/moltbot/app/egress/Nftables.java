package dev.moltbot.app.egress;

import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Endpoint;
import dev.moltbot.domain.egress.Reach;
import java.util.stream.Collectors;

/**
 * Rules for the Linux host's own firewall, so that the walls stand even where the engine's fail:
 * only the gateway's network leads out, and no container reaches what the host listens on.
 */
final class Nftables {
  private static final String TABLE =
      """

      table inet moltbot
      delete table inet moltbot

      table inet moltbot {
        # Ports of the allow-list, outside and on this host.
        set outside_ports {
          type inet_service
          elements = { OUTSIDE }
        }

        set host_ports {
          type inet_service
          elements = { ON_HOST }
        }

        # Bridges that lead nowhere, and the one that leads out.
        set inside_bridges {
          type ifname
          elements = { "br-moltbot", "br-tokens", "br-whatsapp" }
        }

        set private4 {
          type ipv4_addr
          flags interval
          elements = { 0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16,
                       172.16.0.0/12, 192.168.0.0/16, 198.18.0.0/15, 224.0.0.0/3 }
        }

        # Before the engine's own rules, which accept much.
        chain forward {
          type filter hook forward priority filter - 5; policy accept;
          iifname @inside_bridges oifname != @inside_bridges counter drop
          oifname @inside_bridges iifname != @inside_bridges counter drop
          iifname "br-outside" ct state established,related accept
          iifname "br-outside" udp dport 53 accept
          iifname "br-outside" tcp dport 53 accept
          iifname "br-outside" ip daddr @private4 counter drop
          iifname "br-outside" meta nfproto ipv6 counter drop
          iifname "br-outside" tcp dport @outside_ports accept
          iifname "br-outside" counter drop
          oifname "br-outside" ct state established,related accept
          oifname "br-outside" counter drop
        }

        # An internal network does not hide what the host itself listens on.
        chain input {
          type filter hook input priority filter - 5; policy accept;
          iifname @inside_bridges counter drop
          iifname "br-outside" ct state established,related accept
          iifname "br-outside" udp dport 53 accept
          iifname "br-outside" tcp dport @host_ports accept
          iifname "br-outside" counter drop
        }

        # Without containers: the user moltbot (10001) speaks to this machine and, through the gateway
        # that listens here, to nobody but the list.
        chain output {
          type filter hook output priority filter - 5; policy accept;
          oifname "lo" accept
          meta skuid 10001 counter drop
        }
      }
      """;

  private Nftables() {}

  static String text(AllowList list) {
    String remarks =
        list.endpoints().stream()
            .map(one -> "# " + one + " for " + LuluRules.callers(one))
            .collect(Collectors.joining("\n", "", "\n"));
    return remarks
        + TABLE.replace("OUTSIDE", ports(list, false)).replace("ON_HOST", ports(list, true));
  }

  private static String ports(AllowList list, boolean onTheHost) {
    return list.endpoints().stream()
        .filter(one -> one.reach() instanceof Reach.OnTheHost == onTheHost)
        .map(Endpoint::port)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }
}
