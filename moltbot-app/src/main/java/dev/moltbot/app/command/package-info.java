/** The command line: data on standard output, talk on standard error. */
@NullMarked
package dev.moltbot.app.command;

import org.jspecify.annotations.NullMarked;
