package dev.moltbot.adapter.viber;

import dev.moltbot.channel.Refusal;
import dev.moltbot.channel.Refusal.Kind;

/**
 * What Viber's own status numbers mean. They come with HTTP 200. A number that is not in its table
 * says nothing about whether it was done.
 */
final class Statuses {
  static final int OK = 0;
  static final int INVALID_URL = 1;
  static final int WEBHOOK_NOT_SET = 10;

  private Statuses() {}

  static Refusal refusal(int status) {
    return switch (status) {
      case INVALID_URL -> no(Kind.WRONG, status, "it cannot call the webhook's address");
      case 2 -> no(Kind.REVOKED, status, "it does not know the token");
      case 3, 4 -> no(Kind.WRONG, status, "it finds the request malformed");
      case 5 -> no(Kind.WRONG, status, "nobody on Viber has this id any more");
      case 6 -> no(Kind.WRONG, status, "they do not subscribe to the bot any more");
      case 7, 9 -> no(Kind.FORBIDDEN, status, "the bot is blocked or suspended");
      case 8 -> no(Kind.FORBIDDEN, status, "the token is not a bot's");
      case WEBHOOK_NOT_SET -> no(Kind.NOT_NOW, status, "the bot has no webhook");
      case 11, 13, 14 -> no(Kind.WRONG, status, "their device does not take it");
      case 12 -> no(Kind.THROTTLED, status, "too many requests");
      case 15 -> no(Kind.FORBIDDEN, status, "the bot is not authorised");
      case 16, 17, 18, 19, 20 -> no(Kind.WRONG, status, "bots may not do this");
      default -> no(Kind.OUT_OF_ORDER, status, "nobody knows what that means");
    };
  }

  private static Refusal no(Kind kind, int status, String meaning) {
    return Refusal.of(kind, "status " + status + ", " + meaning);
  }
}
