package dev.moltbot.adapter.mailbox;

import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.mime.Replies;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of written replies. Each file is named by its approval, so one yes is one file. */
record Outbox(Path folder, Replies replies) {

  Path file(ApprovalId approval) {
    return folder.resolve(approval.value() + ".eml");
  }

  /** Whether this approval's reply was written. Files appear whole or not at all. */
  boolean holds(ApprovalId approval) {
    return Files.exists(file(approval));
  }
}
