package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one account stands.
 *
 * @param cursorAt when the cursor last moved; null if it never did
 * @param lastRead when the newest message was sent; null without one
 * @param lastSent when the last reply went out; null without one
 * @param deadLetters messages set aside because they could not be read
 * @param stopped why it is stopped; empty while it works
 * @param remedy what to do about that, in one line
 */
public record AccountState(
    AccountId account,
    @Nullable Instant cursorAt,
    @Nullable Instant lastRead,
    @Nullable Instant lastSent,
    long messages,
    long deadLetters,
    String stopped,
    String remedy) {}
