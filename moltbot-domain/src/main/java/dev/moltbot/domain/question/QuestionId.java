package dev.moltbot.domain.question;

import java.util.UUID;

/** One question the owner asked. */
public record QuestionId(UUID value) {}
