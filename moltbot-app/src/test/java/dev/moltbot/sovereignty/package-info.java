/** That nothing of the graph leaves the machine: the whole job, and a search of every byte. */
@NullMarked
package dev.moltbot.sovereignty;

import org.jspecify.annotations.NullMarked;
