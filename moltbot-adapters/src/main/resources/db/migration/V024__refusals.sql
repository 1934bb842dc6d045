-- What the owner was told this hour of requests that our walls refused, and how far the gateway's log
-- was read. Lock impact: new table only.

create table refusal_watch (
    only_row   boolean     primary key default true check (only_row),
    hour       timestamptz not null default 'epoch',
    told       smallint    not null default 0 check (told >= 0),
    counted    bigint      not null default 0 check (counted >= 0),
    alerts     bigint      not null default 0 check (alerts >= 0),
    log_offset bigint      not null default 0 check (log_offset >= 0),
    log_before text        not null default '',

    constraint refusal_watch_place check ((log_offset = 0) = (log_before = ''))
);

comment on table refusal_watch is
    'Kept with the audit entries and alerts that come of it: nothing is told twice or lost.';
comment on column refusal_watch.log_before is
    'SHA-256 of the bytes before the offset, so that another file is not taken for this one.';

grant select, insert, update on refusal_watch to moltbot_app;
