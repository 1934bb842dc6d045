@NullMarked
package dev.moltbot.arch.planted.optionalparameter.port;

import org.jspecify.annotations.NullMarked;
