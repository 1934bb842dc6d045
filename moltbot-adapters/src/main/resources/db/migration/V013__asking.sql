-- What the owner's questions are answered from: words of messages, names of people, who wrote last.
-- Lock impact: one partial index on message, about a second for each million rows, during which no
-- message can be stored; every message there is gets a row in message_unindexed.

-- Messages whose words are not in message_words yet. A row a message, without any index: that is all
-- a commit pays for the search.
create table message_unindexed (
    message_id bigint not null
);

create function message_is_unindexed() returns trigger language plpgsql as $$
begin
    insert into message_unindexed select message_id from fresh;
    return null;
end
$$;

create trigger message_to_index after insert on message
    referencing new table as fresh
    for each statement execute function message_is_unindexed();

insert into message_unindexed select message_id from message;

-- The words of a message, folded in code, and what else one can ask for: `c=` its channel, `h=` the
-- handle it is from, `f=` the owner, `a=` what it has, `m=` its month. Such a word cannot be written in a message.
create table message_words (
    message_id bigint      not null,
    placed_at  timestamptz not null,
    words      tsvector    not null,

    constraint message_words_once primary key (message_id),
    constraint message_words_of_message foreign key (message_id) references message on delete cascade
);

create index message_words_newest on message_words (placed_at desc, message_id desc);
create index message_words_held on message_words using gin (words);

-- What a person wrote to the owner and hardly anyone else: from this, who waits and who is close.
create index message_direct on message (handle_id, placed_at desc)
    where handle_id is not null
        and not traits && '{BULK,DISCUSSION,AUTOMATED}'::text[] and category <> 'SPAM';

-- The one name a person is shown by: as the owner calls them, else as their card in an address book,
-- else as they last called themselves, else where they can be written to.
create view person as
select distinct on (contact_id) contact_id, name, folded
from (
    select h.contact_id, a.words as name, lower(a.words) as folded, 0 as rank, a.written_at as at
    from annotation a join handle h on h.handle_id = a.handle_id
    where a.kind = 'NAME'
    union all
    select h.contact_id, case when h.name = '' then h.value else h.name end, h.folded,
        case when h.name = '' then 3 when h.channel = 'cards' then 1 else 2 end, h.named_at
    from handle h) named
order by contact_id, rank, at desc, name;

grant select, insert, update, delete on message_unindexed to moltbot_app;
grant select, insert, update, delete on message_words to moltbot_app;
grant select on person to moltbot_app;
