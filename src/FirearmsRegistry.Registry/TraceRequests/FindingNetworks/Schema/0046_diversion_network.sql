-- From which parties and stocks arms were diverted again and again: made anew as a whole by the nightly job, from the chains of all traces.
-- Not a read model of single events: a rebuild leaves it, the next run replaces it.
create table registry.diversion_network (
    place integer primary key,
    role text not null,
    -- Null for the State's stock where no party is on record.
    party_id uuid,
    category text,
    -- Distinct registered arms, one each however often they were traced.
    arms integer not null,
    traces integer not null,
    shipments integer not null,
    first_intake_on text collate "C" not null,
    last_intake_on text collate "C" not null,
    -- Days since the last legal transfer; null where it is defined for none of the arms.
    median_time_to_crime double precision,
    timed_arms integer not null,
    trace_request_ids uuid[] not null,
    known_at timestamptz not null);
