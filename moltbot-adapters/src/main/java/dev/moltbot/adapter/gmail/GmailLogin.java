package dev.moltbot.adapter.gmail;

import com.squareup.moshi.JsonDataException;
import dev.moltbot.channel.Login;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import retrofit2.Response;

/**
 * Gets a refresh token as RFC 8252 wants it of a program on a desk: the owner says yes to Google in
 * a browser, Google's answer comes to a free port of this machine, and only whoever asked can use
 * it (RFC 7636, S256). The token goes into the channel's folder; no settings file is touched.
 */
final class GmailLogin implements Login {
  static final URI CONSENT = URI.create("https://accounts.google.com/o/oauth2/v2/auth");

  /** The file in the channel's folder that holds the refresh token. */
  static final String FILE = "refresh-token";

  /** How long the owner has for the yes. */
  static final Duration LIMIT = Duration.ofMinutes(5);

  private static final String AGAIN = "run moltbot channels login gmail again";
  private static final String TAKE_BACK =
      "take the access back at https://myaccount.google.com/permissions, then "
          + AGAIN
          + " and leave both boxes of the page ticked";

  private final URI consent;

  /**
   * A login at one place.
   *
   * @param consent the page on which the owner says yes
   */
  GmailLogin(URI consent) {
    this.consent = consent;
  }

  @Override
  public Outcome walk(World world, Steps steps) throws InterruptedException {
    Settings settings = world.settings();
    String clientId = settings.text(GmailConfig.CLIENT_ID);
    Secret clientSecret = settings.secret(GmailConfig.CLIENT_SECRET);
    URI endpoint = settings.endpoint(GmailConfig.TOKEN_URL);
    if (!settings.problems().isEmpty()) {
      return new Outcome.Failed(
          String.join("; ", settings.problems()), "put it into .env, then " + AGAIN);
    }
    var proof = Proof.mint(world.random());
    Instant deadline = world.time().instant().plus(LIMIT);
    try (var redirect = Redirect.open(proof.state())) {
      steps.say("Say yes to Google in a browser on this machine, for the account to be read:");
      steps.open(page(clientId, settings.text(GmailConfig.ADDRESS), redirect.address(), proof));
      steps.say("Waiting for Google's answer, " + LIMIT.toMinutes() + " minutes at most ...");
      Optional<Redirect.Answer> answer =
          redirect.await(() -> world.time().instant().isAfter(deadline));
      if (answer.isEmpty()) {
        return new Outcome.Failed("nobody said yes in " + LIMIT.toMinutes() + " minutes", AGAIN);
      }
      var call = new Exchange(endpoint, clientId, clientSecret, redirect.address(), proof);
      return answered(answer.get(), call, world);
    } catch (IOException e) {
      return new Outcome.Failed(
          "no free port on 127.0.0.1 (" + e.getClass().getSimpleName() + ")", AGAIN);
    }
  }

  private URI page(String clientId, String address, URI redirect, Proof proof) {
    return HttpUrl.get(consent.toString())
        .newBuilder()
        .addQueryParameter("client_id", clientId)
        .addQueryParameter("redirect_uri", redirect.toString())
        .addQueryParameter("response_type", "code")
        .addQueryParameter("scope", String.join(" ", Scopes.WANTED))
        .addQueryParameter("state", proof.state())
        .addQueryParameter("code_challenge", proof.challenge())
        .addQueryParameter("code_challenge_method", "S256")
        .addQueryParameter("access_type", "offline")
        .addQueryParameter("prompt", "consent")
        .addQueryParameter("login_hint", address)
        .build()
        .uri();
  }

  private record Exchange(
      URI endpoint, String clientId, Secret clientSecret, URI redirect, Proof proof) {}

  private static Outcome answered(Redirect.Answer answer, Exchange call, World world) {
    return switch (answer) {
      case Redirect.Answer.Denied denied ->
          new Outcome.Failed(
              "Google gave no access: " + denied.error(),
              AGAIN + " and allow both things it names");
      case Redirect.Answer.Code code -> exchange(code, call, world);
    };
  }

  private static Outcome exchange(Redirect.Answer.Code code, Exchange call, World world) {
    try {
      Response<TokenApi.TokenReply> response =
          GmailModule.tokenApi(world.clients(), call.endpoint())
              .exchange(
                  call.endpoint().toString(),
                  "authorization_code",
                  call.clientId(),
                  call.clientSecret().reveal(),
                  code.value().reveal(),
                  call.redirect().toString(),
                  call.proof().verifier().reveal())
              .execute();
      TokenApi.TokenReply reply = response.body();
      return reply == null
          ? new Outcome.Failed(
              "Google did not take the answer (HTTP " + response.code() + ")",
              "see that client id and secret are of a desktop app, then " + AGAIN)
          : granted(reply, world);
    } catch (IOException | JsonDataException e) {
      return new Outcome.Failed(
          "no usable answer of Google's token endpoint: " + e.getClass().getSimpleName(), AGAIN);
    }
  }

  private static Outcome granted(TokenApi.TokenReply reply, World world) {
    Optional<String> fault = Scopes.fault(reply.scope() == null ? "none" : reply.scope());
    if (fault.isPresent()) {
      return new Outcome.Failed(fault.get() + "; it was thrown away", TAKE_BACK);
    }
    String token = reply.refresh_token();
    if (token == null || token.isBlank()) {
      return new Outcome.Failed("Google gave no refresh token", TAKE_BACK);
    }
    return keep(token, world);
  }

  private static Outcome keep(String token, World world) {
    var folder = world.folders().of(GmailConfig.CHANNEL);
    try {
      folder.write(FILE, Secret.of(token).reveal().getBytes(StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.Failed(
          "the token could not be kept in "
              + folder.path()
              + " ("
              + e.getClass().getSimpleName()
              + ")",
          "make that folder writable, then " + AGAIN);
    }
    String key = GmailConfig.REFRESH_TOKEN.key();
    String others =
        world.settings().has(GmailConfig.REFRESH_TOKEN)
            ? ". Remove " + key + " from your settings: it is used instead of this file"
            : "";
    return new Outcome.Stored(folder.path().resolve(FILE) + others);
  }
}
