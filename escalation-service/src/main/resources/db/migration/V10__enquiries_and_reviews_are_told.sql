-- Notices of enquiries that are caused to be made, and of reviews of safe communication that are overdue.

alter table notice drop constraint notice_subject_check;
alter table notice add constraint notice_subject_check check (subject in (
    'ESCALATION', 'REFERRAL', 'STEP_UP', 'ACTION', 'ENQUIRY', 'SAFE_COMMUNICATION'));

insert into due_date (id, kind, subject_id, due_at, attempt_at, attempts)
select gen_random_uuid(), 'safe-communication-review', id, due.at, due.at, 0
from safe_communication,
     lateral (select (review_on + 1)::timestamp at time zone 'Europe/London' as at) due
where replaced_at is null;
