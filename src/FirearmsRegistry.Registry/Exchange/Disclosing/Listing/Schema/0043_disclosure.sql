-- One row per disclosure of information that a trace request holds, kept by the events: to whom, for what, what, by whom.
create table registry.disclosure (
    disclosure_id uuid primary key,
    trace_request_id uuid not null,
    disclosed_at timestamptz not null,
    subject text,
    recipient_kind text not null,
    recipient_name text not null,
    recipient_country text,
    purpose text not null,
    categories text[] not null,
    form text not null,
    reference text,
    sources uuid[] not null);

create index disclosure_by_request on registry.disclosure (trace_request_id, disclosure_id);
