package dev.moltbot.arch.planted.adapters.adapter.two;

/** The other one. */
public record TwoConfig(String name) {}
