package dev.moltbot.adapter.linkedin;

import dev.moltbot.port.ChannelCheck.Health;

/** How well messages get here. */
interface Reads {
  Health health();
}
