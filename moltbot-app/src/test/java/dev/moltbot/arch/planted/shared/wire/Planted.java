package dev.moltbot.arch.planted.shared.wire;

import dev.moltbot.adapter.console.ConsoleConfig;

/** Breaks a rule on purpose: what is shared knows one who shares it. */
public record Planted(ConsoleConfig config) {}
