package dev.moltbot.warden;

import dev.moltbot.domain.egress.Caller;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import okio.ByteString;

/**
 * One request that is to be judged.
 *
 * @param path as it stands there, nothing decoded
 * @param query empty without one
 */
record Asked(
    Caller caller,
    String method,
    String host,
    int port,
    String path,
    String query,
    HttpHead head,
    ByteString body) {

  /** Empty when it is not even an address. */
  static Optional<Asked> of(Caller caller, HttpHead head, ByteString body) {
    try {
      var uri = new URI(head.word(1));
      if (uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      boolean https = "https".equalsIgnoreCase(uri.getScheme());
      int port = uri.getPort() > 0 ? uri.getPort() : https ? 443 : 80;
      String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return Optional.of(
          new Asked(caller, head.word(0), host, port, uri.getRawPath(), query, head, body));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  String text() {
    return body.utf8();
  }

  /** A bot's token, where the path has one. */
  String bot() {
    int end = path.indexOf('/', 1);
    return path.startsWith("/bot") && end > 0 ? path.substring(4, end) : "";
  }
}
