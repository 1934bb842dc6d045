/** What a backup takes along besides the database, and for whom it is made. */
@NullMarked
package dev.moltbot.app.backup;

import org.jspecify.annotations.NullMarked;
