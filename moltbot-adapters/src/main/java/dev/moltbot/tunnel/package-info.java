/**
 * The gateway's door to what nobody can look into: a tunnel to one host, by name, with so many
 * bytes an hour. Squid can neither count what is sent up a tunnel nor end one that is open.
 */
@NullMarked
package dev.moltbot.tunnel;

import org.jspecify.annotations.NullMarked;
