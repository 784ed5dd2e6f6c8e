create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'statements are append-only: void a wrong one by another';
end
$$;

create trigger statement_is_append_only before update or delete or truncate on statement
  for each statement execute function refuse_change();
