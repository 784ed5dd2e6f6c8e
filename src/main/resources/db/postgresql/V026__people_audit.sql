-- Who did what to whom, and when: for security and administration. Append-only, and divided by month (UTC), so that an
-- old month can be kept elsewhere as a whole.
create table audit_entry (
  happened_at timestamp(6) with time zone not null,
  id uuid not null,
  act varchar(60) not null,
  -- The person who did it; null when nobody is signed in.
  actor uuid,
  -- The person, account, certificate or other thing that it was done to.
  subject varchar(100),
  -- The network address that it came from.
  place varchar(64),
  request varchar(100),
  detail varchar(1000),
  primary key (happened_at, id)
) partition by range (happened_at);
create index audit_entry_subject on audit_entry (subject, happened_at);
create index audit_entry_actor on audit_entry (actor, happened_at);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end
$$;

create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_audit_change();

-- Catches what has no month; what is in it moves when its month is made.
create table audit_entry_other partition of audit_entry default;
create trigger audit_entry_other_is_append_only before update or delete or truncate on audit_entry_other
  for each statement execute function refuse_audit_change();

-- Makes the partition of the month of a day, unless it is there; says whether it did. The months that are there stay
-- readable and writable meanwhile; only the partition for what has no month is locked, for as long as its rows take to move.
create function make_audit_month(day date) returns boolean language plpgsql as $$
declare
  first_day date := date_trunc('month', day)::date;
  starts timestamptz := first_day::timestamp at time zone 'UTC';
  ends timestamptz := (first_day + interval '1 month')::timestamp at time zone 'UTC';
  month text := 'audit_entry_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass(month) is not null then
    return false;
  end if;
  execute format('create table %I (like audit_entry including all)', month);
  execute format('create trigger %I before update or delete or truncate on %I
    for each statement execute function refuse_audit_change()', month || '_is_append_only', month);
  lock table audit_entry_other in access exclusive mode;
  if exists (select from audit_entry_other where happened_at >= starts and happened_at < ends) then
    alter table audit_entry_other disable trigger audit_entry_other_is_append_only;
    execute format('with moved as (delete from audit_entry_other where happened_at >= $1 and happened_at < $2 returning *)
      insert into %I select * from moved', month) using starts, ends;
    alter table audit_entry_other enable trigger audit_entry_other_is_append_only;
  end if;
  execute format('alter table audit_entry attach partition %I for values from (%L) to (%L)', month, starts, ends);
  return true;
end
$$;

do $$
begin
  for month in 0..13 loop
    perform make_audit_month((current_date + make_interval(months => month))::date);
  end loop;
end
$$;
