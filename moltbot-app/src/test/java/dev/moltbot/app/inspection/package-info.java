@NullMarked
package dev.moltbot.app.inspection;

import org.jspecify.annotations.NullMarked;
