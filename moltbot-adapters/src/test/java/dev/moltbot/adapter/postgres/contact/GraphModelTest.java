package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.contact.ContactGraph;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.contact.Membership;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.testkit.SettableTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables hold the graph that the domain's model has, in whatever order people are met. */
class GraphModelTest {
  private static final List<String> NAMES =
      List.of("Ann Lee", "A. Lee", "Bo Lee", "Юлія Щербак", "Yuliya Shcherbak", "Bo", "");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void isWhatTheModelIsAndTheSameInAnyOrder(long seed) throws Exception {
    var random = new Random(seed);
    List<Identity> said = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      said.add(identity(random));
    }
    var model = ContactGraph.empty(Linking.NAMES);
    for (Identity one : said) {
      model = model.observe(one);
    }
    String first = stored(said, model, random);
    Collections.shuffle(said, random);
    assertThat(stored(said, model, random)).isEqualTo(first);
  }

  private static String stored(List<Identity> said, ContactGraph model, Random random)
      throws Exception {
    try (var bench = new Bench()) {
      for (int from = 0; from < said.size(); ) {
        int to = Math.min(said.size(), from + 1 + random.nextInt(40));
        bench.contacts.observe(said.subList(from, to), "a test", bench.now());
        from = to;
      }
      assertThat(contacts(bench)).isEqualTo(model.contacts());
      assertThat(bench.contacts.size()).isEqualTo(model.size());
      return GraphDump.unnumbered(bench.database);
    }
  }

  static Membership contacts(Bench bench) {
    var contacts = new HashMap<ContactId, ContactId>();
    bench
        .database
        .database()
        .look(tx ->
            tx.all(
                "select handle_key, contact_id from handle",
                row ->
                    contacts.put(id(row.uuid("handle_key")), id(row.uuid("contact_id"))) == null));
    return new Membership(contacts);
  }

  private static ContactId id(UUID value) {
    return new ContactId(value);
  }

  /** Cards, chats and mailboxes that share what people share: some hundred of few values. */
  static Identity identity(Random random) {
    var marks = new HashSet<Mark>();
    for (int i = random.nextInt(3); i > 0; i--) {
      marks.add(mark(random));
    }
    return new Identity(
        handle(random),
        new UntrustedText(NAMES.get(random.nextInt(NAMES.size()))),
        marks,
        random.nextInt(4) > 0
            ? List.of()
            : List.of(new Detail(Detail.Kind.PLACE, new UntrustedText("Kyiv"))),
        SettableTime.NOON.minusSeconds(random.nextInt(50)));
  }

  private static Mark mark(Random random) {
    int which = random.nextInt(12);
    return switch (random.nextInt(4)) {
      case 0 -> Mark.phone("+38067000000" + which % 10).orElseThrow();
      case 1 -> Mark.profile("https://example.org/in/p" + which).orElseThrow();
      case 2 -> Mark.email("info@example.org").orElseThrow();
      default -> Mark.email("p" + which + "@example.org").orElseThrow();
    };
  }

  static Handle handle(Random random) {
    int which = random.nextInt(12);
    return switch (random.nextInt(5)) {
      case 0 -> of("gmail", "p" + which + "@example.org");
      case 1 -> of("imap", "P" + which + "@Example.org");
      case 2 -> of("whatsapp", "+38067000000" + which % 10);
      case 3 -> of("telegram", "p" + which);
      default -> of("cards", "card" + random.nextInt(40));
    };
  }

  private static Handle of(String channel, String value) {
    return new Handle(new ChannelId(channel), value);
  }
}
