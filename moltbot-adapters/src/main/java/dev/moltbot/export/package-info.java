/**
 * What exports of all services have in common: files, folders and archives under bounds, text in
 * whatever charset, recognising, and the loop from entries to batches. A format is one adapter.
 */
@NullMarked
package dev.moltbot.export;

import org.jspecify.annotations.NullMarked;
