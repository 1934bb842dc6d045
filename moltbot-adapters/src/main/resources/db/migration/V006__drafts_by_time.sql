-- The daily cap counts the drafts of the last 24 hours.
-- Lock impact: builds an index on draft, a table of one row per proposed reply.

create index draft_by_time on draft (proposed_at);
