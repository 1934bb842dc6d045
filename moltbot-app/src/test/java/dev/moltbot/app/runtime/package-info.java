/** The flows on a real database, in a world that is scripted and a process that dies. */
@NullMarked
package dev.moltbot.app.runtime;

import org.jspecify.annotations.NullMarked;
