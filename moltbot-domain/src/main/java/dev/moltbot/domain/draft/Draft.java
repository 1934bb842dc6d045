package dev.moltbot.domain.draft;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.MessageId;
import java.util.ArrayList;
import java.util.List;

/**
 * A proposed reply: words, and the one place they may go. Editing makes a new draft.
 *
 * @param answering the message it answers
 */
public record Draft(DraftId id, MessageId answering, Destination to, DraftText text) {

  /** Digest of everything that is sent; equal digests mean equal words to equal recipients. */
  public DraftDigest digest() {
    var fields = new ArrayList<String>();
    var account = to.conversation().account();
    fields.add("moltbot draft v1");
    fields.add(account.channel().value());
    fields.add(account.name());
    fields.add(to.conversation().nativeId());
    addAll(fields, to.recipients().stream().map(Address::value).toList());
    fields.add(to.subject());
    fields.add(to.threading().reference());
    addAll(fields, to.threading().ancestors());
    fields.add(text.value());
    return DraftDigest.of(fields.toArray(String[]::new));
  }

  /** The count goes first, so that a recipient can never pass for a subject. */
  private static void addAll(List<String> fields, List<String> values) {
    fields.add(Integer.toString(values.size()));
    fields.addAll(values);
  }

  /** Never the text: drafts quote private messages, and logs are read by more people. */
  @Override
  public String toString() {
    return "Draft[" + id.value() + ", " + digest().abbreviated() + "]";
  }
}
