package dev.moltbot.wire;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Stops reading an answer at a limit. An application interceptor, and so it counts what came out of
 * the decompression and not what went in.
 */
final class BoundedAnswer implements Interceptor {
  private final long maxBytes;

  BoundedAnswer(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.newBuilder().body(new Bounded(response.body(), maxBytes)).build();
  }

  private static final class Bounded extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    Bounded(ResponseBody body, long maxBytes) {
      this.body = body;
      this.source = Okio.buffer(new Counted(body.source(), maxBytes));
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return source;
    }
  }

  private static final class Counted extends ForwardingSource {
    private final long maxBytes;
    private long bytes;

    Counted(Source source, long maxBytes) {
      super(source);
      this.maxBytes = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      bytes += Math.max(read, 0);
      if (bytes > maxBytes) {
        throw new IOException("answer is over " + maxBytes + " bytes");
      }
      return read;
    }
  }
}
