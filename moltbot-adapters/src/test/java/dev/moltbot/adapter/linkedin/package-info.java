@NullMarked
package dev.moltbot.adapter.linkedin;

import org.jspecify.annotations.NullMarked;
