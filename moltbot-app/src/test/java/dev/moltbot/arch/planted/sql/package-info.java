@NullMarked
package dev.moltbot.arch.planted.sql;

import org.jspecify.annotations.NullMarked;
