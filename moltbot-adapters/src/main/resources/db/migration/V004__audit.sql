-- What happened, in a hash chain. The program may add and read; nobody may change.
-- Lock impact: new table only.

create table audit_entry (
    sequence bigint      primary key,
    at       timestamptz not null,
    type     text        not null,
    payload  text        not null,
    previous bytea       not null,
    hash     bytea       not null,

    constraint audit_entry_counts_from_one check (sequence > 0),
    constraint audit_entry_previous_whole check (octet_length(previous) = 32),
    constraint audit_entry_hash_whole check (octet_length(hash) = 32)
);

comment on column audit_entry.payload is
    'The very characters the hash is over: canonical JSON kept as text, not as jsonb.';

-- The second lock: it also stops the schema's owner, who needs no grant.
create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_no_change before update or delete on audit_entry
    for each row execute function audit_entry_is_final();
create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function audit_entry_is_final();

-- The first lock: no right to update, delete or truncate is ever granted.
grant select, insert on audit_entry to moltbot_app;
