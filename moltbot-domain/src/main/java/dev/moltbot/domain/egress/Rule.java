package dev.moltbot.domain.egress;

/** One thing that may be asked of an endpoint. */
public record Rule(String method, PathPattern path, Addressee to) {}
