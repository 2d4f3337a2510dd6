-- A year of a provider's coded facts: 1 person for every 250 incidents, 20 settings, 200 members of staff
insert into incident_facts (id, version, person_id, agency, happened_at, known)
select gen_random_uuid(), 0,
       ('00000000-0000-4000-8000-' || lpad((i % greatest(? / 250, 1))::text, 12, '0'))::uuid,
       'OAKFIELD',
       date_trunc('milliseconds', now() - random() * interval '365 days'),
       jsonb_build_object(
           'kind', jsonb_build_array((array['DISTRESSED_BEHAVIOUR', 'INJURY', 'REFUSED_SUPPORT', 'MEDICATION'])[1 + floor(random() * 4)::int]),
           'location', jsonb_build_array('SUPPORTED_LIVING'),
           'settingId', jsonb_build_array('SETTING-' || i % 20),
           'physicalHarm', jsonb_build_array((array['NONE', 'NONE', 'LOW', 'MODERATE', 'SEVERE'])[1 + floor(random() * 5)::int]),
           'psychologicalHarm', jsonb_build_array((array['NONE', 'LOW', 'MODERATE'])[1 + floor(random() * 3)::int]),
           'allegationType', case when i % 10 = 0 then jsonb_build_array('PHYSICAL') else '[]'::jsonb end,
           'allegationSource', case when i % 10 = 0 then jsonb_build_array('OTHER_KNOWN_TO_INDIVIDUAL') else '[]'::jsonb end,
           'allegationSourceRef', case when i % 10 = 0 then jsonb_build_array('SOURCE-' || floor(random() * 300)) else '[]'::jsonb end,
           'restrictiveIntervention', case when i % 6 = 0 then jsonb_build_array('13') else '[]'::jsonb end,
           'restrictionType', case when i % 6 = 0 then jsonb_build_array('PHYSICAL') else '[]'::jsonb end,
           'restrictionInPlan', case when i % 6 = 0 then jsonb_build_array('true') else '[]'::jsonb end,
           'restrictionMinutes', case when i % 6 = 0 then jsonb_build_array((i % 30)::text) else '[]'::jsonb end,
           'involvedRole', jsonb_build_array('STAFF'),
           'workerRef', jsonb_build_array('STAFF-' || floor(random() * 200)),
           'policeInvolved', jsonb_build_array((i % 40 = 0)::text),
           'propertyDamaged', jsonb_build_array((i % 5 = 0)::text),
           'othersThreatened', jsonb_build_array((i % 4 = 0)::text),
           'supportRefused', jsonb_build_array((i % 7 = 0)::text),
           'earlyInterventionUsed', jsonb_build_array((i % 2 = 0)::text))
from generate_series(1, ?) as i
