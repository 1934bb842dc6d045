package dev.moltbot.domain.approval;

import java.util.UUID;

/** One yes of the owner. Names the message that goes out, too: the same yes is the same message. */
public record ApprovalId(UUID value) {}
