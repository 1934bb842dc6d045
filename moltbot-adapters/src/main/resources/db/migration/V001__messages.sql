-- What was read: accounts and how far, messages in their conversations, people and their handles.
-- Lock impact: new tables only.
--
-- Ids that others hand us may be thousands of bytes long, more than an index row holds. So every
-- look-up goes by a key, the first 128 bits of the id's SHA-256, made in code.

create table account (
    account_id     bigint      generated always as identity primary key,
    channel        text        not null,
    name           text        not null,
    cursor         text        not null default '',
    cursor_at      timestamptz,
    stopped_reason text        not null default '',
    stopped_at     timestamptz,

    constraint account_once unique (channel, name),
    constraint account_stopped_whole check ((stopped_reason = '') = (stopped_at is null))
);

create table contact (
    contact_id  uuid        primary key,
    name        text        not null,
    observed_at timestamptz not null
);

create table handle (
    handle_id  bigint generated always as identity primary key,
    handle_key uuid   not null,
    channel    text   not null,
    value      text   not null,
    contact_id uuid   not null,

    constraint handle_once unique (handle_key),
    constraint handle_of_contact foreign key (contact_id) references contact
);

create index handle_by_contact on handle (contact_id);

-- Names a claim of a conversation, whoever makes it: a later claim makes an earlier one void.
create sequence lease_number;

create table conversation (
    conversation_id bigint      generated always as identity primary key,
    account_id      bigint      not null,
    native_key      uuid        not null,
    native_id       text        not null,
    due_at          timestamptz,
    urgency         smallint    not null default 2,
    waiting_since   timestamptz,
    lease           bigint      not null default 0,
    lease_until     timestamptz,
    instruction     text        not null default '',
    previous        text        not null default '',

    constraint conversation_once unique (account_id, native_key),
    constraint conversation_of_account foreign key (account_id) references account,
    constraint conversation_urgency_known check (urgency between 0 and 2),
    constraint conversation_due_whole check ((due_at is null) = (waiting_since is null))
);

-- The drafter's queue: what the owner asked for, then what is urgent, then the oldest.
create index conversation_due on conversation (urgency, waiting_since) where due_at is not null;

create index conversation_claimed on conversation (lease) where lease_until is not null;

comment on column conversation.urgency is
    '0: the owner asked for another draft; 1: urgent; 2: the rest.';
comment on column conversation.previous is
    'The words the owner wants changed; empty unless a rewrite is wanted.';

create table message (
    message_id      bigint      generated always as identity primary key,
    account_id      bigint      not null,
    conversation_id bigint      not null,
    handle_id       bigint,
    native_key      uuid        not null,
    native_id       text        not null,
    sent_at         timestamptz not null,
    placed_at       timestamptz not null,
    from_owner      boolean     not null,
    worth_drafting  boolean     not null,
    repaired        boolean     not null,
    category        text        not null,
    certain         boolean     not null,
    reason          text        not null,
    sender          text        not null,
    sender_name     text        not null,
    reply_to        text[]      not null,
    subject         text        not null,
    body            text        not null,
    reference       text        not null,
    ancestors       text[]      not null,
    traits          text[]      not null,
    findings        text[]      not null,

    constraint message_once unique (account_id, native_key),
    constraint message_of_conversation foreign key (conversation_id) references conversation,
    constraint message_from_handle foreign key (handle_id) references handle
);

create index message_in_conversation on message (conversation_id, placed_at desc, message_id desc);
create index message_by_handle on message (handle_id, placed_at desc);

comment on column message.placed_at is
    'When it was sent, or when we got it if it claims to be from the future. Orders a conversation.';
comment on column message.repaired is
    'Held characters that no database text can hold (NUL, half a surrogate pair); they are U+FFFD now.';
comment on column message.handle_id is 'Null for what the owner wrote: the owner is no contact.';

-- What could not be read. Kept so that a person can look at it.
create table quarantine (
    quarantine_id bigint      generated always as identity primary key,
    account_id    bigint      not null,
    native_key    uuid        not null,
    native_id     text        not null,
    reason        text        not null,
    bytes         bigint      not null,
    head_sha256   bytea       not null,
    head          bytea       not null,
    set_aside_at  timestamptz not null,

    constraint quarantine_once unique (account_id, native_key),
    constraint quarantine_of_account foreign key (account_id) references account,
    constraint quarantine_sha256_whole check (octet_length(head_sha256) = 32)
);

grant select, insert, update on account, contact, handle, conversation, message to moltbot_app;
grant select, insert on quarantine to moltbot_app;
grant usage on sequence lease_number to moltbot_app;
