/**
 * Moltbot against programs nobody here wrote: emulators of Gmail, Telegram and Claude from npm,
 * started on loopback. Run by {@code mvn verify -Ppeers}. What an emulator lacks, a shim in front
 * of it adds; what it does not enforce, our own wire fakes do, in the ordinary build.
 */
@NullMarked
package dev.moltbot.peers;

import org.jspecify.annotations.NullMarked;
