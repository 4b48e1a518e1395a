-- One row per trace request, kept by the events: for lists, for "one open request per item", and for the sweep.
create table registry.trace_request (
    trace_request_id uuid primary key,
    seized_item_id uuid not null,
    priority text not null,
    state text not null,
    outcome text,
    line text,
    requested_at timestamptz not null,
    ended_at timestamptz);

create unique index trace_request_one_open_per_item on registry.trace_request (seized_item_id) where ended_at is null;
create index trace_request_by_state on registry.trace_request (state, trace_request_id);
create index trace_request_unsearched on registry.trace_request (requested_at) where state = 'acknowledged';

-- One row per running business clock, kept by the events.
create table registry.trace_clock (
    trace_request_id uuid not null,
    kind text not null,
    due_at timestamptz not null,
    primary key (trace_request_id, kind));

create index trace_clock_due on registry.trace_clock (due_at);

-- When the sweep last ordered a search that was lost. Not a read model: it only keeps the queue from filling with repetitions.
create table registry.trace_search_reorder (
    trace_request_id uuid primary key,
    ordered_at timestamptz not null);
