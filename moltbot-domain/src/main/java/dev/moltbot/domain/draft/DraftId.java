package dev.moltbot.domain.draft;

import java.util.UUID;

/** One version of proposed words. */
public record DraftId(UUID value) {}
