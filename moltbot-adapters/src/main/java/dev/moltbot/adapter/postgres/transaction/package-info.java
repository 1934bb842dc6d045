/** One transaction, its statements, its rows, and the audit entries that are committed with it. */
@NullMarked
package dev.moltbot.adapter.postgres.transaction;

import org.jspecify.annotations.NullMarked;
