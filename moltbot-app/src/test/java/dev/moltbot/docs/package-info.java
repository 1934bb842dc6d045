@NullMarked
package dev.moltbot.docs;

import org.jspecify.annotations.NullMarked;
