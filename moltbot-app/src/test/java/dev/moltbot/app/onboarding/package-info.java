/** The way from nothing to a Moltbot that runs. */
@NullMarked
package dev.moltbot.app.onboarding;

import org.jspecify.annotations.NullMarked;
