/** Tests of backup and restore as commands, with a look behind the stores. */
@NullMarked
package dev.moltbot.adapter.postgres;

import org.jspecify.annotations.NullMarked;
