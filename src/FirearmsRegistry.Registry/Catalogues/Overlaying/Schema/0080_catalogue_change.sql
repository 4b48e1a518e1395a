-- One row per event of a catalogue entry, in the order of their commits: a server that knows up to which one it has read knows at once
-- whether its catalogues are those of now, and which entries it has to read again. Never emptied, so that the numbers only grow.
create table registry.catalogue_change (
    seq bigserial primary key,
    entry_id uuid not null,
    version bigint not null,
    unique (entry_id, version));
