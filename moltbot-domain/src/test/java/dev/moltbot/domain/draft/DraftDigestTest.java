package dev.moltbot.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Threading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One changed bit anywhere is another digest. */
class DraftDigestTest {
  private static final AccountId ME = new AccountId(new ChannelId("gmail"), "me@example.org");

  @Test
  void dependsOnEveryFieldThatIsSent() {
    var digests = new HashSet<String>();
    digests.add(digest(ME, "t", List.of("a"), "s", "w", Threading.NONE));
    var otherChannel = new AccountId(new ChannelId("viber"), "me@example.org");
    digests.add(digest(otherChannel, "t", List.of("a"), "s", "w", Threading.NONE));
    var otherAccount = new AccountId(new ChannelId("gmail"), "you@example.org");
    digests.add(digest(otherAccount, "t", List.of("a"), "s", "w", Threading.NONE));
    digests.add(digest(ME, "u", List.of("a"), "s", "w", Threading.NONE));
    digests.add(digest(ME, "t", List.of("b"), "s", "w", Threading.NONE));
    digests.add(digest(ME, "t", List.of("a", "b"), "s", "w", Threading.NONE));
    digests.add(digest(ME, "t", List.of("a"), "r", "w", Threading.NONE));
    digests.add(digest(ME, "t", List.of("a"), "s", "v", Threading.NONE));
    digests.add(digest(ME, "t", List.of("a"), "s", "w", new Threading("<x>", List.of())));
    digests.add(digest(ME, "t", List.of("a"), "s", "w", new Threading("", List.of("<x>"))));
    assertThat(digests).hasSize(10);
  }

  @Test
  void keepsFieldsApart() {
    assertThat(DraftDigest.of("ab", "c")).isNotEqualTo(DraftDigest.of("a", "bc"));
    assertThat(digest(ME, "t", List.of("a", "b"), "", "w", Threading.NONE))
        .isNotEqualTo(digest(ME, "t", List.of("a"), "b", "w", Threading.NONE));
  }

  @Test
  void doesNotDependOnTheDraftsOwnId() {
    Draft draft = draft(ME, "t", List.of("a"), "s", "w", Threading.NONE);
    var again = new Draft(new DraftId(new UUID(9, 9)), draft.answering(), draft.to(), draft.text());
    assertThat(again.digest()).isEqualTo(draft.digest());
  }

  /** Threats: 0 sends over 100,000 mutations; each mutation must change the digest. */
  @Test
  void changesWithAnyMutationOfTheWords() {
    String words = "Please send 1,000 to account 42 by Friday, and tell nobody else.";
    var original = digest(ME, "t", List.of("a"), "s", words, Threading.NONE);
    var random = new Random(42);
    int same = 0;
    for (int i = 0; i < 100_000; i++) {
      var units = new ArrayList<>(words.chars().boxed().toList());
      int at = random.nextInt(units.size());
      units.set(at, '!' + (units.get(at) - '!' + 1 + random.nextInt(90)) % 94);
      var mutated = new StringBuilder();
      units.forEach(c -> mutated.appendCodePoint(c));
      if (!mutated.toString().equals(words)
          && digest(ME, "t", List.of("a"), "s", mutated.toString(), Threading.NONE)
              .equals(original)) {
        same++;
      }
    }
    assertThat(same).isZero();
  }

  private static String digest(
      AccountId account,
      String thread,
      List<String> recipients,
      String subject,
      String text,
      Threading threading) {
    return draft(account, thread, recipients, subject, text, threading).digest().hex();
  }

  private static Draft draft(
      AccountId account,
      String thread,
      List<String> recipients,
      String subject,
      String text,
      Threading threading) {
    var to =
        new Destination(
            new ConversationId(account, thread),
            recipients.stream().map(Address::new).toList(),
            subject,
            threading);
    return new Draft(
        new DraftId(new UUID(0, 1)), new MessageId(account, "m"), to, DraftText.of(text));
  }
}
