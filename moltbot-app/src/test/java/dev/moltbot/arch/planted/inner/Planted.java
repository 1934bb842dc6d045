package dev.moltbot.arch.planted.inner;

import dev.moltbot.arch.planted.inner.adapter.x.deep.Deep;

/** Breaks a rule on purpose: it reaches into an adapter. */
public record Planted(Deep deep) {}
