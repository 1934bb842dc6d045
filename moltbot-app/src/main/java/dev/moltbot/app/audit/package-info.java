/** The record of what was done, as files: the copy people read, and the export they keep. */
@NullMarked
package dev.moltbot.app.audit;

import org.jspecify.annotations.NullMarked;
