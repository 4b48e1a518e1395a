-- A list of trace requests that one job searches, with its progress: a killed job goes on where it stood.
create table registry.bulk_trace (
    bulk_trace_id uuid primary key,
    ordered_by text not null,
    ordered_at timestamptz not null,
    total integer not null,
    finished_at timestamptz);

create table registry.bulk_trace_request (
    bulk_trace_id uuid not null references registry.bulk_trace,
    position integer not null,
    trace_request_id uuid not null,
    done boolean not null default false,
    primary key (bulk_trace_id, position));

create index bulk_trace_request_waiting on registry.bulk_trace_request (bulk_trace_id, position) where not done;
create index bulk_trace_request_open on registry.bulk_trace_request (trace_request_id) where not done;
