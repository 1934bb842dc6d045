package dev.moltbot.port;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.domain.triage.Triage;
import java.util.List;

/** A batch ready for storing: read, screened and categorised. */
public record Intake(List<Screened> messages, List<Quarantined> quarantined, Cursor next) {

  public Intake {
    messages = List.copyOf(messages);
    quarantined = List.copyOf(quarantined);
  }

  /** One message with what the rules made of it. */
  public record Screened(InboundMessage message, Triage triage, List<Finding> findings) {
    public Screened {
      findings = List.copyOf(findings);
    }
  }

  /** What storing did. */
  public record Stored(int added, int duplicates, int quarantined) {}
}
