/** What the owner has to hear about without having asked. */
@NullMarked
package dev.moltbot.domain.alert;

import org.jspecify.annotations.NullMarked;
