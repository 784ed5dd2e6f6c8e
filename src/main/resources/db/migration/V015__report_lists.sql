-- The list of certificates is shown by the day of issue, the latest first; the list of people by name (V001) or by the
-- day on which they joined. Without these, a page of fifty costs a sort of everything.
create index certificate_issued on certificate (issued_at, serial);
create index person_joined on person (created_at, id);
