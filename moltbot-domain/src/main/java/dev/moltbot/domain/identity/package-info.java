/**
 * How likely two descriptions are of one person: what is compared, how well each thing agrees, and
 * what that is worth (Fellegi and Sunter, 1969). Pure computation over values already folded; which
 * spellings are one name is handed in.
 */
@NullMarked
package dev.moltbot.domain.identity;

import org.jspecify.annotations.NullMarked;
