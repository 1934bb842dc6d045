@NullMarked
package dev.moltbot.app.command;

import org.jspecify.annotations.NullMarked;
