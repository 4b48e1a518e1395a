-- The requests that are dealt with by signed documents, kept by the events: whose they are, and by which id the requesting State knows them.
create table registry.exchange_thread (
    trace_request_id uuid primary key,
    kind text not null,
    partner_id uuid not null,
    request_id text not null,
    open boolean not null);

create unique index exchange_thread_by_partner on registry.exchange_thread (partner_id, request_id) where kind = 'inbound';
