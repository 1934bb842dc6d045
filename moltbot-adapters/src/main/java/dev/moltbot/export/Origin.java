package dev.moltbot.export;

import dev.moltbot.domain.message.AccountId;

/**
 * Where entries come from.
 *
 * @param format in kebab case
 * @param key from {@link ContentKeys}
 * @param size in the units in which the source tells how far it is; 0 when nobody knows
 */
public record Origin(String format, String name, String key, AccountId account, long size) {}
