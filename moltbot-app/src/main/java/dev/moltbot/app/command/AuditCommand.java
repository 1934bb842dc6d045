package dev.moltbot.app.command;

import picocli.CommandLine.Command;

/** {@code moltbot audit}. */
@Command(
    name = "audit",
    description = "Look at the record of everything that was done, and check it.",
    subcommands = {
      AuditVerifyCommand.class,
      AuditTailCommand.class,
      AuditReviewedCommand.class,
      AuditExportCommand.class
    })
final class AuditCommand {}
