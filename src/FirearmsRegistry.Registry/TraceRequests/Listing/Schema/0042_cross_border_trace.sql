-- Requests to and from other States stand beside domestic ones; theirs is not always an item of this registry.
alter table registry.trace_request alter column seized_item_id drop not null;
alter table registry.trace_request add column kind text not null default 'domestic';

-- The wait for another State is no search that was lost.
drop index registry.trace_request_unsearched;
create index trace_request_unsearched on registry.trace_request (requested_at)
    where kind <> 'outbound' and state in ('acknowledged', 'resubmitted');

-- One row per request to or from another State, kept by the events: for trees, for the partner's own references and for reply rates.
create table registry.cross_border_trace (
    trace_request_id uuid primary key,
    kind text not null,
    partner_id uuid not null,
    country text not null,
    parent_id uuid,
    root_id uuid not null,
    priority text not null,
    partner_reference text,
    opened_at timestamptz not null,
    submitted_at timestamptz,
    acknowledged_at timestamptz,
    first_reply_at timestamptz,
    answered_at timestamptz,
    answer text,
    finding text,
    no_reply_at timestamptz,
    ended_at timestamptz);

create unique index cross_border_trace_received_once on registry.cross_border_trace (partner_id, partner_reference) where kind = 'inbound';
create index cross_border_trace_by_root on registry.cross_border_trace (root_id, trace_request_id);
create index cross_border_trace_by_partner on registry.cross_border_trace (partner_id, submitted_at);
