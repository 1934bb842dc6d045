/**
 * The gateway's second pair of eyes: what Squid lets through by name, method and path, this judges
 * by key and by chat. It speaks ICAP (RFC 3507) to Squid and to nobody else.
 */
@NullMarked
package dev.moltbot.warden;

import org.jspecify.annotations.NullMarked;
