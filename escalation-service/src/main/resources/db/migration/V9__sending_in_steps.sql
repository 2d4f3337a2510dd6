-- A notice keeps itself when it is to be tried: it is claimed, sent outside any transaction and noted.

alter table notice add column attempt_at timestamptz;
update notice n
set attempt_at = d.attempt_at
from due_date d
where d.kind = 'notice' and d.subject_id = n.id and n.sent_at is null and n.why is null;
delete from due_date where kind = 'notice';
alter table notice add check (attempt_at is null or (sent_at is null and why is null));
create index notice_due on notice (attempt_at, id) where attempt_at is not null;
comment on column notice.attempt_at is 'When it is to be tried, or, while it is being tried, when that attempt is taken for lost; null when it is not tried any more';
