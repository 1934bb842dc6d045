package dev.moltbot.arch.planted.adapterflow.adapter.x;

import dev.moltbot.flow.Step;

/** Breaks a rule on purpose: an adapter that knows a flow. */
public record PlantedConfig(Step step) {}
