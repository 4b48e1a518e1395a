-- One row per marking job, kept by the events: for stations that wait, for lists, for the sweep, and for one job per number.
create table registry.marking_job (
    marking_job_id uuid primary key,
    firearm_id uuid not null,
    mark_kind text not null,
    component text not null,
    state text not null,
    station_id uuid,
    batch_id uuid,
    claimed_by uuid,
    due_at timestamptz,
    number text,
    ordered_at timestamptz not null);

-- A number belongs to one job for ever, whatever became of the job.
create unique index marking_job_number on registry.marking_job (number) where number is not null;
create unique index marking_job_one_open on registry.marking_job (firearm_id, mark_kind, component)
    where state not in ('verified', 'rejected', 'cancelled');
create index marking_job_by_state on registry.marking_job (state, marking_job_id);
create index marking_job_waiting on registry.marking_job (marking_job_id) where state in ('ordered', 'number_reserved', 'sent');
create index marking_job_held on registry.marking_job (claimed_by, marking_job_id) where state not in ('verified', 'rejected', 'cancelled');
create index marking_job_due on registry.marking_job (due_at) where state = 'marking';

-- Batches that wait: their jobs are not offered to stations.
create table registry.marking_batch_paused (
    marking_batch_id uuid primary key);

-- Numbers that stations have borrowed and not given back.
create table registry.lent_number (
    number text primary key,
    number_block_id uuid not null,
    station_id uuid not null);

create index lent_number_block on registry.lent_number (number_block_id);
