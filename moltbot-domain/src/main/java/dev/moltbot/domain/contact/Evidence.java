package dev.moltbot.domain.contact;

/** Why two handles are one person. Never a model's guess, and never a name alone. */
public sealed interface Evidence {
  Handle first();

  Handle second();

  /** The owner said so. */
  record OwnerSaid(Handle first, Handle second) implements Evidence {}

  /** Both have the same mailbox. */
  record SameAddress(Handle first, Handle second) implements Evidence {}

  /** Both have the same phone number. */
  record SamePhone(Handle first, Handle second) implements Evidence {}

  /** Both have the same profile page. */
  record SameProfile(Handle first, Handle second) implements Evidence {}
}
