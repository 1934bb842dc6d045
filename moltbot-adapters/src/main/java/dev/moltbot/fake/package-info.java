/**
 * What services played on loopback are made of: an HTTP server that can fail in every way a real
 * one does. For {@code demo --wire} and for the channels' tests; each channel's own service stands
 * in the channel's package, written from the facts.
 */
@NullMarked
package dev.moltbot.fake;

import org.jspecify.annotations.NullMarked;
