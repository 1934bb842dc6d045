/** Credentials by name and age: what each is called, and when it has to be replaced. */
@NullMarked
package dev.moltbot.domain.credential;

import org.jspecify.annotations.NullMarked;
