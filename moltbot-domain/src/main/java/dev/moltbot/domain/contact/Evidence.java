package dev.moltbot.domain.contact;

/** Why two handles are one person. Never a model's guess. */
public sealed interface Evidence {
  Handle first();

  Handle second();

  /** The owner said so. */
  record OwnerSaid(Handle first, Handle second) implements Evidence {}

  /** Both channels vouch for the same address. */
  record SameAddress(Handle first, Handle second) implements Evidence {}
}
