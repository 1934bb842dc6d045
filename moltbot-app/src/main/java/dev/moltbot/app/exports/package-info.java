/** {@code moltbot import}: from paths to what became of them. */
@NullMarked
package dev.moltbot.app.exports;

import org.jspecify.annotations.NullMarked;
