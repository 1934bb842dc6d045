/** The main job on an embedded database, without credentials. */
@NullMarked
package dev.moltbot.app.demo;

import org.jspecify.annotations.NullMarked;
