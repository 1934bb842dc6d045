/**
 * {@code moltbot run} as a process of its own against fakes on loopback: what a person sees, and
 * what is left when the process is killed.
 */
@NullMarked
package dev.moltbot.process;

import org.jspecify.annotations.NullMarked;
