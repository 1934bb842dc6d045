-- What the owner asked their assistant, and what came back. Nothing here is ever deleted.
-- Lock impact: new table only.

create table question (
    question_id uuid        primary key,
    heard_as    text        not null,
    words       text        not null,
    asked_at    timestamptz not null,
    state       text        not null,
    state_at    timestamptz not null,
    reference   text        not null default '',
    misses      smallint    not null default 0,
    answer      text        not null default '',
    reason      text        not null default '',
    due_at      timestamptz,
    lease       bigint      not null default 0,
    lease_until timestamptz,

    constraint question_heard_once unique (heard_as),
    constraint question_state_known check (state in ('open', 'answered', 'failed', 'told')),
    constraint question_due_until_told check ((due_at is null) = (state = 'told')),
    constraint question_words_bounded check (char_length(words) between 1 and 4096),
    constraint question_reference_bounded check (char_length(reference) <= 500),
    constraint question_answer_bounded check (char_length(answer) <= 8000)
);

-- The queue; nearly always empty.
create index question_due on question (due_at) where due_at is not null;

comment on column question.heard_as is
    'Desk and message it came in: heard again after a crash, it is asked once.';
comment on column question.reference is
    'The assistant''s name for its work on it; empty until it took the question up.';

grant select, insert, update on question to moltbot_app;
