-- The contact graph: what each source says of a person, why two of them are one, and what the owner
-- says about it. A contact is a connected part of this graph, so undoing a merge is taking one edge
-- away, and the order in which things were learned makes no difference.
-- Lock impact: two small columns are added to handle, whose rows get a mark each; contact is
-- replaced by handle.contact_id alone. Messages of the owner get a row for each person addressed.

create extension if not exists pg_trgm;

alter table handle
    drop constraint handle_of_contact,
    add column name     text        not null default '',
    add column named_at timestamptz not null default '-infinity',
    add column folded   text        not null default '';

update handle h set name = c.name, named_at = c.observed_at
from contact c where c.contact_id = h.contact_id;

drop table contact;

create index handle_roots on handle (handle_key) where handle_key = contact_id;
create index handle_folded on handle using gin (folded gin_trgm_ops);

comment on column handle.contact_id is
    'The smallest handle_key among the handles that are this person; one that is nobody else''s own.';
comment on column handle.name is 'As the person, or the address book, last gave it here.';
comment on column handle.folded is
    'Name, nickname and value in plain Latin lower case, made in code, for searches that forgive.';

-- What belongs to one person whatever the channel: a mailbox, a number, a profile page.
create table mark (
    mark_key  uuid   not null,
    handle_id bigint not null,
    kind      text   not null,
    value     text   not null,
    own       boolean not null default false,

    constraint mark_once primary key (mark_key, handle_id),
    constraint mark_of_handle foreign key (handle_id) references handle on delete cascade,
    constraint mark_kind_known check (kind in ('EMAIL', 'PHONE', 'PROFILE'))
);

create index mark_by_handle on mark (handle_id);
create index mark_own on mark (mark_key) where own;

comment on column mark.own is
    'The handle is this address or number itself, and not a card or page that mentions it.';

-- Those of handles that are here already, spelled as the code spells them (Mark.email, Mark.phone).
insert into mark (mark_key, handle_id, kind, value, own)
select encode(substr(sha256(convert_to(kind || ':' || value, 'UTF8')), 1, 16), 'hex')::uuid,
    handle_id, kind, value, true
from (
    select handle_id, 'EMAIL' as kind,
        case
            when split_part(value, '@', 2) not in ('gmail.com', 'googlemail.com') then value
            when replace(regexp_replace(split_part(value, '@', 1), '(.)[+].*', '\1'), '.', '') = ''
                then split_part(value, '@', 1) || '@gmail.com'
            else replace(regexp_replace(split_part(value, '@', 1), '(.)[+].*', '\1'), '.', '')
                || '@gmail.com'
        end as value
    from handle
    where value ~ '^[^\s@<>"]+@[^\s@<>"]+[.][^\s@<>".]+$' and char_length(value) <= 320
    union all
    select handle_id, 'PHONE', value from handle where value ~ '^[+][1-9]\d{6,14}$') shown;

update handle set folded = lower(name || ' ' || value);

-- What sources say of a person besides.
create table detail (
    handle_id bigint not null,
    kind      text   not null,
    value     text   not null,

    constraint detail_once primary key (handle_id, kind, value),
    constraint detail_of_handle foreign key (handle_id) references handle on delete cascade
);

-- Edges. What marks prove, and what the owner said.
create table link (
    first_id  bigint      not null,
    second_id bigint      not null,
    evidence  text        not null,
    mark_key  uuid        not null default '00000000-0000-0000-0000-000000000000',
    linked_at timestamptz not null,

    constraint link_once primary key (first_id, second_id, evidence, mark_key),
    constraint link_first foreign key (first_id) references handle on delete cascade,
    constraint link_second foreign key (second_id) references handle on delete cascade,
    constraint link_ordered check (first_id < second_id),
    constraint link_evidence_known check (
        evidence in ('OWNER_SAID', 'SAME_ADDRESS', 'SAME_PHONE', 'SAME_PROFILE'))
);

create index link_by_second on link (second_id);
create index link_by_mark on link (mark_key);

comment on table link is
    'Evidence. One that would join two who are kept apart does not count: handle.contact_id is what
    follows from all of it.';

-- Two that the owner says are different people: never joined by evidence, never suggested again.
create table apart (
    first_id  bigint      not null,
    second_id bigint      not null,
    said_at   timestamptz not null,

    constraint apart_once primary key (first_id, second_id),
    constraint apart_first foreign key (first_id) references handle on delete cascade,
    constraint apart_second foreign key (second_id) references handle on delete cascade,
    constraint apart_ordered check (first_id < second_id)
);

create index apart_by_second on apart (second_id);

-- Two that may be one person; the owner decides.
create table suggestion (
    first_id  bigint      not null,
    second_id bigint      not null,
    score     real        not null,
    reasons   text[]      not null,
    found_at  timestamptz not null,

    constraint suggestion_once primary key (first_id, second_id),
    constraint suggestion_first foreign key (first_id) references handle on delete cascade,
    constraint suggestion_second foreign key (second_id) references handle on delete cascade,
    constraint suggestion_ordered check (first_id < second_id),
    constraint suggestion_score_is_probability check (score between 0 and 1)
);

create index suggestion_best on suggestion (score desc);
create index suggestion_by_second on suggestion (second_id);

-- What the owner wrote about a person. Stays with the handle that stood for the person then, so that
-- a merge and its undoing move nothing.
create table annotation (
    annotation_id bigint      generated always as identity primary key,
    handle_id     bigint      not null,
    kind          text        not null,
    words         text        not null,
    written_at    timestamptz not null,

    constraint annotation_of_handle foreign key (handle_id) references handle on delete cascade,
    constraint annotation_once unique (handle_id, kind, words),
    constraint annotation_kind_known check (kind in ('NAME', 'TAG', 'NOTE'))
);

create index annotation_tags on annotation (words) where kind = 'TAG';

-- Whom the owner wrote to, message by message: one index read is a person's side of the timeline.
create table addressed (
    handle_id  bigint      not null,
    placed_at  timestamptz not null,
    message_id bigint      not null,

    constraint addressed_once primary key (handle_id, placed_at, message_id),
    constraint addressed_handle foreign key (handle_id) references handle on delete cascade,
    constraint addressed_message foreign key (message_id) references message on delete cascade
);

create index addressed_by_message on addressed (message_id);

insert into addressed (handle_id, placed_at, message_id)
select distinct t.handle_id, m.placed_at, m.message_id
from message m
join message t on t.conversation_id = m.conversation_id and t.handle_id is not null
where m.from_owner;

-- Files that were imported, and how far.
create table imported_file (
    content_key text        primary key,
    account_id  bigint      not null,
    name        text        not null,
    format      text        not null,
    cursor      text        not null default '',
    read        bigint      not null default 0,
    added       bigint      not null default 0,
    duplicates  bigint      not null default 0,
    quarantined bigint      not null default 0,
    people      bigint      not null default 0,
    skipped     text[]      not null default '{}',
    begun_at    timestamptz not null,
    ended_at    timestamptz,

    constraint imported_file_of_account foreign key (account_id) references account
);

comment on table imported_file is
    'One that ended is not read again; one that did not is read on from its cursor.';

grant select, insert, update, delete on mark, detail, link, apart, suggestion, annotation, addressed,
    imported_file to moltbot_app;
grant delete on handle, message, conversation to moltbot_app;
