package dev.moltbot.adapter.claude;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.DraftResult;
import dev.moltbot.wire.Failure;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import okhttp3.ResponseBody;
import retrofit2.Response;

/** Lets Anthropic count the tokens of one word: whether the key is good for the model. */
final class ClaudeCheck implements ChannelCheck {
  private static final String WORD = "Hello";

  private final ClaudeApi api;
  private final ClaudeConfig config;
  private final InstantSource time;
  private final Problems problems;

  ClaudeCheck(ClaudeApi api, ClaudeConfig config, InstantSource time, Backoff backoff) {
    this.api = api;
    this.config = config;
    this.time = time;
    this.problems = new Problems(new Moshi.Builder().build(), backoff, config.model());
  }

  @Override
  public AccountId account() {
    return new AccountId(new ChannelId("claude"), config.model());
  }

  @Override
  public Health check() {
    var ask = new ClaudeApi.CountAsk(config.model(), List.of(new ClaudeApi.Turn("user", WORD)));
    try {
      var response = api.countTokens(config.apiKey().inHeader(), ask).execute();
      return response.isSuccessful()
          ? new Health.Fine("the key is good for " + config.model())
          : health(response);
    } catch (IOException e) {
      return new Health.Unreachable("Claude: " + Failure.of(e).reason());
    } catch (JsonDataException e) {
      return new Health.Unreachable("Claude: its answer made no sense");
    }
  }

  private Health health(Response<ClaudeApi.Count> response) throws IOException {
    ResponseBody error = response.errorBody();
    String body = error == null ? "" : error.string();
    return switch (problems.of(response.code(), response.headers(), body, time.instant())) {
      case DraftResult.Stopped(var reason, var remedy) -> new Health.Missing(reason, remedy);
      case DraftResult.Unavailable(var after, var reason) -> new Health.Unreachable(reason);
      case DraftResult.Declined(var reason) -> new Health.Unreachable(reason);
      case DraftResult.Drafted drafted -> new Health.Unreachable("Claude: an odd answer");
      case DraftResult.NoReply none -> new Health.Unreachable("Claude: an odd answer");
    };
  }
}
