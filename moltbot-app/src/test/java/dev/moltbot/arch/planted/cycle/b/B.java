package dev.moltbot.arch.planted.cycle.b;

import dev.moltbot.arch.planted.cycle.a.A;
import java.util.List;

/** Breaks a rule on purpose: the other half. */
public record B(List<A> others) {}
