package dev.moltbot.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Whether a call may have left this machine. Asked of the connection and not guessed from the
 * exception's type, because a time-out means one thing before the first byte and another after it.
 * Travels as a tag of the request.
 */
final class Departure {
  private static final int UNAVAILABLE = 503;

  private volatile boolean left;

  boolean left() {
    return left;
  }

  /**
   * Runs on an open connection, before the first byte. Lets a call through once: whatever OkHttp
   * finds worth repeating, it does not repeat here.
   */
  static final class Gate implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      var departure = Objects.requireNonNull(chain.request().tag(Departure.class));
      if (departure.left) {
        throw new ProtocolException("a call leaves once");
      }
      departure.left = true;
      return withoutInvitation(chain.proceed(chain.request()));
    }

    /** OkHttp takes "503, retry after 0" as leave to re-send, whatever its settings say. */
    private static Response withoutInvitation(Response response) {
      return response.code() == UNAVAILABLE && "0".equals(response.header(RetryAfter.HEADER))
          ? response.newBuilder().removeHeader(RetryAfter.HEADER).build()
          : response;
    }
  }
}
