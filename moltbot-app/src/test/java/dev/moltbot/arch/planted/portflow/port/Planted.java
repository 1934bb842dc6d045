package dev.moltbot.arch.planted.portflow.port;

import dev.moltbot.flow.Step;

/** Breaks a rule on purpose: a port that knows a flow. */
public interface Planted {
  Step step();
}
