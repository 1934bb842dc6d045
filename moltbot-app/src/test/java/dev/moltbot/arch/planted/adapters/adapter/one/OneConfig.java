package dev.moltbot.arch.planted.adapters.adapter.one;

import dev.moltbot.arch.planted.adapters.adapter.two.TwoConfig;

/** Breaks a rule on purpose: an adapter that knows another. */
public record OneConfig(TwoConfig other) {}
