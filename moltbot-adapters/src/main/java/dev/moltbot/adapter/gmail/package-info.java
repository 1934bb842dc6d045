/**
 * Gmail over its REST API, with two scopes and no more: {@code gmail.readonly} and {@code
 * gmail.send}. Mail is read by history cursor, fetched as the bytes that arrived and read with our
 * own limits; a reply carries a Message-ID that follows from its approval, so it can be found
 * again.
 */
@NullMarked
package dev.moltbot.adapter.gmail;

import org.jspecify.annotations.NullMarked;
