package dev.moltbot.sovereignty;

import dev.moltbot.adapter.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** The {@link Canaries} in every table that knows of people, on the very accounts that are read. */
final class Aviary {
  private static final String LONG_AGO = "timestamptz '2025-03-01 10:00:00Z'";

  private static final List<String> ROWS =
      List.of(
          "insert into account (channel, name) values ('gmail', 'me@example.org'), ('cards', 'import')"
              + " on conflict do nothing",
          handle(1, "gmail", "zora.kanarek@aviary.example", "Zora Kanarek"),
          handle(2, "whatsapp", "+380445550199", "Zora Kanarek"),
          handle(3, "instagram", "zwitscher_zora", "Зоряна Щигликівна"),
          handle(4, "gmail", "shchyhlyk@nest.example", "Зоряна Щигликівна"),
          handle(5, "cards", "card-of-zora", "Kanarek, Zora"),
          mark(1, "EMAIL", "zora.kanarek@aviary.example"),
          mark(2, "PHONE", "+380445550199"),
          mark(5, "PHONE", "+380445550199"),
          "insert into detail select handle_id, 'NICKNAME', 'Kanarek, Zora' from handle",
          "insert into link select least(a.handle_id, b.handle_id), greatest(a.handle_id, b.handle_id),"
              + " 'SAME_PHONE', gen_random_uuid(), "
              + LONG_AGO
              + " from handle a, handle b"
              + " where a.value = '+380445550199' and b.value = 'card-of-zora'",
          "insert into suggestion select min(handle_id), max(handle_id), 0.9,"
              + " array['both are allergic to feathers'], "
              + LONG_AGO
              + " from handle",
          annotation("NAME", "Zora Kanarek"),
          annotation("TAG", "ornithologist"),
          annotation("NOTE", "allergic to feathers"),
          "insert into conversation (account_id, native_key, native_id) select account_id,"
              + " gen_random_uuid(), 'with zora.kanarek@aviary.example' from account"
              + " where channel = 'gmail'",
          "insert into message (account_id, conversation_id, handle_id, native_key, native_id, sent_at,"
              + " placed_at, from_owner, worth_drafting, repaired, category, certain, reason, sender,"
              + " sender_name, reply_to, subject, body, reference, ancestors, traits, findings)"
              + " select c.account_id, c.conversation_id, h.handle_id, gen_random_uuid(), 'zora-1', "
              + LONG_AGO
              + ", "
              + LONG_AGO
              + ", false, true, false, 'NEEDS_REPLY', true, '',"
              + " 'zora.kanarek@aviary.example', 'Zora Kanarek',"
              + " array['zora.kanarek@aviary.example'], 'the parrot subject',"
              + " 'finches in the body, call +380 44 555-01-99', '', '{}', '{}', '{}'"
              + " from conversation c, handle h where h.value = 'zora.kanarek@aviary.example'",
          "insert into addressed select h.handle_id, m.placed_at, m.message_id from handle h, message m",
          "insert into quarantine (account_id, native_key, native_id, reason, bytes, head_sha256, head,"
              + " set_aside_at) select account_id, gen_random_uuid(), 'q', 'is no mail', 9,"
              + " decode(repeat('ab', 32), 'hex'), convert_to('Zora Kanarek finches in the body',"
              + " 'UTF8'), "
              + LONG_AGO
              + " from account where channel = 'gmail'");

  private Aviary() {}

  static void fill(TestDatabase database) throws SQLException {
    for (String sql : ROWS) {
      database.asOwner(sql);
    }
  }

  private static String handle(int n, String channel, String value, String name) {
    String key = "00000000-0000-0000-0000-00000000000" + n;
    return "insert into handle (handle_key, channel, value, contact_id, name, named_at, folded) values"
        + " ('"
        + key
        + "', '"
        + channel
        + "', '"
        + value
        + "', '"
        + key
        + "', '"
        + name
        + "', "
        + LONG_AGO
        + ", lower('"
        + name
        + " "
        + value
        + "'))";
  }

  private static String mark(int n, String kind, String value) {
    return "insert into mark select md5('"
        + kind
        + ":"
        + value
        + "')::uuid, handle_id, '"
        + kind
        + "', '"
        + value
        + "' from handle where handle_key::text like '%"
        + n
        + "'";
  }

  private static String annotation(String kind, String words) {
    return "insert into annotation (handle_id, kind, words, written_at) select min(handle_id), '"
        + kind
        + "', '"
        + words
        + "', "
        + LONG_AGO
        + " from handle";
  }
}
