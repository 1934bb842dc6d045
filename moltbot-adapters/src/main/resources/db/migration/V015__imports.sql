-- What each import brought, so that it can be taken back.
-- Lock impact: new table only.

create table imported_batch (
    content_key text     not null,
    messages    bigint[] not null,
    people      uuid[]   not null,

    constraint imported_batch_of_file foreign key (content_key)
        references imported_file on delete cascade
);

create index imported_batch_by_file on imported_batch (content_key);

comment on column imported_batch.messages is 'Those that were new.';
comment on column imported_batch.people is 'Keys of the handles that an address book named.';

grant select, insert, delete on imported_batch to moltbot_app;
