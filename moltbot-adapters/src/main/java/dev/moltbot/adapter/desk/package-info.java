/**
 * The Telegram control bot: shows the owner every draft in full, hears one person in one private
 * chat, and turns taps and words into the port's actions. It keeps no state of its own; what is
 * pending, answered or expired is for the database to say.
 */
@NullMarked
package dev.moltbot.adapter.desk;

import org.jspecify.annotations.NullMarked;
