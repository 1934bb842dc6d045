-- Erasing a person on request takes rows away that nothing else ever does.
-- Lock impact: rights only.

grant delete on draft, request, approval to moltbot_app;
grant update (head, native_id) on quarantine to moltbot_app;
grant update (people) on imported_batch to moltbot_app;
