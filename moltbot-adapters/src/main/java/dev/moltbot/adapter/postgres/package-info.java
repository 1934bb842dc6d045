/**
 * The way to an open PostgreSQL: the schema, backups, and the server itself where no other is
 * given. The stores behind the ports are in the packages below; they are this adapter's own, see
 * docs/adr/0105. The server is driven from here (binaries, first start, restart after a crash,
 * stop) because the test harnesses that do it trade safety for speed; see docs/adr/0010.
 */
@NullMarked
package dev.moltbot.adapter.postgres;

import org.jspecify.annotations.NullMarked;
