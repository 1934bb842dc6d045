package dev.moltbot.adapter.linkedin;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Sendings;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Sends into a thread as an approved partner. LinkedIn wants a draft that the member could edit and
 * an act of the member at the time of sending: that is what an approval is.
 */
final class LinkedInSender implements ChannelSender {
  /** Characters of one message, as LinkedIn's own editor counts; its API's pages name no limit. */
  static final TextLimit LIMIT = TextLimit.units(8_000);

  /** LinkedIn takes no HTML, and does not say what it does to what looks like it. */
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<!--");

  private static final String ID_HEADER = "x-restli-id";
  private static final String MESSAGE_URN = "urn:li:message:";

  private final AccountId account;
  private final LinkedInApi api;
  private final Calls calls;
  private final Secret token;
  private final JsonAdapter<LinkedInApi.Made> made =
      new Moshi.Builder().build().adapter(LinkedInApi.Made.class);

  LinkedInSender(AccountId account, LinkedInApi api, Calls calls, Secret token) {
    this.account = account;
    this.api = api;
    this.calls = calls;
    this.token = token;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public TextLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    String words = message.text().value();
    if (TAG.matcher(words).find()) {
      return new SendOutcome.Refused("LinkedIn takes no HTML, and this reply looks like it");
    }
    var outgoing = new LinkedInApi.Outgoing(message.to().conversation().nativeId(), words);
    return Sendings.outcome(
        "LinkedIn",
        calls.make(api.send("Bearer " + token.inHeader(), outgoing), this::name),
        LinkedInSender::plainId);
  }

  private @Nullable String name(Response<ResponseBody> response) throws IOException {
    String header = response.headers().get(ID_HEADER);
    try (ResponseBody body = response.body()) {
      if (header != null || body == null) {
        return header;
      }
      LinkedInApi.Made message = made.fromJson(body.source());
      return message == null ? null : message.id();
    }
  }

  /** The name as events have it, so that a message read back is known again. */
  static String plainId(String id) {
    return id.startsWith(MESSAGE_URN) ? id.substring(MESSAGE_URN.length()) : id;
  }
}
