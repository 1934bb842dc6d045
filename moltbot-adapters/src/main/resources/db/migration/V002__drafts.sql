-- Proposed replies, and the questions put to the owner about them. Nothing here is ever deleted.
-- Lock impact: new tables only.

create table draft (
    draft_id        uuid        primary key,
    conversation_id bigint      not null,
    answering       bigint      not null,
    recipients      text[]      not null,
    subject         text        not null,
    reference       text        not null,
    ancestors       text[]      not null,
    words           text        not null,
    digest          text        not null,
    author          text        not null,
    category        text        not null,
    summary         text        not null,
    language        text        not null,
    notes           text        not null,
    suspicious      boolean     not null,
    card_note       text        not null default '',
    repeats         uuid,
    proposed_at     timestamptz not null,
    ask_at          timestamptz,

    constraint draft_of_conversation foreign key (conversation_id) references conversation,
    constraint draft_answers foreign key (answering) references message,
    constraint draft_repeats_draft foreign key (repeats) references draft,
    constraint draft_digest_hex check (digest ~ '^[0-9a-f]{64}$')
);

-- The desk's queue.
create index draft_to_ask on draft (ask_at) where ask_at is not null;
create index draft_in_conversation on draft (conversation_id);
create index draft_repeated on draft (repeats) where repeats is not null;

comment on column draft.ask_at is
    'When to put it before the owner; null while a card asks about it, and when all is said.';
comment on column draft.repeats is
    'The draft whose send may have failed; when it turns out to have arrived, this one is withdrawn.';

create table request (
    request_id  uuid        primary key,
    draft_id    uuid        not null,
    digest      text        not null,
    opened_at   timestamptz not null,
    expires_at  timestamptz not null,
    state       text        not null,
    state_at    timestamptz not null,
    reason      text        not null default '',
    shown_state text,
    shown_at    timestamptz,
    lease_until timestamptz,
    tell_until  timestamptz,

    constraint request_of_draft foreign key (draft_id) references draft,
    constraint request_expires_later check (expires_at > opened_at),
    constraint request_shown_whole check ((shown_state is null) = (shown_at is null)),
    constraint request_state_known check (state in (
        'opening', 'open', 'approved', 'sent', 'not-sent', 'not-sure', 'rejected', 'replaced',
        'postponed', 'expired', 'elsewhere'))
);

-- One live question about one draft: two cards could be answered differently.
create unique index request_live_once on request (draft_id) where state in ('opening', 'open');
create index request_of_draft_by_time on request (draft_id, opened_at);
create index request_expiring on request (expires_at) where state in ('opening', 'open');

-- Cards whose text is behind the truth.
create index request_outdated on request (state_at) where shown_state <> state;

comment on column request.state is
    'opening: stored, perhaps shown. open: shown, with buttons. Every other state has no buttons.';
comment on column request.state_at is
    'When the state began; for postponed, when the owner is asked again.';

create table card_part (
    part       text     primary key,
    request_id uuid     not null,
    position   smallint not null,

    constraint card_part_of_request foreign key (request_id) references request
);

create index card_part_by_request on card_part (request_id, position);

grant select, insert, update on draft, request to moltbot_app;
grant select, insert, delete on card_part to moltbot_app;
