/**
 * Everything Moltbot remembers, in PostgreSQL: the stores behind the ports, the schema, and the
 * server itself where no other is given. The server is driven from here (binaries, first start,
 * restart after a crash, stop) because the test harnesses that do it trade safety for speed; see
 * docs/adr/0010.
 */
@NullMarked
package dev.moltbot.adapter.postgres;

import org.jspecify.annotations.NullMarked;
