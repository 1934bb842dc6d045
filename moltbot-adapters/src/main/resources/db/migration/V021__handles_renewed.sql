-- Each message notes when its sender last gave a name. Room beside a row lets it be renewed where it
-- stands, without a new entry in each of the table's indexes.
-- Lock impact: none; rows that are there get the room as they are renewed.

alter table handle set (fillfactor = 80);
