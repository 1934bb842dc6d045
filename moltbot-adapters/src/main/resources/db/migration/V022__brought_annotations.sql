-- An address book of the owner's own has notes and groups; taking its import back takes them away.
-- Lock impact: a column with a constant default; no row is written.

alter table annotation add column brought boolean not null default false;

comment on column annotation.brought is 'From an import, not typed by the owner.';
