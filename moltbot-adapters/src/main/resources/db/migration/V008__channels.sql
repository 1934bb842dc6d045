-- Replies that a channel takes only for a while, and replies of ours kept as messages.
-- Lock impact: adds three columns whose defaults are constants, which rewrites no table; the partial
-- index is built on rows that do not exist yet.

alter table draft add column answer_by timestamptz;
alter table account add column stopped_remedy text not null default '';
alter table message add column by_us boolean not null default false;

create index draft_running_out on draft (answer_by) where ask_at is not null;

comment on column draft.answer_by is
    'When its channel stops taking this reply; null where it never does.';
comment on column message.by_us is
    'A reply we sent. On channels that give it back when read, the same row stands for both.';
