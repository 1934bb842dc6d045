@NullMarked
package dev.moltbot.adapter.whatsappexport;

import org.jspecify.annotations.NullMarked;
