package dev.moltbot.adapter.gmail;

import dev.moltbot.wire.Secret;
import java.time.Duration;

/** What asking for an access token comes to. */
sealed interface Access {

  /** A token that should work now. */
  record Granted(Secret token) implements Access {}

  /** None now; asking again later may help. */
  record Later(Duration pause, String reason) implements Access {}

  /** None until the owner does something. */
  record Denied(String reason, String remedy) implements Access {}
}
