/** Writes the walls: what the gateway, the host's firewalls and the guard are told. */
@NullMarked
package dev.moltbot.app.egress;

import org.jspecify.annotations.NullMarked;
