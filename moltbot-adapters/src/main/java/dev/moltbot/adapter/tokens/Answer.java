package dev.moltbot.adapter.tokens;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okio.BufferedSource;

/**
 * What the sandbox is told.
 *
 * @param pause how long to leave us alone; zero where it may ask again at once
 */
record Answer(int status, String body, Duration pause) {
  /** Asked too often. */
  static final int TOO_OFTEN = 429;

  /** Google cannot be reached, or is in trouble. */
  static final int AWAY = 503;

  private static final Moshi MOSHI = new Moshi.Builder().build();
  private static final JsonAdapter<Mint.Minted> TOKENS = MOSHI.adapter(Mint.Minted.class);
  private static final JsonAdapter<Mint.Problem> PROBLEMS = MOSHI.adapter(Mint.Problem.class);

  /** RFC 6749, section 5.2. Any other word, and every sentence beside it, stays here. */
  private static final Set<String> WORDS =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  static Answer token(Mint.Minted token) {
    return new Answer(200, TOKENS.toJson(token), Duration.ZERO);
  }

  static Answer refused(int status, String word) {
    String known = WORDS.contains(word) ? word : "invalid_request";
    return new Answer(status, PROBLEMS.toJson(new Mint.Problem(known)), Duration.ZERO);
  }

  static Answer later(int status, Duration pause) {
    return new Answer(status, PROBLEMS.toJson(new Mint.Problem("temporarily_unavailable")), pause);
  }

  /** The word in Google's refusal; empty when there is none. */
  static String problem(BufferedSource json) throws IOException {
    try {
      Mint.Problem problem = PROBLEMS.fromJson(json);
      return problem == null || problem.error() == null ? "" : problem.error();
    } catch (JsonDataException e) {
      return "";
    }
  }
}
