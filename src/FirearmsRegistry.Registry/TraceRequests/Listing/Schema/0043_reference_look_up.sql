-- Authorities' references, by which people look for seizures and requests, however they are capitalised.
create index seizure_fact_reference on registry.seizure_fact (lower(case_reference)) where known_to = 'infinity';
create index cross_border_trace_reference on registry.cross_border_trace (lower(partner_reference)) where partner_reference is not null;
create index trace_request_by_item on registry.trace_request (seized_item_id) where seized_item_id is not null;
