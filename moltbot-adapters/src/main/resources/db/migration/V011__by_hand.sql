-- Replies that only the owner can send, by hand, on channels that let no program send.
-- Lock impact: adds two columns whose defaults are constants, which rewrites no table; the partial
-- index is built on rows that do not exist yet.

alter table draft add column by_hand boolean not null default false;
alter table message add column by_hand boolean not null default false;

create index message_by_hand on message (account_id, sent_at) where by_hand;

comment on column draft.by_hand is
    'Whether the owner sends it. Fixed when the draft is made: its card offers no other way.';
comment on column message.by_hand is
    'A reply the owner says to have sent. Cleared when the channel gives the message back, whose
    name and time the row then takes.';
