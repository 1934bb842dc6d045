package dev.moltbot.arch.planted.adapterface.adapter.x;

/** Breaks a rule on purpose: an adapter that shows its inside. */
public class Planted {}
