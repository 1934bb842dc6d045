/**
 * Viber: one bot, whose messages Viber brings to a receiver of ours and whose replies we send.
 *
 * @see <a href="https://developers.viber.com/docs/api/rest-bot-api/">Viber REST API</a>
 */
@NullMarked
package dev.moltbot.adapter.viber;

import org.jspecify.annotations.NullMarked;
