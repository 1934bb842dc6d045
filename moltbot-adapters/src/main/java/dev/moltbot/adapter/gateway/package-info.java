/**
 * The gateway, seen from inside the sandbox: where it is, and what it writes down. What goes
 * through it, and why, is settled by its own configuration ({@code security/gateway}).
 */
@NullMarked
package dev.moltbot.adapter.gateway;

import org.jspecify.annotations.NullMarked;
