/** What happened, in order, in a hash chain that shows any change made afterwards. */
@NullMarked
package dev.moltbot.domain.audit;

import org.jspecify.annotations.NullMarked;
