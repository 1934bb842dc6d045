@NullMarked
package dev.moltbot.app.audit;

import org.jspecify.annotations.NullMarked;
