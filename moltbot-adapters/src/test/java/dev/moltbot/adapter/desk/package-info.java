/** Tests of the Telegram desk, and the fake Bot API they and others run against. */
@NullMarked
package dev.moltbot.adapter.desk;

import org.jspecify.annotations.NullMarked;
