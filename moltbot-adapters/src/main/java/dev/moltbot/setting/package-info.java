/**
 * Settings as adapters declare and read them. Every problem is collected, so that the owner sees
 * all of them at once.
 */
@NullMarked
package dev.moltbot.setting;

import org.jspecify.annotations.NullMarked;
