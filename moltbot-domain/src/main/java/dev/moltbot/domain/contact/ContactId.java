package dev.moltbot.domain.contact;

import java.util.UUID;

/** One person in the contact graph. */
public record ContactId(UUID value) {}
