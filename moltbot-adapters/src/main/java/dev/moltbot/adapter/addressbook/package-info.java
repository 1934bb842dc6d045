/**
 * Address books: cards (vCard 2.1 to 4) and the tables that Google and Outlook make of contacts. A
 * card is a handle of its own; addresses, numbers and pages on it are what joins it with others.
 */
@NullMarked
package dev.moltbot.adapter.addressbook;

import org.jspecify.annotations.NullMarked;
