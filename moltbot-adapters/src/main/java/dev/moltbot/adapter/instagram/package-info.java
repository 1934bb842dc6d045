/**
 * Instagram direct messages of a professional account, over graph.instagram.com. There is no
 * history to go by: conversations that moved are read by their time and their newest message. A
 * reply is taken within 24 hours and up to 1,000 bytes. Optionally Instagram calls a receiver of
 * ours; what it hands over and what is polled carry the same ids.
 */
@NullMarked
package dev.moltbot.adapter.instagram;

import org.jspecify.annotations.NullMarked;
