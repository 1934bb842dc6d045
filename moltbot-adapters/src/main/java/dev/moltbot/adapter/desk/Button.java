package dev.moltbot.adapter.desk;

import java.util.UUID;

/**
 * What a tap on a button says: do this to that request, whose draft has a digest that begins so.
 *
 * @param action one letter, see {@link ButtonSeal}
 * @param digestPrefix first eight bytes of the draft's digest
 */
record Button(char action, UUID request, long digestPrefix) {}
