/** The figures of the report. */
@NullMarked
package dev.moltbot.adapter.postgres.overview;

import org.jspecify.annotations.NullMarked;
