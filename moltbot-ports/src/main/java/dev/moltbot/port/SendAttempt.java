package dev.moltbot.port;

import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.draft.Draft;
import java.time.Instant;

/** A send that was tried: enough to recognise its message, not enough to send it again. */
public record SendAttempt(ApprovalId approval, Draft draft, Instant claimedAt) {}
