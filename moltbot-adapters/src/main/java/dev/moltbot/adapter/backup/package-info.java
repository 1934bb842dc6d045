/**
 * Everything in one encrypted file: a tar, compressed, in the age format (age-encryption.org/v1).
 * What it holds can be had without Moltbot: {@code age -d -i KEY FILE | tar xz}. See docs/adr/0091.
 */
@NullMarked
package dev.moltbot.adapter.backup;

import org.jspecify.annotations.NullMarked;
