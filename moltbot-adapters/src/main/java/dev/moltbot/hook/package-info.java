/**
 * For services that call us: a receiver on loopback behind the owner's reverse proxy, which checks
 * a signature over the raw body and keeps on disk what it acknowledges, and the reader of what it
 * kept. Knows no channel.
 */
@NullMarked
package dev.moltbot.hook;

import org.jspecify.annotations.NullMarked;
