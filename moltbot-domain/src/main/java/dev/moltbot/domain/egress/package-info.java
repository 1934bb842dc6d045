/** What may be reached, by whom and how: one list, from which every wall around us is made. */
@NullMarked
package dev.moltbot.domain.egress;

import org.jspecify.annotations.NullMarked;
