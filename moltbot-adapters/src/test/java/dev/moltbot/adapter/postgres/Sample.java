package dev.moltbot.adapter.postgres;

import java.sql.SQLException;
import java.util.List;

/** A row or more in every table, with all that text and numbers can be. Everyone is invented. */
final class Sample {
  private static final String DIGEST = "repeat('ab', 32)";
  private static final String AT = "timestamptz '2026-01-02 03:04:05.678901Z'";

  private static final List<String> ROWS =
      List.of(
          "insert into account (channel, name, cursor, cursor_at)"
              + " values ('gmail', 'me@example.org', E'tab\\t back\\\\ line\\n \\\\N \\\\.', "
              + AT
              + "),"
              + " ('viber', 'me', '', null)",
          "select nextval('lease_number'), nextval('lease_number')",
          "insert into handle (handle_key, channel, value, contact_id, name, folded) select"
              + " gen_random_uuid(), 'gmail', 'ann' || n || '@example.org', gen_random_uuid(),"
              + " E'Анна \\U0001F600 \"quoted\" ' || n, 'anna ' || n from generate_series(1, 500) n",
          "insert into conversation (account_id, native_key, native_id, due_at, waiting_since,"
              + " lease, lease_until) values (1, gen_random_uuid(), 'thread', "
              + AT
              + ", "
              + AT
              + ", 7, "
              + AT
              + "), (1, gen_random_uuid(), 'other', null, null, 0, null)",
          "insert into message (account_id, conversation_id, handle_id, native_key, native_id,"
              + " sent_at, placed_at, from_owner, worth_drafting, repaired, category, certain,"
              + " reason, sender, sender_name, reply_to, subject, body, reference, ancestors,"
              + " traits, findings) select 1, 1 + n % 2, 1 + n % 500, gen_random_uuid(), 'm' || n,"
              + " "
              + AT
              + " + n * interval '1 microsecond', "
              + AT
              + ", false, true, false, 'FYI',"
              + " true, '', 'ann', 'Анна', array['a,b', 'c\"d', E'e\\\\f', ''], '',"
              + " repeat(E'word\\r\\n\\t\\\\', 1 + n % 400) || n, '', '{}', '{}', '{}'"
              + " from generate_series(1, 1500) n",
          "insert into quarantine (account_id, native_key, native_id, reason, bytes, head_sha256,"
              + " head, set_aside_at) values (1, gen_random_uuid(), 'q', 'r', 3, decode("
              + DIGEST
              + ", 'hex'), '\\x00ff0a5c09', "
              + AT
              + ")",
          draft(1, "null"),
          draft(2, AT),
          draft(3, "null"),
          draft(4, "null"),
          request(1, "open"),
          request(2, "opening"),
          request(3, "approved"),
          request(4, "approved"),
          "insert into card_part values ('chat/1', '" + id(1) + "', 0)",
          approval(3, "null"),
          approval(4, AT),
          "insert into alert (kind, key, words, raised_at) values ('STRANGER', 'k', 'w', "
              + AT
              + ")",
          "insert into question (question_id, heard_as, words, asked_at, state, state_at, due_at)"
              + " values (gen_random_uuid(), 'h', 'when?', "
              + AT
              + ", 'open', "
              + AT
              + ", "
              + AT
              + ")",
          "insert into mark select gen_random_uuid(), handle_id, 'EMAIL', value from handle",
          "insert into detail select handle_id, 'NICKNAME', 'n' from handle",
          "insert into link select 1, n, 'SAME_ADDRESS', gen_random_uuid(), "
              + AT
              + " from generate_series(2, 9) n",
          "insert into apart values (1, 2, '-infinity')",
          "insert into suggestion values (1, 3, 0.1, array['same name'], " + AT + ")",
          "insert into annotation (handle_id, kind, words, written_at) values (1, 'NOTE', 'n', "
              + AT
              + ")",
          "insert into addressed values (1, " + AT + ", 1)",
          "insert into imported_file (content_key, account_id, name, format, begun_at, skipped)"
              + " values ('k', 1, 'a.mbox', 'mbox', "
              + AT
              + ", array['x'])",
          "insert into pause (paused_by, paused_at) values ('owner', " + AT + ")");

  private Sample() {}

  static void fill(TestDatabase database) throws SQLException {
    for (String sql : ROWS) {
      database.asOwner(sql);
    }
  }

  private static String id(int n) {
    return "00000000-0000-0000-0000-00000000000" + n;
  }

  private static String draft(int n, String askAt) {
    return "insert into draft (draft_id, conversation_id, answering, recipients, subject, reference,"
        + " ancestors, words, digest, author, category, summary, language, notes, suspicious,"
        + " repeats, proposed_at, ask_at) values ('"
        + id(n)
        + "', 1, 1, array['a'], '', '', '{}',"
        + " 'Yes.', "
        + DIGEST
        + ", 'template', 'FYI', '', 'en', '', false, "
        + (n > 1 ? "'" + id(n - 1) + "'" : "null")
        + ", "
        + AT
        + ", "
        + askAt
        + ")";
  }

  private static String request(int n, String state) {
    return "insert into request (request_id, draft_id, digest, opened_at, expires_at, state,"
        + " state_at, shown_state, shown_at) values ('"
        + id(n)
        + "', '"
        + id(n)
        + "', "
        + DIGEST
        + ", "
        + AT
        + ", 'infinity', '"
        + state
        + "', "
        + AT
        + ", '"
        + state
        + "', "
        + AT
        + ")";
  }

  private static String approval(int n, String claimed) {
    return "insert into approval (approval_id, request_id, draft_id, digest, granted_at, expires_at,"
        + " claimed_at) values ('"
        + id(n)
        + "', '"
        + id(n)
        + "', '"
        + id(n)
        + "', "
        + DIGEST
        + ", "
        + AT
        + ", 'infinity', "
        + claimed
        + ")";
  }
}
