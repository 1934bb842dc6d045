package dev.moltbot.adapter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.desk.TelegramApi.Anything;
import dev.moltbot.adapter.desk.TelegramApi.Inline;
import dev.moltbot.adapter.desk.TelegramApi.Membership;
import dev.moltbot.adapter.desk.TelegramApi.Message;
import dev.moltbot.adapter.desk.TelegramApi.Tap;
import dev.moltbot.adapter.desk.TelegramApi.Update;
import dev.moltbot.botapi.BotApi.Chat;
import dev.moltbot.botapi.BotApi.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every kind of update, from every kind of sender, in every kind of place, in every form. */
class OwnerGateTest {
  private static final long OWNER = 4711;
  private static final List<@Nullable User> SENDERS =
      Arrays.asList(
          user(OWNER, false, "owner"),
          user(OWNER, true, "owner"),
          user(OWNER + 1, false, "owner"),
          user(-OWNER, false, null),
          user(OWNER + (1L << 32), false, "owner"),
          user(1_087_968_824L, true, "GroupAnonymousBot"),
          user(777_000L, false, null),
          user(null, false, "owner"),
          null);
  private static final List<@Nullable Chat> PLACES =
      Arrays.asList(
          new Chat(OWNER, "private"),
          new Chat(OWNER, "group"),
          new Chat(OWNER, "channel"),
          new Chat(OWNER, null),
          new Chat(OWNER + 1, "private"),
          new Chat(-1_001_000_000_001L, "supergroup"),
          new Chat(-OWNER, "private"),
          new Chat(null, "private"),
          null);
  private static final List<@Nullable Chat> HIDING =
      Arrays.asList(null, new Chat(OWNER, "private"), new Chat(-100L, "channel"));
  private static final List<@Nullable String> WORDS = Arrays.asList("approve", null);
  private static final List<@Nullable Anything> FORWARDS =
      Arrays.asList(null, new Anything("user"), new Anything(null));
  private static final List<@Nullable Long> DATES = Arrays.asList(null, 1_700_000_000L);
  private static final List<@Nullable User> HELPERS = Arrays.asList(null, user(5L, true, "gif"));
  private static final List<@Nullable String> BUSINESS = Arrays.asList(null, "connection");

  private final OwnerGate gate = new OwnerGate(OWNER, OWNER);

  @Test
  void letsOnlyTheOwnersOwnPlainWordsAndTapsThrough() {
    List<Message> messages = messages();
    int tried = 0;
    int accepted = 0;
    for (Message message : messages) {
      for (Update update : updates(message)) {
        tried++;
        Incoming incoming = gate.hear(update);
        boolean counts = incoming instanceof Incoming.Words || incoming instanceof Incoming.Tapped;
        assertThat(counts).as("%s", update).isEqualTo(owners(update));
        accepted += counts ? 1 : 0;
      }
    }
    assertThat(tried - accepted).isGreaterThan(10_000);
    assertThat(accepted).isPositive();
  }

  @Test
  void takesAReplyForOneOnlyWithinTheChat() {
    assertThat(gate.hear(message(replyTo(new Chat(OWNER, "private")))))
        .isEqualTo(new Incoming.Words(7, "approve", 6L));
    assertThat(gate.hear(message(replyTo(new Chat(-100L, "supergroup")))))
        .isEqualTo(new Incoming.Words(7, "approve", null));
  }

  @Test
  void tellsTheOwnerWhyAFormDoesNotCount() {
    Message forwarded =
        new Message(
            7L,
            SENDERS.getFirst(),
            PLACES.getFirst(),
            "approve",
            null,
            null,
            null,
            null,
            new Anything("user"),
            null,
            null);

    assertThat(gate.hear(message(forwarded))).isInstanceOf(Incoming.NotCounted.class);
    assertThat(gate.hear(new Update(1L, null, plain(), null, null, null, null, null)))
        .isInstanceOf(Incoming.NotCounted.class);
  }

  @Test
  void saysNothingWhenTheOwnerOpensTheChat() {
    Membership opened = new Membership(SENDERS.getFirst(), PLACES.getFirst());

    assertThat(gate.hear(new Update(1L, null, null, null, null, null, null, opened)))
        .isEqualTo(new Incoming.Nothing());
  }

  /** The rule once more, in other words than the gate's. */
  private static boolean owners(Update update) {
    Tap tap = update.tap();
    if (tap != null) {
      return SENDERS.getFirst().equals(tap.from())
          && tap.message() != null
          && PLACES.getFirst().equals(tap.message().chat())
          && tap.inlineMessage() == null;
    }
    return plain().equals(update.message());
  }

  private static List<Update> updates(Message message) {
    Inline inline = new Inline(message.from());
    Membership membership = new Membership(message.from(), message.chat());
    List<Update> updates = new ArrayList<>();
    updates.add(message(message));
    updates.add(new Update(1L, null, message, null, null, null, null, null));
    updates.add(new Update(1L, null, null, message, null, null, null, null));
    updates.add(new Update(1L, null, null, null, message, null, null, null));
    updates.add(new Update(1L, null, null, null, null, inline, null, null));
    updates.add(new Update(1L, null, null, null, null, null, null, membership));
    updates.add(new Update(1L, null, null, null, null, null, null, null));
    for (String viaInline : WORDS) {
      Tap tap = new Tap("9", message.from(), message, viaInline, "data");
      updates.add(new Update(1L, null, null, null, null, null, tap, null));
    }
    updates.add(
        new Update(
            1L, null, null, null, null, null, new Tap("9", message.from(), null, null, "d"), null));
    return updates;
  }

  private static List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (User sender : SENDERS) {
      for (Chat place : PLACES) {
        for (Chat hiding : HIDING) {
          for (Anything forward : FORWARDS) {
            forms(messages, sender, place, hiding, forward);
          }
        }
      }
    }
    return messages;
  }

  private static void forms(
      List<Message> messages,
      @Nullable User sender,
      @Nullable Chat place,
      @Nullable Chat hiding,
      @Nullable Anything forward) {
    for (Long date : DATES) {
      for (User helper : HELPERS) {
        for (String words : WORDS) {
          for (String business : BUSINESS) {
            messages.add(
                new Message(
                    7L, sender, place, words, null, date, hiding, helper, forward, null, business));
          }
        }
      }
    }
  }

  private static Message plain() {
    return new Message(
        7L,
        SENDERS.getFirst(),
        PLACES.getFirst(),
        "approve",
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Message replyTo(Chat place) {
    Message card = new Message(6L, null, place, null, null, null, null, null, null, null, null);
    return new Message(
        7L,
        SENDERS.getFirst(),
        PLACES.getFirst(),
        "approve",
        card,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Update message(Message message) {
    return new Update(1L, message, null, null, null, null, null, null);
  }

  private static User user(@Nullable Long id, boolean bot, @Nullable String name) {
    return new User(id, bot, null, null, name, null);
  }
}
