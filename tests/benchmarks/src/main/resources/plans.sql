-- One provider's plans, as many as the parameter says, each for another person: 20 actions that are unsettled and 20
-- that are verified or withdrawn, three milestones to each; one action in five waits for another, one in ten has a
-- barrier in the way, drawn by chance.
with made as (
    insert into plan (id, version, person_id, agency, reference, kind, opened_at, opened_by_agency)
    select gen_random_uuid(), 0, gen_random_uuid(), 'OAKFIELD', 'BENCH-' || number,
        (array['REVIEW', 'ESCALATION', 'ICB_REVIEW', 'DISCHARGE', 'TRANSITION'])[1 + number % 5],
        now() - interval '100 days', 'OAKFIELD'
    from generate_series(1, ?) as number
    returning id, person_id, reference
), done as (
    insert into action (id, version, person_id, agency, plan_id, reference, title, party, owner_agency, owner_role,
        due_on, evidence_required, intended_outcome, measure, outcome_domain, priority, proposed_at,
        proposed_by_agency, owner_name, agreed_at, agreed_by_agency, agreed_by, first_agreed_at, started_at,
        completed_at, completed_by_agency, completed_by, verified_at, withdrawn_at, withdrawn_by_agency,
        withdrawal_reason, impact)
    select gen_random_uuid(), 0, person_id, 'OAKFIELD', plan_id, reference,
        'Put in place what the meeting agreed on and show that it helps',
        (array['PROVIDER', 'COMMISSIONER', 'PARTNER', 'PERSON_OR_FAMILY'])[1 + floor(4 * whose)::int],
        'OAKFIELD', 'manager', current_date + floor(60 * day)::int - case when settled then 90 else 6 end,
        repeat('What will show it. ', 10), repeat('What is better for the person. ', 10), repeat('How to tell. ', 10),
        (array['RISK_REDUCTION', 'WELLBEING', 'COMMUNICATION', 'SAFER_STAFFING', 'HEALTH_ACCESS', 'ENVIRONMENT'])
            [1 + floor(6 * domain)::int],
        'HIGH', opened, 'OAKFIELD', 'A. Manager',
        case when taken_on then opened end, case when taken_on then 'OAKFIELD' end, case when taken_on then 'm-1' end,
        case when taken_on then opened end,
        case when started then opened end,
        case when completed then opened end, case when completed then 'OAKFIELD' end,
        case when completed then 'm-1' end,
        case when settled and stage >= 0.1 then opened end,
        case when settled and stage < 0.1 then opened end, case when settled and stage < 0.1 then 'OAKFIELD' end,
        case when settled and stage < 0.1 then 'It is no longer needed' end,
        case when settled and stage >= 0.1 then 'ACHIEVED'
            when looked_at < 0.2 then (array['PARTIALLY_ACHIEVED', 'NOT_ACHIEVED', 'TOO_EARLY_TO_SAY'])
                [1 + floor(3 * whose)::int] end
    from (
        select drawn.*, settled or stage >= 0.15 as taken_on, settled or stage >= 0.5 as started,
            settled and stage >= 0.1 or not settled and stage >= 0.85 as completed
        from (
            select made.id as plan_id, made.person_id, made.reference || '-' || number as reference, number > 20 as settled,
                now() - interval '99 days' as opened, random() as whose, random() as day, random() as domain,
                random() as stage, random() as looked_at
            from made, generate_series(1, 40) as number) as drawn) as facts
    returning id, plan_id, person_id, due_on, status, reference
), steps as (
    insert into action_milestone (action_id, position, title, due_on, reached_at, reached_by_agency, reached_by)
    select id, position, 'A step on the way', due_on - 10 * (4 - position),
        case when reached then now() end, case when reached then 'OAKFIELD' end, case when reached then 'm-1' end
    from (
        select done.id, position, done.due_on,
            status in ('COMPLETED', 'VERIFIED', 'WITHDRAWN') or due_on - 10 * (4 - position) < current_date - 1 and random() < 0.95 as reached
        from done, generate_series(1, 3) as position) as drawn
), waits as (
    insert into action_dependency (action_id, depends_on)
    select id, earlier
    from (select id, lag(id) over (partition by plan_id order by reference) as earlier, random() as chance from done) as pairs
    where earlier is not null and chance < 0.2
)
insert into action_barrier (id, version, person_id, agency, action_id, kind, what, removable_by, removable_by_role,
    raised_at, raised_by_agency, raised_by)
select gen_random_uuid(), 0, person_id, 'OAKFIELD', id, 'FUNDING', 'The money is not agreed',
    'BRIDGESHIRE-COMMISSIONING', 'commissioner', now() - interval '3 days', 'OAKFIELD', 'm-1'
from done
where status in ('OPEN', 'STARTED') and random() < 0.1
