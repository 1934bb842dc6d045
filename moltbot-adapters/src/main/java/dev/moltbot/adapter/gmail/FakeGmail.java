package dev.moltbot.adapter.gmail;

import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gmail and Google's token endpoint on loopback, as far as we use them, written from the facts:
 * scopes are enforced, tokens expire, history ids exceed a signed long and are forgotten. Answers
 * that were scripted come first, one per request of their kind.
 */
final class FakeGmail implements AutoCloseable {
  static final String TOKEN_PATH = "/token";
  final FakeTokens tokens = new FakeTokens();
  final FakeMailbox mailbox = new FakeMailbox();

  private final FakeService service = new FakeService(this::answer);
  private final AtomicLong lasts = new AtomicLong(Long.MAX_VALUE);

  URI url() {
    return service.url();
  }

  /** The next reading request of any kind gets this answer. */
  void nextRead(Reply answer) {
    service.next(FakeGmail::reads, answer);
  }

  /** The next request for a message's bytes gets this answer. */
  void nextRawRead(Reply answer) {
    service.next(request -> reads(request) && request.parameter("format").equals("raw"), answer);
  }

  /** The next send goes well. */
  void nextSendAsUsual() {
    service.nextAsUsual(FakeGmail::sends);
  }

  /** The next send is turned away with this answer. */
  void nextSendFails(Reply answer) {
    service.next(FakeGmail::sends, answer);
  }

  /** The next send is carried out, and answered with this. */
  void nextSendAnswers(Reply answer) {
    service.nextCarriedOut(FakeGmail::sends, answer);
  }

  /** The next send is carried out, and never answered. */
  void holdNextSend() {
    nextSendAnswers(Reply.silence());
  }

  /** Method and path of every request to Gmail, in order. */
  List<String> requests() {
    return service.requests().stream()
        .filter(request -> !request.path().equals(TOKEN_PATH))
        .map(Request::toString)
        .toList();
  }

  /** Answers so many requests more, and then the owner withdraws the authorisation. */
  void revokesAfter(int requests) {
    lasts.set(requests);
  }

  @Override
  public void close() {
    service.close();
  }

  /** Google's envelope of a refusal. */
  static Reply refusal(int status, String reason) {
    return Reply.json(
        status,
        """
        {"error":{"code":%d,"message":"no","errors":[{"message":"no","domain":"global",\
        "reason":"%s"}],"status":"NO"}}\
        """
            .formatted(status, reason));
  }

  static Reply throttled(String retryAfter) {
    return refusal(429, "rateLimitExceeded").with("Retry-After", retryAfter);
  }

  private static boolean sends(Request request) {
    return request.path().endsWith("/messages/send");
  }

  private static boolean reads(Request request) {
    return !sends(request) && !request.path().equals(TOKEN_PATH);
  }

  private Reply answer(Request request) {
    if (request.path().equals(TOKEN_PATH)) {
      return tokens.answer(request);
    }
    if (lasts.getAndDecrement() == 0) {
      tokens.revoke();
    }
    boolean sending = sends(request);
    String lacking = tokens.lacking(request, sending);
    if (!lacking.isEmpty()) {
      return refusal(lacking.equals("token") ? 401 : 403, lacking);
    }
    return sending ? Reply.ok(mailbox.accept(request.body())) : mailbox.answer(request);
  }
}
