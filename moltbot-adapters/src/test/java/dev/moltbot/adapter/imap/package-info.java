@NullMarked
package dev.moltbot.adapter.imap;

import org.jspecify.annotations.NullMarked;
