package dev.moltbot.adapter.instagram;

import com.squareup.moshi.JsonAdapter;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Refusal;
import dev.moltbot.channel.Refusal.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * How Instagram words its refusals: nearly always HTTP 400, and a code that says what it is about.
 */
final class GraphErrors implements Calls.Dialect {
  /** What a send comes to after the window; also what the owner reads. */
  static final String TOO_LATE =
      "it takes a reply only within 24 hours of their last message, and that time is over";

  /** Status of what is not there any more, whatever status it came with. */
  static final int GONE = 404;

  private static final Set<Integer> TOKEN = Set.of(102, 190);
  private static final Set<Integer> TOO_FAST = Set.of(4, 17, 32, 613);
  private static final Set<Integer> PASSING = Set.of(1, 2);
  private static final Set<Integer> OUTSIDE_WINDOW = Set.of(2534022, 2018278);
  private static final int PERMISSION = 10;
  private static final int INVALID = 100;
  private static final int NO_SUCH_OBJECT = 33;

  private final JsonAdapter<InstagramApi.Refused> refusals =
      Json.MOSHI.adapter(InstagramApi.Refused.class);

  @Override
  public Refusal read(int status, @Nullable ResponseBody body, @Nullable Duration pause)
      throws IOException {
    Refusal plain = Refusal.ofStatus(status, pause);
    InstagramApi.Refused refused = body == null ? null : refusals.fromJson(body.source());
    InstagramApi.Problem problem = refused == null ? null : refused.error();
    return problem == null || problem.code() == null
        ? plain
        : read(
            plain, problem.code(), subcode(problem), Boolean.TRUE.equals(problem.is_transient()));
  }

  private static int subcode(InstagramApi.Problem problem) {
    return problem.error_subcode() == null ? 0 : problem.error_subcode();
  }

  /** The code outranks the status, except that a server out of order knows nothing. */
  private static Refusal read(Refusal plain, int code, int subcode, boolean passing) {
    String reason = plain.reason() + ", code " + code;
    if (TOO_FAST.contains(code) || (code >= 80_001 && code <= 80_014)) {
      return refusal(Kind.THROTTLED, plain, reason);
    }
    if (passing || PASSING.contains(code) || plain.kind() == Kind.OUT_OF_ORDER) {
      return refusal(Kind.OUT_OF_ORDER, plain, reason);
    }
    if (TOKEN.contains(code)) {
      return refusal(Kind.REVOKED, plain, reason);
    }
    if (OUTSIDE_WINDOW.contains(subcode)) {
      return refusal(Kind.WRONG, plain, TOO_LATE);
    }
    if (code == INVALID && subcode == NO_SUCH_OBJECT) {
      return new Refusal(Kind.WRONG, GONE, reason, plain.pause(), "");
    }
    boolean permission = code == PERMISSION || code == 3 || (code >= 200 && code <= 299);
    return permission
        ? refusal(Kind.FORBIDDEN, plain, reason)
        : refusal(plain.kind(), plain, reason);
  }

  private static Refusal refusal(Kind kind, Refusal plain, String reason) {
    return new Refusal(kind, plain.status(), reason, plain.pause(), "");
  }
}
