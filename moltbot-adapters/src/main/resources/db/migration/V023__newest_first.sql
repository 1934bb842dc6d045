-- Who wrote last, from the newest back: who waits is found among the latest and not by asking after
-- everybody, and who wrote most lately without reading what is older.
-- Lock impact: two indexes, a second or two for each million messages, during which none can be stored.

create index message_direct_newest on message (placed_at desc, handle_id)
    where handle_id is not null
        and not traits && '{BULK,DISCUSSION,AUTOMATED}'::text[] and category <> 'SPAM';

create index addressed_newest on addressed (placed_at desc, handle_id, message_id);
