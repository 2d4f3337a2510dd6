-- An action is asked of an agency, and agreed once someone of that agency takes it on by name
alter table action
    add column proposed_at         timestamptz,
    add column proposed_by_agency  text,
    add column owner_name          text,
    add column owner_user          text,
    add column agreed_by           text,
    add column first_agreed_at     timestamptz,
    add column declined_at         timestamptz,
    add column declined_by_agency  text,
    add column decline_reason      text,
    add column reassignment_reason text,
    add column started_at          timestamptz,
    add column target              text,
    add column answers             text,
    add column follows_up          uuid references action (id),
    add column check_again_on      date,
    alter column agreed_at drop not null,
    alter column agreed_by_agency drop not null;
-- What was not completed under the old rules was never taken on by name: it is asked for anew.
update action
set proposed_at        = agreed_at,
    proposed_by_agency = agreed_by_agency,
    owner_name         = completed_by,
    agreed_by          = completed_by,
    first_agreed_at    = case when completed_at is null then null else agreed_at end,
    agreed_at          = case when completed_at is null then null else agreed_at end,
    agreed_by_agency   = completed_by_agency;
alter table action
    alter column proposed_at set not null,
    alter column proposed_by_agency set not null,
    alter column status set expression as (
        case when withdrawn_at is not null then 'WITHDRAWN'
             when verified_at is not null then 'VERIFIED'
             when completed_at is not null then 'COMPLETED'
             when declined_at is not null then 'DECLINED'
             when agreed_at is null then 'PROPOSED'
             when started_at is not null then 'STARTED'
             else 'OPEN' end),
    add check ((agreed_at is null) = (agreed_by_agency is null)),
    add check ((agreed_at is null) = (agreed_by is null)),
    add check (agreed_at is null or owner_name is not null),
    add check (agreed_at is null or first_agreed_at is not null),
    add check (agreed_at is null or declined_at is null),
    add check ((declined_at is null) = (declined_by_agency is null)),
    add check ((declined_at is null) = (decline_reason is null)),
    add check (completed_at is null or agreed_at is not null),
    add check (check_again_on is null or completed_at is not null),
    add check (follows_up <> id);
create index action_follows_up on action (follows_up) where follows_up is not null;
comment on column action.proposed_at is 'When it was asked of the agency that owns it';
comment on column action.proposed_by_agency is 'Agency that worded it; SYSTEM where a rule did';
comment on column action.owner_name is 'Person of the owning agency who does it; proposed until agreed_at is set';
comment on column action.owner_user is 'Subject of the token of that person, where it is known: they do not check their own action';
comment on column action.agreed_at is 'When the owning agency took it on as it is worded now; null while it is proposed or declined';
comment on column action.first_agreed_at is 'When an owning agency first took it on; from then on its day moves later by an extension only';
comment on column action.reassignment_reason is 'Why it was handed on last';
comment on column action.target is 'The value of the measure that is aimed at';
comment on column action.answers is 'The risk or need it answers';
comment on column action.follows_up is 'The action whose intended outcome was not achieved, which this one takes on';
comment on column action.check_again_on is 'Day on which a check that found it too early is to be repeated, Europe/London';

alter table action_evidence
    add column file_id         uuid,
    add column file_name       text,
    add column file_media_type text,
    add column file_bytes      bigint,
    add column file_sha256     text,
    drop constraint action_evidence_kind_check,
    add check (kind in ('REFERENCE', 'NOTE', 'FILE')),
    add check (kind <> 'FILE' or (file_id is not null and file_sha256 is not null));
comment on column action_evidence.file_sha256 is 'Hash of the file as it was when it was shown';

alter table action_check
    add column check_again_on date,
    add column follow_up_id   uuid references action (id),
    add check (impact <> 'TOO_EARLY_TO_SAY' or follow_up_id is null),
    add check (impact <> 'ACHIEVED' or follow_up_id is null);
comment on column action_check.check_again_on is 'Day for another check, where it was too early to say';
comment on column action_check.follow_up_id is 'The action that takes on what was not achieved, where the checker chose one over reopening';

create table action_milestone (
    action_id         uuid        not null references action (id),
    position          integer     not null check (position > 0),
    title             text        not null,
    due_on            date        not null,
    reached_at        timestamptz,
    reached_by_agency text,
    reached_by        text,
    primary key (action_id, position),
    check ((reached_at is null) = (reached_by_agency is null)),
    check ((reached_at is null) = (reached_by is null))
);
comment on table action_milestone is 'The steps towards an action that others can see, each with its day';
comment on column action_milestone.due_on is 'Last day to reach it, Europe/London';

create table action_review_point (
    action_id          uuid        not null references action (id),
    position           integer     not null check (position > 0),
    review_on          date        not null,
    told_at            timestamptz,
    reviewed_at        timestamptz,
    reviewed_by_agency text,
    reviewed_by        text,
    on_track           boolean,
    finding            text,
    primary key (action_id, position),
    check ((reviewed_at is null) = (reviewed_by_agency is null)),
    check ((reviewed_at is null) = (reviewed_by is null)),
    check ((reviewed_at is null) = (on_track is null)),
    check ((reviewed_at is null) = (finding is null))
);
comment on table action_review_point is 'The days on which it is looked at whether an action is on track, and what was found';
comment on column action_review_point.review_on is 'Europe/London';
comment on column action_review_point.told_at is 'When the others were told that its day had come';

create table action_dependency (
    action_id  uuid not null references action (id),
    depends_on uuid not null references action (id),
    primary key (action_id, depends_on),
    check (action_id <> depends_on)
);
create index action_dependency_depends_on on action_dependency (depends_on);
comment on table action_dependency is 'Actions of the same plan that have to be done before this one is started';

create table plan_template (
    code     text primary key,
    kind     text not null check (kind in ('REVIEW', 'ESCALATION', 'SAFEGUARDING_ENQUIRY',
                            'COMPATIBILITY_REVIEW', 'ICB_REVIEW', 'DISCHARGE', 'TRANSITION')),
    title    text not null,
    key_date text
);
comment on table plan_template is 'Plans that are opened with their usual actions; a code is never removed';
comment on column plan_template.key_date is 'What happens on the day that due days are counted from beside the opening; null where there is none';

create table plan_template_action (
    plan_template           text      not null references plan_template (code),
    position                integer   not null check (position > 0),
    action_template         text      not null references action_template (code),
    counted_from            text      not null check (counted_from in ('OPENING', 'KEY_DATE')),
    due_in_working_days     integer   not null,
    milestones              jsonb     not null default '[]',
    reviews_in_working_days integer[] not null default '{}',
    depends_on              text[]    not null default '{}',
    primary key (plan_template, position),
    unique (plan_template, action_template),
    check (counted_from = 'KEY_DATE' or due_in_working_days >= 0)
);
comment on table plan_template_action is 'The actions a plan template opens a plan with';
comment on column plan_template_action.due_in_working_days is 'Working days of England and Wales after what it is counted from; negative: before the key date';
comment on column plan_template_action.milestones is 'Each {title, dueInWorkingDays}, counted from the same';
comment on column plan_template_action.reviews_in_working_days is 'Review points, counted from the same';
comment on column plan_template_action.depends_on is 'Action templates of this plan template that have to be done first';

alter table action_template
    add column target  text,
    add column answers text;

alter table plan
    add column template       text references plan_template (code),
    add column key_date       date,
    add column agreed_version integer not null default 0;
comment on column plan.template is 'The plan template it was opened from; null when it was opened empty';
comment on column plan.key_date is 'Day of the move or discharge, Europe/London';
comment on column plan.agreed_version is 'Number of the last change of what is agreed in it';

create table plan_version (
    id             uuid        primary key,
    version        bigint      not null,
    person_id      uuid        not null,
    agency         text        not null,
    plan_id        uuid        not null references plan (id),
    number         integer     not null check (number > 0),
    action_id      uuid        not null references action (id),
    change         text        not null check (change in ('ADDED', 'AMENDED', 'ACCEPTED', 'DECLINED', 'REASSIGNED',
                                   'EXTENDED', 'WITHDRAWN')),
    made_at        timestamptz not null,
    made_by_agency text        not null,
    made_by        text        not null,
    agreement      jsonb       not null,
    unique (plan_id, number)
);
create index plan_version_action on plan_version (plan_id, action_id, number desc);
comment on table plan_version is 'Each change of what is agreed in a plan: the action it changed, as it was agreed from then on; never updated';
comment on column plan_version.agency is 'The provider whose plan it is';
comment on column plan_version.agreement is 'What was agreed of the action; holds text from people: never logged, never on the bus';

-- What was in a plan before its changes were kept is its first versions
insert into plan_version
    (id, version, person_id, agency, plan_id, number, action_id, change, made_at, made_by_agency, made_by, agreement)
select gen_random_uuid(), 0, person_id, agency, plan_id, row_number() over (partition by plan_id order by id), id,
       'ADDED', proposed_at, proposed_by_agency, proposed_by_agency,
       jsonb_build_object('actionId', id, 'reference', reference, 'status', status, 'title', title, 'party', party,
           'ownerAgency', owner_agency, 'ownerRole', owner_role, 'ownerName', owner_name, 'dueOn', due_on,
           'evidenceRequired', evidence_required, 'intendedOutcome', intended_outcome, 'measure', measure,
           'outcomeDomain', outcome_domain, 'priority', priority,
           'milestones', '[]'::jsonb, 'reviewPoints', '[]'::jsonb, 'dependsOn', '[]'::jsonb)
from action;
update plan set agreed_version = (select count(*) from plan_version v where v.plan_id = plan.id);

insert into action_template
    (code, title, party, agency_type, owner_role, evidence_required, intended_outcome, measure, target, answers,
     outcome_domain, priority)
values
('LOG_SHARED_SPACE_CLASHES',
 'Write down each clash in the shared rooms for two weeks: trigger, routine, recovery time',
 'PROVIDER', 'PROVIDER', 'manager',
 'The dated entries of both weeks and a one-page count of when, where and what set them off',
 'Those who decide see what really sets the two people against each other',
 'Clashes with trigger, routine and recovery time recorded',
 'Every clash of two weeks, none without its trigger',
 'Nobody can say yet which noises, times and habits lead to conflict',
 'RISK_REDUCTION', 'HIGH'),
('EASE_SHARED_ROUTINES',
 'Move the mealtimes and routines that bring the two people together at their hardest moments',
 'PROVIDER', 'PROVIDER', 'manager',
 'The new routine of each person as it hangs in the staff room, and the day each shift was briefed',
 'Both people get through the day with less pressure from each other',
 'Clashes a week in the shared rooms',
 'Half as many as in the two weeks before',
 'Routines collide and neither person can get away from the other',
 'WELLBEING', 'URGENT'),
('ADAPT_SHARED_ROOMS',
 'Inspect the shared rooms and fit what lets each person be quiet apart',
 'PARTNER', 'HOUSING', 'manager',
 'The inspection''s findings, the works ordered and photographs of what was fitted',
 'Each person has somewhere quiet to go in their own home',
 'Noise-led incidents and hours of broken sleep a week',
 'Both lower in the four weeks after than before',
 'Noise carries, and there is no quiet space',
 'ENVIRONMENT', 'HIGH'),
('ASK_EACH_TENANT',
 'See each person alone, ask how living together is for them and put it to the review',
 'PARTNER', 'SOCIAL_WORK', 'practitioner',
 'What each person said or showed, in their own way of communicating, and who was with them',
 'What happens next follows what the people themselves want',
 'Wishes of each person known to the review',
 'Both people''s, before the review decides',
 'Decisions about a home are made without those who live in it',
 'RIGHTS_AND_RESTRICTIONS', 'HIGH'),
('TELL_COMMISSIONER_WEEKLY',
 'Send the commissioner each week what was done, what is open and what it changed',
 'PROVIDER', 'PROVIDER', 'liaison',
 'The four weekly updates as sent, with incidents and sleep beside each action',
 'Progress and its effect are seen early enough to act on',
 'Weekly updates sent with figures',
 'Four in four weeks',
 'Agreed actions slip out of sight between meetings',
 'COMMUNICATION', 'STANDARD'),
('DECIDE_ON_SHARED_HOME',
 'Decide whether sharing this home can last or another home has to be planned',
 'COMMISSIONER', 'COMMISSIONER', 'commissioner',
 'The decision with its reasons, and the first steps and dates if another home is to be found',
 'Both people live where they can be well',
 'A decision that both people and the provider know',
 'Decided by the due day, on the recorded evidence',
 'A tenancy that does not fit goes on because nobody decides',
 'PATHWAY_PROGRESSION', 'HIGH'),
('PART_CLINICAL_FROM_DAILY',
 'List which of the agreed actions are clinical and which are daily recording, with who does each',
 'PROVIDER', 'PROVIDER', 'manager',
 'The list as sent to everyone who took part in the review',
 'Everyone knows what is theirs and what is not',
 'Agreed actions with one named owner',
 'All of them',
 'Health partners and staff each think the other does it',
 'COMMUNICATION', 'HIGH'),
('CHART_HEALTH_EACH_SHIFT',
 'Chart on each shift how seizures and recovery, meals, tiredness and medicine times went',
 'PROVIDER', 'PROVIDER', 'manager',
 'The charts, with gaps explained, and a summary for the next meeting of the team',
 'Clinicians decide on what was seen and not on recollection',
 'Shifts with a complete chart',
 'Nineteen of twenty',
 'Changes in health are noticed late or put down to mood',
 'HEALTH_ACCESS', 'HIGH'),
('SETTLE_WHO_REFERS',
 'Get it in writing from each health partner who refers, to whom and by when',
 'PROVIDER', 'PROVIDER', 'liaison',
 'Each partner''s answer, with the day and reference of each referral',
 'No referral waits because each thought another had made it',
 'Agreed referrals with a sender and a date',
 'All within five working days',
 'Referrals agreed at a review are not always made',
 'HEALTH_ACCESS', 'URGENT'),
('REVIEW_MEDICINES',
 'Review the medicines for effects that look like tiredness, low mood or trouble swallowing',
 'PARTNER', 'GP', 'clinician',
 'What was looked at, what was changed and what to watch for afterwards',
 'The person is as awake and well as treatment allows',
 'Tiredness on the daily chart',
 'Lower in the four weeks after a change than before',
 'Side effects may be taken for illness or behaviour',
 'HEALTH_ACCESS', 'HIGH'),
('ASSESS_SWALLOWING',
 'Assess swallowing at a real mealtime and set textures, position and pace',
 'PARTNER', 'CLDT', 'clinician',
 'The assessment and the mealtime plan as sent to the provider',
 'The person eats and drinks safely and with pleasure',
 'Coughing or choking at meals a week',
 'None that the plan would have prevented',
 'Risk of choking and of chest infection',
 'RISK_REDUCTION', 'URGENT'),
('RENEW_EPILEPSY_PLAN',
 'Renew the epilepsy plan: what a seizure looks like now, rescue medicine, when to ring 999',
 'PARTNER', 'COMMUNITY_NURSING', 'clinician',
 'The signed plan and the names of staff trained in the rescue medicine',
 'Whoever is on shift knows what to do and when to call for help',
 'Seizures answered as the plan says',
 'All of them',
 'Recovery takes longer than the present plan foresees',
 'RISK_REDUCTION', 'HIGH'),
('BRING_ADVICE_TO_SHIFTS',
 'Put the new clinical advice into the shift guidance and see that each shift can explain it',
 'PROVIDER', 'PROVIDER', 'manager',
 'The guidance as published and what staff answered when asked to explain it back',
 'Advice reaches the table and the bedside, not only the file',
 'Staff who explained the advice back correctly',
 'All who work with the person',
 'Clinical advice stays in letters',
 'SAFER_STAFFING', 'HIGH'),
('SETTLE_HEALTH_FUNDING',
 'Decide on the health funding that the agreed actions need and tell the provider in writing',
 'COMMISSIONER', 'ICB', 'commissioner',
 'The decision: what is paid for, from when, until when and who authorised it',
 'No agreed health action waits for money nobody decided on',
 'Agreed actions without settled funding',
 'None',
 'Agreed input is delayed by open questions of funding',
 'HEALTH_ACCESS', 'STANDARD'),
('TAKE_PASSPORT_TO_WARD',
 'Go through the behavioural support passport with the nurse in charge and leave a copy by the bed',
 'PROVIDER', 'PROVIDER', 'liaison',
 'Who it was gone through with, when, and what the ward changed because of it',
 'The ward knows how the person communicates, what distresses them and what calms them',
 'Incidents on the ward put down to something in the passport',
 'None after the day it was given',
 'Hospital routines raise distress that the person''s own staff know how to avoid',
 'COMMUNICATION', 'URGENT'),
('PUT_RISKS_TO_DISCHARGE',
 'Put recent incidents, staffing and the plan for the first 72 hours to the discharge meeting',
 'PROVIDER', 'PROVIDER', 'manager',
 'The papers as sent, and the record of the meeting with what was decided on each risk',
 'The partners decide on discharge from the same facts',
 'Risks on the list with a decision and an owner',
 'All of them',
 'Discharge stalls because risks at home are unclear and partners disagree',
 'RISK_REDUCTION', 'URGENT'),
('FUND_FIRST_WEEKS_HOME',
 'Confirm in writing the extra support for the first weeks at home and the day it is reviewed',
 'COMMISSIONER', 'COMMISSIONER', 'commissioner',
 'The authorisation: hours, cost, start and review date',
 'The person comes home to support that is really there',
 'Raised support confirmed before discharge',
 'Confirmed two working days before',
 'A return home without the support agreed for it',
 'SAFER_STAFFING', 'URGENT'),
('HAND_OVER_FROM_WARD',
 'Hand over the discharge summary, the medicines and whom to ring if things get worse',
 'PARTNER', 'HOSPITAL', 'clinician',
 'The summary, the medicines list as checked with the provider and the number to ring',
 'Nothing about the person''s health is lost between ward and home',
 'Questions on medicines or follow-up open on the day',
 'None',
 'Medicines and follow-up go wrong at the door of the hospital',
 'HEALTH_ACCESS', 'URGENT'),
('STAFF_FIRST_72_HOURS',
 'Rota staff the person knows for the first 72 hours and brief them on fewer demands and fixed routines',
 'PROVIDER', 'PROVIDER', 'manager',
 'The rota, the briefing and who was at it',
 'The person meets known faces and a day they can foresee',
 'Shifts in the first 72 hours with staff who know the person',
 'All of them',
 'Distress peaks in the first days home',
 'SAFER_STAFFING', 'URGENT'),
('LIVE_FIRST_72_HOURS',
 'Keep to the raised structure for the first 72 hours and record each shift how it went',
 'PROVIDER', 'PROVIDER', 'manager',
 'The record of each shift: early signs, what was done, sleep, meals, regulation activities held',
 'The person settles at home and does not have to go back',
 'Readmissions and reactive responses in 72 hours',
 'No readmission; early steps before any reactive one',
 'Re-admission straight after discharge',
 'RISK_REDUCTION', 'URGENT'),
('SEE_AFTER_DISCHARGE',
 'See the person at home after discharge and settle medicines and health follow-up',
 'PARTNER', 'GP', 'clinician',
 'What was found and changed, and the follow-up booked',
 'Recovery continues and what led to the admission does not come back',
 'Follow-up of the discharge summary booked or done',
 'All of it',
 'The illness behind the admission returns unseen',
 'HEALTH_ACCESS', 'HIGH'),
('REVIEW_PARTNERS_WEEKLY',
 'Go through every partner''s discharge actions each week until four weeks were stable',
 'PROVIDER', 'PROVIDER', 'liaison',
 'The four weekly reviews: each action, its owner, its date and what was done about the late ones',
 'Partners'' promises hold after the person has left hospital',
 'Partner actions late for more than a week',
 'None without a decision on it',
 'Attention fades once the bed is free',
 'PATHWAY_PROGRESSION', 'HIGH'),
('HOLD_TRIAL_VISITS',
 'Hold trial visits and write up confidence, routines, communication and support needed on each',
 'PROVIDER', 'PROVIDER', 'manager',
 'The write-up of each visit and what was changed because of it',
 'The person knows the new home and the new home knows the person',
 'Visits on which the person stayed as long as planned',
 'The last three, one of them overnight',
 'A move into the unknown',
 'PATHWAY_PROGRESSION', 'HIGH'),
('ASSESS_FOR_NEW_HOME',
 'Complete the care and support assessment for life in the new home, with the person',
 'PARTNER', 'SOCIAL_WORK', 'practitioner',
 'The assessment and how the person took part in it',
 'Support in the new home answers what the person needs and wants there',
 'Assessed needs with a planned answer',
 'All of them before the move',
 'The old assessment describes a life in the family home',
 'PATHWAY_PROGRESSION', 'HIGH'),
('CHECK_NEW_HOME',
 'Finish safety checks, adaptations and the tenancy papers of the new home',
 'PARTNER', 'HOUSING', 'manager',
 'Check certificates, photographs of the adaptations and the signed tenancy with how it was explained',
 'The home is safe, suits the person and is theirs',
 'Checks or adaptations open on the day of the move',
 'None',
 'Last-minute changes to the building or the papers',
 'ENVIRONMENT', 'HIGH'),
('AGREE_FUNDING_OF_MOVE',
 'Confirm funding, start date and the milestones on which progress will be told',
 'COMMISSIONER', 'COMMISSIONER', 'commissioner',
 'The confirmation in writing with dates and milestones',
 'The date of the move does not hang on an open decision',
 'Open funding decisions ten working days before the move',
 'None',
 'Moves slip when funding is settled last',
 'PATHWAY_PROGRESSION', 'HIGH'),
('PREPARE_STAFF_FOR_MOVE',
 'Fill the rota, train the team for this person and let each meet them before the move',
 'PROVIDER', 'PROVIDER', 'manager',
 'The rota, training records and the day each member of staff met the person',
 'The person is met by people who know them',
 'Staff on the first four weeks'' rota trained and introduced',
 'All of them',
 'New staff learn about the person from an incident',
 'SAFER_STAFFING', 'HIGH'),
('WRITE_ROUTINES_INTO_GUIDANCE',
 'Write the person''s preferred routines into the shift guidance, with them and their family',
 'PROVIDER', 'PROVIDER', 'manager',
 'The guidance as published before the move and who helped to write it',
 'Days in the new home keep what matters to the person',
 'Preferred routines kept in the first four weeks',
 'Nine days of ten',
 'What the family knows is lost in the move',
 'WELLBEING', 'HIGH'),
('PLAN_FAMILY_CONTACT',
 'Agree with the family how and when they are told things, and their part on the day',
 'PERSON_OR_FAMILY', 'FAMILY_REPRESENTATIVE', 'family',
 'What was agreed, in the familys words',
 'The family stays part of the person''s life and trusts the move',
 'Agreed contacts that took place in the first four weeks',
 'All of them',
 'Family and staff work past each other',
 'COMMUNICATION', 'STANDARD'),
('HAND_OVER_HEALTH_CARE',
 'Hand over health care to the new area: medicines, appointments, hospital passport, equipment',
 'PARTNER', 'COMMUNITY_NURSING', 'clinician',
 'The handover with each item, who took it on and from when',
 'No treatment or appointment is missed because of the move',
 'Medicines, appointments or equipment without a new holder',
 'None on the day of the move',
 'Health care breaks off between two areas',
 'HEALTH_ACCESS', 'HIGH'),
('BOOK_POST_MOVE_REVIEW',
 'Fix day, place and people of the post-move review before the move goes ahead',
 'PROVIDER', 'PROVIDER', 'liaison',
 'The invitation with its date, as accepted by the commissioner, the family and each partner',
 'It is certain before the move that someone will look at how it went',
 'Those invited who accepted the date',
 'All whom the review needs, before the move',
 'Once moved, nobody looks again until something goes wrong',
 'PATHWAY_PROGRESSION', 'HIGH'),
('HOLD_POST_MOVE_REVIEW',
 'Hold the post-move review and decide what support stays, changes or ends',
 'COMMISSIONER', 'COMMISSIONER', 'commissioner',
 'The record of the review: the person''s own view, progress against milestones, decisions with owners',
 'Support fits the life the person now leads',
 'Decisions of the review with an owner and a date',
 'All of them',
 'Support agreed for the move runs on unexamined',
 'PATHWAY_PROGRESSION', 'HIGH');

insert into plan_template (code, kind, title, key_date)
values
('COMPATIBILITY_REVIEW', 'COMPATIBILITY_REVIEW', 'After two people turned out not to live together well', null),
('ICB_REVIEW', 'ICB_REVIEW', 'After an integrated care board agreed actions on a person''s health', null),
('DISCHARGE', 'DISCHARGE', 'Home from hospital, with the first 72 hours prepared', 'Day of the discharge'),
('TRANSITION', 'TRANSITION', 'From the family home into supported living', 'Day of the move');

insert into plan_template_action
    (plan_template, position, action_template, counted_from, due_in_working_days, milestones, reviews_in_working_days,
     depends_on)
values
('COMPATIBILITY_REVIEW', 1, 'EASE_SHARED_ROUTINES', 'OPENING', 3, '[]', '{}', '{}'),
('COMPATIBILITY_REVIEW', 2, 'LOG_SHARED_SPACE_CLASHES', 'OPENING', 10, '[]', '{5}', '{}'),
('COMPATIBILITY_REVIEW', 3, 'ASK_EACH_TENANT', 'OPENING', 10, '[]', '{}', '{}'),
('COMPATIBILITY_REVIEW', 4, 'ADAPT_SHARED_ROOMS', 'OPENING', 20, '[{"title": "Rooms inspected and works ordered", "dueInWorkingDays": 10}]', '{15}', '{}'),
('COMPATIBILITY_REVIEW', 5, 'TELL_COMMISSIONER_WEEKLY', 'OPENING', 20, '[]', '{5,10,15}', '{}'),
('COMPATIBILITY_REVIEW', 6, 'DECIDE_ON_SHARED_HOME', 'OPENING', 30, '[]', '{20}', '{LOG_SHARED_SPACE_CLASHES,ASK_EACH_TENANT}'),
('ICB_REVIEW', 1, 'PART_CLINICAL_FROM_DAILY', 'OPENING', 2, '[]', '{}', '{}'),
('ICB_REVIEW', 2, 'SETTLE_WHO_REFERS', 'OPENING', 5, '[]', '{}', '{PART_CLINICAL_FROM_DAILY}'),
('ICB_REVIEW', 3, 'CHART_HEALTH_EACH_SHIFT', 'OPENING', 20, '[]', '{5,10}', '{}'),
('ICB_REVIEW', 4, 'REVIEW_MEDICINES', 'OPENING', 15, '[]', '{}', '{}'),
('ICB_REVIEW', 5, 'ASSESS_SWALLOWING', 'OPENING', 15, '[{"title": "Day of the assessment agreed", "dueInWorkingDays": 5}]', '{10}', '{}'),
('ICB_REVIEW', 6, 'RENEW_EPILEPSY_PLAN', 'OPENING', 15, '[]', '{}', '{}'),
('ICB_REVIEW', 7, 'SETTLE_HEALTH_FUNDING', 'OPENING', 20, '[]', '{}', '{}'),
('ICB_REVIEW', 8, 'BRING_ADVICE_TO_SHIFTS', 'OPENING', 20, '[]', '{}', '{REVIEW_MEDICINES,ASSESS_SWALLOWING,RENEW_EPILEPSY_PLAN}'),
('DISCHARGE', 1, 'TAKE_PASSPORT_TO_WARD', 'OPENING', 1, '[]', '{}', '{}'),
('DISCHARGE', 2, 'PUT_RISKS_TO_DISCHARGE', 'OPENING', 3, '[]', '{}', '{}'),
('DISCHARGE', 3, 'FUND_FIRST_WEEKS_HOME', 'KEY_DATE', -2, '[]', '{}', '{}'),
('DISCHARGE', 4, 'HAND_OVER_FROM_WARD', 'KEY_DATE', 0, '[]', '{}', '{}'),
('DISCHARGE', 5, 'STAFF_FIRST_72_HOURS', 'KEY_DATE', -1, '[]', '{}', '{}'),
('DISCHARGE', 6, 'LIVE_FIRST_72_HOURS', 'KEY_DATE', 3, '[{"title": "First night at home recorded", "dueInWorkingDays": 1}]', '{}', '{STAFF_FIRST_72_HOURS}'),
('DISCHARGE', 7, 'SEE_AFTER_DISCHARGE', 'KEY_DATE', 5, '[]', '{}', '{}'),
('DISCHARGE', 8, 'REVIEW_PARTNERS_WEEKLY', 'KEY_DATE', 20, '[]', '{5,10,15}', '{}'),
('TRANSITION', 1, 'HOLD_TRIAL_VISITS', 'KEY_DATE', -10, '[{"title": "First day visit held", "dueInWorkingDays": -30}, {"title": "First night stayed", "dueInWorkingDays": -15}]', '{-20}', '{}'),
('TRANSITION', 2, 'ASSESS_FOR_NEW_HOME', 'KEY_DATE', -15, '[]', '{}', '{}'),
('TRANSITION', 3, 'CHECK_NEW_HOME', 'KEY_DATE', -10, '[{"title": "Safety checks passed", "dueInWorkingDays": -20}]', '{-15}', '{}'),
('TRANSITION', 4, 'AGREE_FUNDING_OF_MOVE', 'KEY_DATE', -10, '[]', '{}', '{ASSESS_FOR_NEW_HOME}'),
('TRANSITION', 5, 'PREPARE_STAFF_FOR_MOVE', 'KEY_DATE', -5, '[{"title": "Rota of the first four weeks filled", "dueInWorkingDays": -15}]', '{-10}', '{}'),
('TRANSITION', 6, 'WRITE_ROUTINES_INTO_GUIDANCE', 'KEY_DATE', -5, '[]', '{}', '{HOLD_TRIAL_VISITS}'),
('TRANSITION', 7, 'PLAN_FAMILY_CONTACT', 'KEY_DATE', -10, '[]', '{}', '{}'),
('TRANSITION', 8, 'HAND_OVER_HEALTH_CARE', 'KEY_DATE', -5, '[]', '{}', '{}'),
('TRANSITION', 9, 'BOOK_POST_MOVE_REVIEW', 'KEY_DATE', -5, '[]', '{}', '{}'),
('TRANSITION', 10, 'HOLD_POST_MOVE_REVIEW', 'KEY_DATE', 20, '[]', '{}', '{BOOK_POST_MOVE_REVIEW}');
