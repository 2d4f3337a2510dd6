alter table transition
    add column expired_at timestamptz,
    add check (expired_at is null or authorised_at is not null);
create index transition_expired on transition (id desc) where expired_at is not null;
create index transition_begun on transition (person_id, starts_on) where authorised_at is not null;
comment on column transition.expired_at is 'When its review day had passed without a review; null while it has not';

-- Step-ups that were authorised before these clocks were known get them too.
insert into due_date (id, kind, subject_id, due_at, attempt_at)
select gen_random_uuid(), clock.kind, t.id, clock.at, clock.at
from transition t
cross join lateral (values
    ('step-up-expiry', (t.review_on + 1)::timestamp at time zone 'Europe/London'),
    ('step-up-sustained', (t.starts_on + 28)::timestamp at time zone 'Europe/London'),
    ('step-up-prolonged', (t.starts_on + 56)::timestamp at time zone 'Europe/London')) clock (kind, at)
where t.authorised_at is not null;
