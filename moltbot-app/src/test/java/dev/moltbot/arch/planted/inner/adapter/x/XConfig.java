package dev.moltbot.arch.planted.inner.adapter.x;

import dev.moltbot.arch.planted.inner.adapter.x.deep.Deep;

/** May use it, and does. */
public record XConfig(Deep deep) {}
