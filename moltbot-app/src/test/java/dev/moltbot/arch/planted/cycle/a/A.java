package dev.moltbot.arch.planted.cycle.a;

import dev.moltbot.arch.planted.cycle.b.B;

/** Breaks a rule on purpose: one half of a circle. */
public record A(B other) {}
