/** The contact graph in its tables: marks, links, people, and the questions about them. */
@NullMarked
package dev.moltbot.adapter.postgres.contact;

import org.jspecify.annotations.NullMarked;
