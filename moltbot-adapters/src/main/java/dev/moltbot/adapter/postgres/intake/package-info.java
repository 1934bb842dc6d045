/** What channels hand over and imports bring, stored with its contacts in one transaction. */
@NullMarked
package dev.moltbot.adapter.postgres.intake;

import org.jspecify.annotations.NullMarked;
