/**
 * Who the owner knows: addresses normalised to handles, handles joined to contacts by evidence, and
 * what can be computed about a relationship. Never leaves the machine.
 */
@NullMarked
package dev.moltbot.domain.contact;

import org.jspecify.annotations.NullMarked;
