package dev.moltbot.arch.planted.inner.adapter.x.deep;

/** An inner part of an adapter. */
public record Deep() {}
