package dev.moltbot.port;

import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.UntrustedText;
import java.util.List;

/** A person as they are handed out to the owner's other programs; no messages. */
public record Exported(
    ContactId id,
    UntrustedText name,
    List<Handle> handles,
    List<Mark> marks,
    List<Detail> details,
    List<Annotation> annotations) {

  public Exported {
    handles = List.copyOf(handles);
    marks = List.copyOf(marks);
    details = List.copyOf(details);
    annotations = List.copyOf(annotations);
  }

  /** Neither name nor anything else. */
  @Override
  public String toString() {
    return "Exported[" + id.value() + "]";
  }
}
