package dev.moltbot.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is done to a written chain is seen, at the entry where it was done. */
class AuditChainTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

  private final List<AuditEntry> entries = chain(10);

  @Test
  void holdsAsWritten() {
    assertThat(verify(entries)).isEqualTo(new Verification.Intact(10, entries.getLast().hash()));
  }

  @Test
  void holdsWhenEmpty() {
    assertThat(verify(List.of())).isEqualTo(new Verification.Intact(0, AuditChain.EMPTY.head()));
  }

  @Test
  void namesTheChangedEntry() {
    AuditEntry e = entries.get(4);
    String payload = e.payload().replace("owner", "other");
    entries.set(4, new AuditEntry(5, e.at(), e.type(), payload, e.previous(), e.hash()));
    assertThat(verify(entries))
        .isInstanceOfSatisfying(
            Verification.Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(5));
  }

  @Test
  void namesTheRemovedEntry() {
    entries.remove(4);
    assertThat(verify(entries))
        .isInstanceOfSatisfying(
            Verification.Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(5));
  }

  @Test
  void noticesTwoEntriesInEachOthersPlace() {
    AuditEntry e = entries.get(4);
    entries.set(4, entries.get(5));
    entries.set(5, e);
    assertThat(verify(entries).valid()).isFalse();
  }

  @Test
  void noticesAnEntryPutIn() {
    AuditChain forged = new AuditChain(4, entries.get(3).hash());
    entries.add(4, forged.append(new AuditEvent.Paused("mallory"), NOON));
    assertThat(verify(entries))
        .isInstanceOfSatisfying(
            Verification.Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(6));
  }

  @Test
  void noticesAChangedTimeAndAChangedType() {
    AuditEntry e = entries.get(2);
    var later = e.at().plusSeconds(1);
    assertThat(
            verify(with(2, new AuditEntry(3, later, e.type(), e.payload(), e.previous(), e.hash())))
                .valid())
        .isFalse();
    assertThat(
            verify(
                    with(
                        2,
                        new AuditEntry(3, e.at(), "Resumed", e.payload(), e.previous(), e.hash())))
                .valid())
        .isFalse();
  }

  @Test
  void keepsMicrosecondsBecauseDatabasesDo() {
    assertThat(entries.getFirst().at()).isEqualTo(Instant.parse("2026-01-01T12:00:00.123456Z"));
  }

  @Test
  void spellsFieldsInOneWay() {
    var event = new AuditEvent.SendRefused("a\"\\\nä", "d", "");
    assertThat(AuditChain.EMPTY.append(event, NOON).payload())
        .isEqualTo("{\"approval\":\"a\\\"\\\\\\u000a\\u00e4\",\"digest\":\"d\",\"reason\":\"\"}");
  }

  private List<AuditEntry> with(int index, AuditEntry entry) {
    var changed = new ArrayList<>(entries);
    changed.set(index, entry);
    return changed;
  }

  private static List<AuditEntry> chain(int length) {
    var entries = new ArrayList<AuditEntry>();
    AuditChain chain = AuditChain.EMPTY;
    for (int i = 0; i < length; i++) {
      AuditEntry entry = chain.append(new AuditEvent.Paused("owner " + i), NOON);
      entries.add(entry);
      chain = AuditChain.after(entry);
    }
    return entries;
  }

  private static Verification verify(List<AuditEntry> entries) {
    var verifier = new AuditVerifier();
    entries.forEach(verifier::accept);
    return verifier.result();
  }
}
