@NullMarked
package dev.moltbot.arch.planted.optionalfield.port;

import org.jspecify.annotations.NullMarked;
