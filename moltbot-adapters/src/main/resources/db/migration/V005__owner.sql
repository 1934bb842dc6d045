-- What the owner must hear about, and the owner's brake.
-- Lock impact: new tables only.

create table alert (
    alert_id    bigint      generated always as identity primary key,
    kind        text        not null,
    key         text        not null,
    words       text        not null,
    raised_at   timestamptz not null,
    told_at     timestamptz,
    cleared_at  timestamptz,
    lease_until timestamptz
);

-- One standing alert about one thing; the next is raised after this one is cleared.
create unique index alert_standing_once on alert (key) where cleared_at is null;
create index alert_untold on alert (raised_at) where told_at is null and cleared_at is null;

create table pause (
    only_row  boolean     primary key default true check (only_row),
    paused_by text        not null,
    paused_at timestamptz not null
);

comment on table pause is 'A row while paused, none while working. Outlives restarts.';

grant select, insert, update on alert to moltbot_app;
grant select, insert, delete on pause to moltbot_app;
