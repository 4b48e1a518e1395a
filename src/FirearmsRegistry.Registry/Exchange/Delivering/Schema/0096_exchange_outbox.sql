-- One row per document that another State is owed, written in the transaction of the event that demands it (the document's id is the
-- event's). What is to be sent is made once, from the events as they stood then, and kept as ciphertext.
create table registry.exchange_outbox (
    document_id uuid primary key,
    place bigint generated always as identity,
    trace_request_id uuid not null,
    partner_id uuid not null,
    kind text not null,
    created_at timestamptz not null,
    state text not null default 'waiting',
    due_at timestamptz not null,
    attempts int not null default 0,
    last_failure text,
    content bytea,
    digest bytea,
    ended_at timestamptz,
    receipt text);

create index exchange_outbox_due on registry.exchange_outbox (due_at) where state = 'waiting';
create index exchange_outbox_by_request on registry.exchange_outbox (trace_request_id, partner_id, place);
