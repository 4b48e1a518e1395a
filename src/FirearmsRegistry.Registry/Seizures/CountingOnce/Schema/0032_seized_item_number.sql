-- The national numbers read from seized arms, or read after a restoration, by their folded key.
create table registry.seized_item_number (
    item_id uuid not null,
    number_folded text not null,
    restored boolean not null,
    primary key (item_id, number_folded, restored));

create index seized_item_number_folded on registry.seized_item_number (number_folded);

-- Whether a trace found the registered arm by the marks: a correction of what it was found by ends that link.
alter table registry.seized_item_identity add column found_by_trace boolean not null default false;
