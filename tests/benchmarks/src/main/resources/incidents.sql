-- One provider's incidents of the year up to now, as many as the parameter says, drawn by chance: the first 2,000
-- are about one person, the others about 5,000 people in 200 settings. "heron" is a rare word, "thunder" a common one.
insert into incident (id, version, person_id, agency, reference, setting_id, kind, location, happened_at, recorded_at,
    changed_at, recorded_by, physical_harm, psychological_harm, behaviour, antecedents, proactive_strategies, allegations,
    restrictive_interventions, police_involved, antecedent_codes, early_intervention_used, restrictive_minutes)
select gen_random_uuid(), 0, ('00000000-0000-4000-8000-' || lpad(to_hex(person), 12, '0'))::uuid, 'OAKFIELD',
    'BENCH-' || number, 'SETTING-' || person % 200,
    (array['DISTRESSED_BEHAVIOUR', 'SAFEGUARDING_CONCERN', 'PROPERTY_DAMAGE', 'INJURY', 'HEALTH_DETERIORATION',
        'MEDICATION', 'MISSING_PERSON', 'REFUSED_SUPPORT', 'SELF_NEGLECT', 'OTHER'])[1 + floor(10 * kind * kind)],
    (array['SUPPORTED_LIVING', 'OWN_HOME', 'COMMUNITY_EXCLUDING_SERVICES', 'COMMUNITY_SERVICE', 'CARE_HOME_NURSING',
        'CARE_HOME_RESIDENTIAL', 'HOSPITAL_ACUTE', 'HOSPITAL_MENTAL_HEALTH', 'HOSPITAL_COMMUNITY', 'OTHER'])
        [1 + floor(10 * place * place)],
    moment, moment, moment, 'recorder-' || person % 500,
    (array[null, 'NONE', 'LOW', 'MODERATE', 'SEVERE', 'FATAL'])[1 + floor(6 * physical * physical)],
    (array[null, 'NONE', 'LOW', 'MODERATE', 'SEVERE'])[1 + floor(5 * mental)],
    (select string_agg(word[1 + floor(40 * random() + 0 * number)], ' ')
        from (select array['kitchen', 'door', 'shouted', 'paced', 'quiet', 'room', 'kettle', 'garden', 'window',
            'waited', 'walked', 'staff', 'offered', 'music', 'blanket', 'refused', 'breakfast', 'lunch', 'taxi',
            'neighbour', 'stairs', 'television', 'telephone', 'coat', 'shoes', 'laughed', 'cried', 'threw', 'cup',
            'plate', 'hit', 'kicked', 'pushed', 'fell', 'slept', 'woke', 'asked', 'answered', 'smiled', 'sat'] as word)
            as vocabulary, generate_series(1, 25))
        || case when number % 10000 = 7 then ' heron' else '' end
        || case when number % 5 = 0 then ' thunder' else '' end,
    'It was loud and busy',
    case when early < 0.4 then '["Offered a walk"]'::jsonb when early < 0.8 then '[]' end,
    case when alleged < 0.08 then jsonb_build_array(jsonb_build_object('source', 'OTHER_KNOWN_TO_INDIVIDUAL',
        'type', (array['PHYSICAL', 'SEXUAL', 'PSYCHOLOGICAL', 'FINANCIAL_OR_MATERIAL', 'SELF_NEGLECT'])
            [1 + floor(5 * alleged / 0.08)], 'location', 'SUPPORTED_LIVING')) else '[]' end,
    case when held < 0.1 then '[{"type": "08", "restrictionType": "PHYSICAL", "minutes": 4,
        "reason": "to keep others safe"}]'::jsonb else '[]' end,
    alleged < 0.02,
    case when before < 0.2 then null
        when before < 0.6 then array[(array['NOISE_OR_CROWDING', 'CHANGE_OF_ROUTINE', 'DEMAND_OR_REQUEST', 'WAITING', 'PAIN_OR_ILLNESS', 'HUNGER_THIRST_OR_TIREDNESS', 'TRANSITION',
            'INTERACTION_WITH_STAFF', 'REQUEST_DENIED', 'ANNIVERSARY_OR_LOSS'])[1 + floor(10 * (before - 0.2) / 0.4)]]
        else array[(array['NOISE_OR_CROWDING', 'CHANGE_OF_ROUTINE', 'DEMAND_OR_REQUEST'])[1 + floor(3 * held)], (array['WAITING', 'PAIN_OR_ILLNESS', 'HUNGER_THIRST_OR_TIREDNESS',
            'TRANSITION', 'INTERACTION_WITH_STAFF', 'REQUEST_DENIED', 'ANNIVERSARY_OR_LOSS'])[1 + floor(7 * physical)]] end,
    case when early < 0.8 then early < 0.4 end,
    case when held < 0.1 then 4 else 0 end
from (
    select number, case when number <= 2000 then 0 else 1 + floor(5000 * random())::int end as person,
        now() - random() * interval '365 days' as moment, random() as kind, random() as place, random() as physical,
        random() as mental, random() as early, random() as alleged, random() as held, random() as before
    from generate_series(1, ?) as number
    order by moment) as drawn
