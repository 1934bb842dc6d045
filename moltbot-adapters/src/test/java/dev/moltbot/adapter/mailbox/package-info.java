/** The mailbox channel on real files. */
@NullMarked
package dev.moltbot.adapter.mailbox;

import org.jspecify.annotations.NullMarked;
