/**
 * What a deep audit tries. It knows nothing of checks and findings: it searches and tries, and says
 * what came of it.
 */
@NullMarked
package dev.moltbot.app.inspection.deep;

import org.jspecify.annotations.NullMarked;
