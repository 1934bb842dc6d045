package dev.moltbot.wire;

import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Compares each request with the allow-list: once before anything is looked up or connected, and,
 * since whoever is handed a client can add to it, once more when nothing can change any longer.
 */
final class Guard implements Interceptor {
  private final Egress egress;
  private final Named named;

  Guard(Egress egress, Named named) {
    this.egress = egress;
    this.named = named;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Optional<String> complaint = complaint(request);
    if (complaint.isPresent()) {
      HttpUrl url = request.url();
      throw egress.refused(request.method(), url.host() + ":" + url.port(), complaint.get());
    }
    return chain.proceed(request);
  }

  private Optional<String> complaint(Request request) {
    HttpUrl url = request.url();
    // Whoever runs many hosts behind one address delivers by this header and not by the address.
    String host = request.header("Host");
    if (host != null && !host.equals(url.host()) && !host.equals(url.host() + ":" + url.port())) {
      return Optional.of("its Host header names another host");
    }
    return complaint(request.method(), url);
  }

  private Optional<String> complaint(String method, HttpUrl url) {
    String path = url.encodedPath();
    if (named.is(url.host(), url.port())) {
      return named.allows(method, path)
          ? Optional.empty()
          : Optional.of("the broker is asked for tokens only");
    }
    return egress.complaint(method, url.isHttps(), url.host(), url.port(), path);
  }
}
