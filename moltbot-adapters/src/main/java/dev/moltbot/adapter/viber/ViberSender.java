package dev.moltbot.adapter.viber;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Refusal;
import dev.moltbot.channel.Sendings;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends text to one subscriber of the bot. Thread-safe. */
final class ViberSender implements ChannelSender {
  /** Longest text. A partner of Viber's says so; Viber's own pages name none. */
  static final TextLimit LIMIT = TextLimit.units(7_000);

  /** Largest request, in bytes of its JSON. */
  static final int MAX_JSON_BYTES = 30_000;

  private final ViberCalls calls;
  private final ViberApi api;
  private final ViberConfig config;
  private final Registration registration;
  private final TakenReplies taken;
  private final JsonAdapter<ViberApi.Outgoing> json =
      new Moshi.Builder().build().adapter(ViberApi.Outgoing.class);

  ViberSender(
      ViberCalls calls,
      ViberApi api,
      ViberConfig config,
      Registration registration,
      TakenReplies taken) {
    this.calls = calls;
    this.api = api;
    this.config = config;
    this.registration = registration;
    this.taken = taken;
  }

  @Override
  public AccountId account() {
    return config.account();
  }

  @Override
  public TextLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    List<Address> to = message.to().recipients();
    if (to.size() != 1) {
      return new SendOutcome.Refused("Viber takes one recipient, not " + to.size());
    }
    var outgoing =
        new ViberApi.Outgoing(
            to.getFirst().value(),
            "text",
            message.text().value(),
            new ViberApi.Author(config.sender()));
    int bytes = json.toJson(outgoing).getBytes(StandardCharsets.UTF_8).length;
    return bytes > MAX_JSON_BYTES
        ? new SendOutcome.Refused(
            "the request is " + bytes + " bytes, Viber takes " + MAX_JSON_BYTES)
        : send(outgoing);
  }

  private SendOutcome send(ViberApi.Outgoing outgoing) {
    Answer<ViberApi.Sent> answer = calls.make(token -> api.send(token, outgoing));
    if (answer instanceof Answer.Declined<ViberApi.Sent>(Refusal refusal) && worthALook(refusal)) {
      registration.doubt();
    }
    SendOutcome outcome = Sendings.outcome(ViberCalls.SERVICE, answer, ViberApi.Sent::token);
    if (outcome instanceof SendOutcome.Delivered(String token)) {
      taken.add(token);
    }
    return outcome;
  }

  /** A token withdrawn, a bot blocked or its webhook gone concern the reading, too. */
  private static boolean worthALook(Refusal refusal) {
    return switch (refusal.kind()) {
      case REVOKED, FORBIDDEN, NOT_NOW -> true;
      case THROTTLED, OUT_OF_ORDER, WRONG -> false;
    };
  }
}
