package dev.moltbot.app.command;

import picocli.CommandLine.Command;

/** {@code moltbot security}. */
@Command(
    name = "security",
    description = "Look whether this set-up is safe.",
    subcommands = SecurityAuditCommand.class)
final class SecurityCommand {}
