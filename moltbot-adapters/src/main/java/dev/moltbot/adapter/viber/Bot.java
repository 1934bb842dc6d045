package dev.moltbot.adapter.viber;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Whether what Viber knows of a bot is what we want of it, and the words for where it is not. */
final class Bot {
  static final String OTHER = "the Viber token is for another bot";
  static final String NAME_IT =
      "set "
          + ViberConfig.BOT.key()
          + " to the name in its address, or copy the right bot's token into "
          + ViberConfig.TOKEN.key();
  static final String UNREACHABLE = "Viber cannot call the webhook's address";
  static final String OPEN_IT =
      "see that your reverse proxy has a public certificate and passes "
          + ViberConfig.WEBHOOK.key()
          + " on to 127.0.0.1:"
          + ViberConfig.PORT.key();

  private Bot() {}

  /** Names in addresses know no case. One that Viber leaves out cannot be compared. */
  static boolean is(String name, ViberApi.Account account) {
    String uri = account.uri();
    return uri == null
        || uri.isBlank()
        || uri.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
  }

  /** Whether Viber calls this address, with the events we want. */
  static boolean calls(URI webhook, ViberApi.Account account) {
    List<String> events = account.eventTypes();
    return webhook.toString().equals(account.webhook())
        && (events == null || events.containsAll(Registration.EVENTS));
  }
}
