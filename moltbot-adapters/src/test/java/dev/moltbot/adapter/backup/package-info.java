/** Tests of the encrypted file. */
@NullMarked
package dev.moltbot.adapter.backup;

import org.jspecify.annotations.NullMarked;
