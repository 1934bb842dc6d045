-- Whom the owner wrote to, for the line on a card that says who a person is. The owner's messages
-- are few, and without this every card looked through all messages for them.
-- Lock impact: message is locked against writes while the index is built, about a second for each
-- million rows.

create index message_by_owner on message (conversation_id, placed_at) where from_owner;
