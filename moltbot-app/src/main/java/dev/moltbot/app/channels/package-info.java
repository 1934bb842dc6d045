/** What the owner needs to know of each channel: how it stands, what is wrong, what to do. */
@NullMarked
package dev.moltbot.app.channels;

import org.jspecify.annotations.NullMarked;
