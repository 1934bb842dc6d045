package dev.moltbot.adapter.console;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.time.ZoneId;

/**
 * Where the owner sits.
 *
 * @param out where cards are printed; not the place for data
 * @param in where answers come from; its end means "later" to every card from then on
 * @param approveAll approve each card as it is shown, without asking; for the demo's {@code --yes}
 * @param colours whether {@code out} shows bold letters
 * @param zone in which dates are shown
 */
public record ConsoleConfig(
    PrintStream out, BufferedReader in, boolean approveAll, boolean colours, ZoneId zone) {}
