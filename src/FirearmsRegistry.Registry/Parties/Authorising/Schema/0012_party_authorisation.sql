-- One row per authorisation of a party, kept by the events. It is valid on a day d when
-- valid_from <= d, d <= coalesce(valid_to, 'infinity') and d < coalesce(revoked_on, 'infinity').
create table registry.party_authorisation (
    party_id uuid not null,
    authorisation_id uuid not null,
    kind text not null,
    reference text,
    valid_from date not null,
    valid_to date,
    revoked_on date,
    primary key (party_id, authorisation_id));
