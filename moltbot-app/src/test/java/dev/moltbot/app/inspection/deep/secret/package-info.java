@NullMarked
package dev.moltbot.app.inspection.deep.secret;

import org.jspecify.annotations.NullMarked;
