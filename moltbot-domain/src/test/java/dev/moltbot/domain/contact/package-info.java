@NullMarked
package dev.moltbot.domain.contact;

import org.jspecify.annotations.NullMarked;
