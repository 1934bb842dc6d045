@NullMarked
package dev.moltbot.arch.planted.domain.domain;

import org.jspecify.annotations.NullMarked;
