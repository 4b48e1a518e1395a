-- How arms came and went, one row per transfer and per registration of an imported arm, kept by the events: by this other arms of the
-- same shipment, or of the same receiver, are found.
create table registry.firearm_passage (
    firearm_id uuid not null,
    -- The transfer's id within the firearm; the firearm's own id for its registration.
    passage_id uuid not null,
    kind text not null,
    from_party uuid,
    to_party uuid,
    legal_basis text,
    other_country text,
    -- As precisely as it is known: yyyy, yyyy-MM or yyyy-MM-dd.
    occurred_on text collate "C" not null,
    primary key (firearm_id, passage_id));

create index firearm_passage_shipment on registry.firearm_passage (legal_basis, occurred_on) where legal_basis is not null;
create index firearm_passage_receiver on registry.firearm_passage (to_party, occurred_on) where to_party is not null;
