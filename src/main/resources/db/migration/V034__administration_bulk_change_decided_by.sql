-- Who confirmed a draft or gave it up: not always who made it. Null of drafts, and of changes from before this column.
alter table bulk_change add column decided_by uuid;
