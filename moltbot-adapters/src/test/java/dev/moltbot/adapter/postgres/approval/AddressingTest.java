package dev.moltbot.adapter.postgres.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner's side of a history: to whom each message went. */
class AddressingTest {
  private static final String WHOM =
      "select string_agg(h.value, ' ' order by h.value) from addressed d join handle h on"
          + " h.handle_id = d.handle_id";

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void notesWhomTheChannelNames() throws Exception {
    bench.store(own("m1", "bob", "eve"));
    assertThat(whom()).isEqualTo("bob@example.org eve@example.org");
    bench.store(own("m1", "bob", "eve"));
    assertThat(bench.database.count("addressed")).isEqualTo(2);
  }

  @Test
  void takesTheOthersOfTheConversationWhereNobodyIsNamed() throws Exception {
    bench.receives("ada", "m1");
    bench.store(Messages.ownTo(Bench.MAIL, "ada", "m2", "I am coming.", bench.now()));
    assertThat(whom()).isEqualTo("ada@example.org");
  }

  @Test
  void takesNobodyInAGroup() throws Exception {
    bench.receives("ada", "m1");
    InboundMessage own = Messages.ownTo(Bench.MAIL, "ada", "m2", "All of you!", bench.now());
    var traits = new HashSet<>(own.traits());
    traits.add(Trait.DISCUSSION);
    bench.store(
        new InboundMessage(
            own.id(),
            own.conversation(),
            own.sender(),
            own.content(),
            own.sentAt(),
            own.threading(),
            traits));
    assertThat(bench.database.count("addressed")).isZero();
  }

  @Test
  void notesWhomAReplyOfOursAnswered() throws Exception {
    bench.answer(bench.cardFor("ada"), new Verdict.Approve());
    Approvals.Claim claim = bench.approvals.claimNext(bench.now()).orElseThrow();
    bench.approvals.settle(claim, new SendOutcome.Delivered("sent-1"), bench.now());
    assertThat(whom()).isEqualTo("ada@example.org");
  }

  private String whom() throws Exception {
    return bench.database.asOwner(WHOM);
  }

  private InboundMessage own(String nativeId, String... whom) {
    InboundMessage own = Messages.ownTo(Bench.MAIL, "them", nativeId, "Hello.", bench.now());
    List<Sender> audience =
        Stream.of(whom)
            .map(one -> Sender.of(new Address(one + "@example.org"), new UntrustedText(one)))
            .toList();
    return new InboundMessage(
        own.id(),
        own.conversation(),
        own.sender(),
        own.content(),
        own.sentAt(),
        own.threading(),
        own.traits(),
        audience);
  }
}
