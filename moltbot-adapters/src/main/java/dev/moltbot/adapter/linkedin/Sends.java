package dev.moltbot.adapter.linkedin;

import dev.moltbot.port.ChannelCheck.Health;

/** How well replies get out. */
interface Sends {
  Health health();
}
