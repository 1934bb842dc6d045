/** Who the owner is: decided by a word that only the person at the terminal has. */
@NullMarked
package dev.moltbot.domain.pairing;

import org.jspecify.annotations.NullMarked;
