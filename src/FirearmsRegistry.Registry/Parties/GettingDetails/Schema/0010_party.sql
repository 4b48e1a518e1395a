-- One row per party, kept by the events. details holds the personal data in clear, for reading and searching; null after a lawful erasure.
create table registry.party (
    party_id uuid primary key,
    version bigint not null,
    kind text not null,
    category text not null,
    details jsonb,
    recorded_at timestamptz not null,
    erased_at timestamptz);

-- One row per word of a party's names, in the folded form that searches compare; the collation lets a prefix use the index.
create table registry.party_name_key (
    party_id uuid not null,
    word text collate "C" not null,
    primary key (word, party_id));

create index party_name_key_party on registry.party_name_key (party_id);
