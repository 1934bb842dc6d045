@NullMarked
package dev.moltbot.app.config;

import org.jspecify.annotations.NullMarked;
