/** What the owner watches: alerts, accounts, counts, the brake and the audit record. */
@NullMarked
package dev.moltbot.adapter.postgres.oversight;

import org.jspecify.annotations.NullMarked;
