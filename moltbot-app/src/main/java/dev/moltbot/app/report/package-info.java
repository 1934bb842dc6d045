/** Reports as files: where they are put, and the key that keeps pseudonyms the same. */
@NullMarked
package dev.moltbot.app.report;

import org.jspecify.annotations.NullMarked;
