-- The owner's yes to one draft, and what became of it. Claimed once, never deleted.
-- Lock impact: new table only.

create table approval (
    approval_id uuid        primary key,
    request_id  uuid        not null,
    draft_id    uuid        not null,
    digest      text        not null,
    granted_at  timestamptz not null,
    expires_at  timestamptz not null,
    claimed_at  timestamptz,
    outcome     text,
    settled_at  timestamptz,
    detail      text        not null default '',
    looks       integer     not null default 0,
    look_at     timestamptz,

    constraint approval_one_per_draft unique (draft_id),
    constraint approval_one_per_request unique (request_id),
    constraint approval_of_draft foreign key (draft_id) references draft,
    constraint approval_of_request foreign key (request_id) references request,
    constraint approval_digest_hex check (digest ~ '^[0-9a-f]{64}$'),
    constraint approval_expires_later check (expires_at > granted_at),
    constraint approval_outcome_known check (outcome in ('delivered', 'refused', 'unknown')),
    constraint approval_settled_whole check ((outcome is null) = (settled_at is null)),
    constraint approval_settled_after_claim check (settled_at is null or claimed_at is not null),
    constraint approval_looks_at_doubts check (look_at is null or outcome = 'unknown')
);

-- The sender's queue: `for update skip locked` walks this in order of consent.
create index approval_unclaimed on approval (granted_at) where claimed_at is null;
create index approval_unsettled on approval (claimed_at)
    where claimed_at is not null and outcome is null;
create index approval_doubtful on approval (look_at) where look_at is not null;

comment on column approval.digest is
    'Digest of what the owner saw. Compared again, in code, right before sending.';
comment on column approval.claimed_at is
    'Committed before the network call. Claimed but unsettled after a restart means unknown.';
comment on column approval.detail is
    'The channel''s name of the sent message, or why it was not or may not have been sent.';
comment on column approval.look_at is
    'When to ask the channel about an unknown outcome; null once the doubt is settled.';

grant select, insert, update on approval to moltbot_app;
