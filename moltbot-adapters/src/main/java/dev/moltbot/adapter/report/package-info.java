/**
 * The report: one HTML page with everything in it. Positions are reckoned here, so that the browser
 * only draws; words of others go in as text, never as markup.
 */
@NullMarked
package dev.moltbot.adapter.report;

import org.jspecify.annotations.NullMarked;
