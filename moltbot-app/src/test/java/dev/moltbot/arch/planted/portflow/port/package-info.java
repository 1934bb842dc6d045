@NullMarked
package dev.moltbot.arch.planted.portflow.port;

import org.jspecify.annotations.NullMarked;
