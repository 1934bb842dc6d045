package dev.moltbot.botapi;

import com.squareup.moshi.Json;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/**
 * The methods of the Bot API (10.1) that every bot of ours calls, as Telegram spells them. The
 * token is part of the base address, so no URL of these calls may be printed anywhere.
 */
public interface BotApi {
  /** Longest poll that Telegram holds; it cuts a longer one down. */
  Duration MAX_POLL = Duration.ofSeconds(50);

  /** Most updates in one answer. */
  int MAX_UPDATES = 100;

  /** Longest text of one message, in UTF-16 units. */
  int MAX_TEXT_UNITS = 4_096;

  /** Says which bot the token belongs to. */
  @POST("getMe")
  Call<Envelope<User>> me();

  /** Updates as they come; one that we cannot read must not hide the others. */
  @POST("getUpdates")
  Call<Envelope<List<Object>>> updates(@Body GetUpdates request);

  /** Every answer's wrapping; {@code ok} decides, not the HTTP status. */
  record Envelope<T>(
      boolean ok,
      @Nullable T result,
      @Json(name = "error_code") @Nullable Integer errorCode,
      @Nullable String description,
      @Nullable Parameters parameters) {}

  /** What an error is about, for programs. */
  record Parameters(@Json(name = "retry_after") @Nullable Long retryAfter) {}

  /** The offset is also the acknowledgement of everything below it. */
  record GetUpdates(
      long offset, int limit, long timeout, @Json(name = "allowed_updates") List<String> allowed) {

    /** Waits as long as wanted and Telegram allows. */
    public static GetUpdates from(long offset, int limit, Duration wait, List<String> allowed) {
      return new GetUpdates(
          offset,
          Math.clamp(limit, 1, MAX_UPDATES),
          Math.clamp(wait.toSeconds(), 0, MAX_POLL.toSeconds()),
          allowed);
    }
  }

  /** Somebody, or some bot. */
  record User(
      @Nullable Long id,
      @Json(name = "is_bot") boolean bot,
      @Json(name = "first_name") @Nullable String firstName,
      @Json(name = "last_name") @Nullable String lastName,
      @Nullable String username,
      @Json(name = "can_connect_to_business") @Nullable Boolean business) {}

  /** Where a message stands. */
  record Chat(@Nullable Long id, @Nullable String type) {
    /** Whether it is between two people; the number is then that of the other one. */
    public boolean isPrivate() {
      return "private".equals(type);
    }
  }

  /** A preview would fetch a stranger's page and show what it likes. */
  record LinkPreview(@Json(name = "is_disabled") boolean disabled) {
    public static final LinkPreview NONE = new LinkPreview(true);
  }
}
