/**
 * From the owner's files to settings: where they are read, what they may hold, what is wrong with
 * them.
 */
@NullMarked
package dev.moltbot.app.config;

import org.jspecify.annotations.NullMarked;
