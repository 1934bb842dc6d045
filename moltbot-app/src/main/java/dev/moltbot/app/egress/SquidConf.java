package dev.moltbot.app.egress;

import dev.moltbot.domain.egress.Addressee;
import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Caller;
import dev.moltbot.domain.egress.Endpoint;
import dev.moltbot.domain.egress.Key;
import dev.moltbot.domain.egress.Reach;
import dev.moltbot.domain.egress.Rule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The gateway's configuration, for Squid 5.7 with OpenSSL. The order of its rules is what keeps
 * names from leaking: a rule on an address looks the name up, so names are settled before any.
 */
final class SquidConf {
  /** Doors of the requests that can be looked into; the tunnel's door is the warden's. */
  private static final List<Caller> SEEN = List.of(Caller.MOLTBOT, Caller.TOKENS);

  private static final String CERTIFICATE =
      "ssl-bump generate-host-certificates=on dynamic_cert_mem_cache_size=4MB"
          + " tls-cert=/var/lib/gateway/ca.pem tls-key=/var/lib/gateway/ca.key";

  private static final String HEAD =
      """

      visible_hostname gateway
      httpd_suppress_version_string on
      via off
      forwarded_for delete
      pid_filename /run/gateway/squid.pid
      coredump_dir none
      shutdown_lifetime 1 seconds
      cache deny all
      memory_pools off
      pinger_enable off
      max_filedescriptors 1024

      # Certificates for what is looked into, signed by the gateway's own authority.
      sslcrtd_program /usr/lib/squid/security_file_certgen -s /var/lib/gateway/certificates -M 4MB
      sslcrtd_children 2 startup=1 idle=1
      sslproxy_cert_error deny all
      on_unsupported_protocol respond all

      # What is written down may be read by Moltbot, from another container.
      umask 022
      # Only refusals are written down, without the path: a bot's token stands in it.
      logformat refusal {"at":"%{%Y-%m-%dT%H:%M:%S}tg.%03tuZ","door":"%lp","method":"%#rm","host":"%#>rd","sni":"%#ssl::>sni","status":%>Hs,"why":"%#{X-Refused}adapt::<last_h","error":"%err_code"}
      # A handshake that was ended has no status at all.
      acl answered http_status 100-402 404-408 410-499 501-502 504-599
      access_log stdio:/var/log/gateway/refusals.jsonl logformat=refusal !answered
      # What the start script puts aside when it has grown; Debian's own number is none.
      logfile_rotate 10
      debug_options ALL,0
      cache_log stdio:/var/log/gateway/squid.log
      cache_store_log none

      # Keys and chats, which stand where Squid does not look, are settled by the warden.
      # In plain form, or the warden could not read them; nothing here is large.
      request_header_access Accept-Encoding deny all
      icap_enable on
      icap_preview_enable off
      icap_persistent_connections on
      icap_service_failure_limit -1
      icap_service_revival_delay 10
      icap_service warden_request reqmod_precache icap://127.0.0.1:1344/request bypass=off
      icap_service warden_answer respmod_precache icap://127.0.0.1:1344/answer bypass=off
      acl CONNECT method CONNECT
      acl with_tls port 443
      acl https proto HTTPS
      """;

  private SquidConf() {}

  static String text(AllowList list) {
    var text = new StringBuilder(HEAD);
    SEEN.forEach(caller -> text.append(door(caller, list)));
    text.append(handshakes());
    text.append(wardenAsked(list));
    text.append(manager());
    SEEN.forEach(caller -> text.append(names(caller)));
    text.append(addresses());
    SEEN.forEach(caller -> text.append(tunnels(caller)));
    list.endpoints().forEach(one -> text.append(requests(one)));
    text.append("\nhttp_access deny all\nhttp_reply_access allow all\n");
    return text.toString();
  }

  /** Where it comes in, and the names it may use. */
  private static String door(Caller caller, AllowList list) {
    String word = caller.word();
    return "\n# "
        + word
        + "\nhttp_port "
        + Doors.port(caller)
        + " name="
        + word
        + " "
        + CERTIFICATE
        + "\nacl at_"
        + word
        + " myportname "
        + word
        + "\nacl from_"
        + word
        + " src "
        + Doors.network(caller)
        + "\nacl tls_of_"
        + word
        + " dstdomain -n "
        + hosts(caller, list, true)
        + "\nacl sni_of_"
        + word
        + " ssl::server_name --client-requested "
        + hosts(caller, list, true)
        + "\nacl names_of_"
        + word
        + " dstdomain -n "
        + hosts(caller, list, false)
        + "\n";
  }

  private static String hosts(Caller caller, AllowList list, boolean tlsOnly) {
    return list.of(caller).stream()
        .filter(one -> !(one.reach() instanceof Reach.Tunnel))
        .filter(one -> !tlsOnly || one.reach() instanceof Reach.Inspected)
        .map(Endpoint::host)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Every request is judged; answers are shown to it only where they hand out keys or chats. */
  private static String wardenAsked(AllowList list) {
    String hosts =
        list.endpoints().stream()
            .filter(one -> one.reach() instanceof Reach.Inspected && tells(one, list))
            .map(Endpoint::host)
            .collect(Collectors.joining(" "));
    return """

    adaptation_meta X-Door moltbot at_moltbot
    adaptation_meta X-Door tokens at_tokens
    adaptation_access warden_request deny CONNECT
    adaptation_access warden_request allow all
    """
        + "acl tells_the_warden dstdomain -n "
        + hosts
        + "\nadaptation_access warden_answer deny CONNECT\n"
        + "adaptation_access warden_answer allow tells_the_warden\n"
        + "adaptation_access warden_answer deny all\n";
  }

  private static boolean tells(Endpoint endpoint, AllowList list) {
    return endpoint.rules().stream().anyMatch(rule -> rule.to() instanceof Addressee.WroteToUs)
        || list.endpoints().stream()
            .flatMap(one -> one.keys().stream())
            .anyMatch(key -> key.source().equals(new Key.Source.GrantedBy(endpoint.host())));
  }

  /** A handshake that names nobody, or another, ends there. */
  private static String handshakes() {
    return """

    acl first_step at_step SslBump1
    ssl_bump peek first_step
    ssl_bump bump at_moltbot sni_of_moltbot
    ssl_bump bump at_tokens sni_of_tokens
    ssl_bump terminate all
    """;
  }

  private static String manager() {
    return "\nhttp_access deny manager\n";
  }

  private static String names(Caller caller) {
    String at = "at_" + caller.word();
    String of = "_of_" + caller.word();
    return "http_access deny "
        + at
        + " !from_"
        + caller.word()
        + "\nhttp_access deny "
        + at
        + " CONNECT !with_tls\nhttp_access deny "
        + at
        + " CONNECT !tls"
        + of
        + "\nhttp_access deny "
        + at
        + " !names"
        + of
        + "\n";
  }

  /** Only names of the list come this far, so looking them up tells nobody anything. */
  private static String addresses() {
    return """

    acl on_the_host dstdomain -n localhost
    acl inside dst 0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12
    acl inside dst 192.168.0.0/16 198.18.0.0/15 224.0.0.0/3
    acl inside dst ::/128 ::1/128 64:ff9b::/96 fc00::/7 fe80::/10 ff00::/8
    http_access deny !on_the_host inside
    """;
  }

  private static String tunnels(Caller caller) {
    return "http_access allow at_" + caller.word() + " CONNECT tls_of_" + caller.word() + "\n";
  }

  private static String requests(Endpoint endpoint) {
    if (endpoint.reach() instanceof Reach.Tunnel) {
      return "";
    }
    boolean local = endpoint.reach() instanceof Reach.OnTheHost;
    String name = (endpoint.host() + "_" + endpoint.port()).replaceAll("[^a-z0-9]", "_");
    var text = new StringBuilder("\n# " + endpoint + "\n");
    text.append("acl ").append(name).append(" dstdomain -n ").append(endpoint.host()).append('\n');
    text.append("acl ").append(name).append("_port port ").append(endpoint.port()).append('\n');
    if (local) {
      text.append(peer(endpoint, name));
    }
    int number = 0;
    for (Rule rule : endpoint.rules()) {
      String one = name + "_" + ++number;
      text.append("acl ").append(one).append("_method method ").append(rule.method()).append('\n');
      text.append("acl ").append(one).append("_path urlpath_regex ").append(rule.path().regex());
      text.append('\n');
      for (Caller caller : endpoint.callers()) {
        text.append("http_access allow at_").append(caller.word()).append(" !CONNECT ");
        text.append(local ? "!https " : "https ").append(name).append(' ').append(name);
        text.append("_port ").append(one).append("_method ").append(one).append("_path\n");
      }
    }
    return text.toString();
  }

  /** The name stays the owner's word for it; where it really is, the compose file says. */
  private static String peer(Endpoint endpoint, String name) {
    return "cache_peer host.docker.internal parent "
        + endpoint.port()
        + " 0 no-query no-digest no-netdb-exchange originserver name=peer_"
        + name
        + "\ncache_peer_access peer_"
        + name
        + " allow "
        + name
        + "\ncache_peer_access peer_"
        + name
        + " deny all\nnever_direct allow "
        + name
        + "\n";
  }
}
