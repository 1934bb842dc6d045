package dev.moltbot.adapter.postgres;

import dev.moltbot.wire.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the address of an external database. */
final class DatabaseUrl {
  private static final int DEFAULT_PORT = 5_432;
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

  /** What an address may set. Others could name classes for the driver to load. */
  private static final Set<String> PARAMETERS =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "channelBinding", "connectTimeout");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private DatabaseUrl() {}

  static PostgresConfig.External parse(Secret url) {
    URI uri = uri(url.reveal());
    String[] login = present("user:password@", uri.getRawUserInfo()).split(":", 2);
    if (login.length != 2) {
      throw wrong("has no password");
    }
    String host = present("host", uri.getHost());
    return new PostgresConfig.External(
        host,
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        present("/database", uri.getPath()).substring(1),
        decoded(login[0]),
        Secret.of(decoded(login[1])),
        parameters(host, uri.getRawQuery()));
  }

  private static URI uri(String url) {
    try {
      URI uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
      if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
        throw wrong("does not start with postgresql://");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw wrong("is not an address; a password's special characters are written %40 for @");
    }
  }

  private static Map<String, String> parameters(String host, @Nullable String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length != 2 || !PARAMETERS.contains(parts[0])) {
        throw wrong("may only set " + PARAMETERS.stream().sorted().toList());
      }
      parameters.put(parts[0], decoded(parts[1]));
    }
    if (!THIS_MACHINE.contains(host)) {
      parameters.putIfAbsent("sslmode", "verify-full");
    }
    return parameters;
  }

  private static String present(String what, @Nullable String part) {
    if (part == null || part.length() < 2) {
      throw wrong("has no " + what);
    }
    return part;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Not the address: it holds the password. */
  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        "MOLTBOT_DATABASE_URL " + what + "; wanted postgresql://user:password@host:port/database");
  }
}
