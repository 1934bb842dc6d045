/**
 * Measurements that anyone can run again with {@code bench/NAME}. They report; nothing is timed.
 */
@org.jspecify.annotations.NullMarked
package dev.moltbot.bench;
