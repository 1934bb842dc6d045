@NullMarked
package dev.moltbot.app.inspection.deep;

import org.jspecify.annotations.NullMarked;
