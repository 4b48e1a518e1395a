-- One row per entry of a station's log that was merged, kept by the events: what was made of it, and the hash that the next one names.
create table registry.station_log_entry (
    station_id uuid not null,
    counter bigint not null,
    hash text not null,
    act text not null,
    marking_job_id uuid,
    firearm_id uuid,
    outcome text not null,
    problem text,
    detail text,
    resolved boolean not null default false,
    primary key (station_id, counter));

create index station_log_conflict on registry.station_log_entry (station_id, counter) where outcome = 'conflict' and not resolved;
create index station_log_order on registry.station_log_entry (marking_job_id) where firearm_id is not null;
