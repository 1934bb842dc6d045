/**
 * LinkedIn's "get a copy of your data": connections and messages in comma-separated files. What
 * tells of nobody but the owner is left out.
 */
@NullMarked
package dev.moltbot.adapter.linkedinexport;

import org.jspecify.annotations.NullMarked;
