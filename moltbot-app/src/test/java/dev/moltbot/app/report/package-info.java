@NullMarked
package dev.moltbot.app.report;

import org.jspecify.annotations.NullMarked;
