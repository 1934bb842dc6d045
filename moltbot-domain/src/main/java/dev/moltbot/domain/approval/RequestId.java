package dev.moltbot.domain.approval;

import java.util.UUID;

/** One question put to the owner. */
public record RequestId(UUID value) {}
