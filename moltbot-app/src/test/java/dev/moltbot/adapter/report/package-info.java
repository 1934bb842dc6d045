@NullMarked
package dev.moltbot.adapter.report;

import org.jspecify.annotations.NullMarked;
