package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.adapter.whatsappexport.Header.Enclosure;
import dev.moltbot.domain.message.Sender;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a chat before its messages are read.
 *
 * @param key names it in every export of it
 * @param discussion whether it is a group, or two people of whom nobody can tell which the owner is
 * @param mine the owner's addresses in it
 * @param others whom the owner writes to: one, or none when that is not known
 * @param longer how names with a colon go on, by their first part
 * @param rare layouts that are quoted rather than written
 * @param notes what was guessed, for the owner
 */
record Chat(
    String key,
    DateOrder order,
    boolean discussion,
    Set<String> mine,
    List<Sender> others,
    Map<String, String> longer,
    Set<Enclosure> rare,
    List<String> notes) {}
