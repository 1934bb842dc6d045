/**
 * {@code moltbot run} as a process of its own, reading Gmail: what a person sees, and what is left
 * when the process is killed. Here and not with other tests of processes, so that everything about
 * Gmail goes when its package goes.
 */
@NullMarked
package dev.moltbot.adapter.gmail;

import org.jspecify.annotations.NullMarked;
