-- What figures and lists know of every seized item, one row per version: the row that was current at t has known_from <= t and t < known_to.
create table registry.item_fact (
    item_id uuid not null,
    version bigint not null,
    seizure_id uuid not null,
    -- Of the local date of the first physical intake.
    year integer not null,
    -- That date as precisely as it is known: yyyy, yyyy-MM or yyyy-MM-dd.
    intake_on text collate "C" not null,
    intake text not null,
    item_kind text not null,
    quantity integer not null,
    legal_basis text not null,
    justification text not null,
    location_kind text not null,
    offences text[] not null,
    -- Null for parts and ammunition, as line is.
    arm_type text,
    condition text,
    marking text,
    marks_restored boolean not null,
    antique boolean not null,
    -- The item that counts in its place.
    duplicate_of uuid,
    line text,
    established_elsewhere boolean not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    -- The highest event sequence that the row rests on.
    seq bigint not null,
    primary key (item_id, version));

create unique index item_fact_current on registry.item_fact (item_id) where known_to = 'infinity';
create index item_fact_current_year on registry.item_fact (year, intake) where known_to = 'infinity';
create index item_fact_year on registry.item_fact (year, intake, known_from);
create index item_fact_seizure on registry.item_fact (seizure_id, item_id);
create index item_fact_duplicates on registry.item_fact (duplicate_of) where duplicate_of is not null and known_to = 'infinity';

-- The same for seizures: their list, and the number of cases.
create table registry.seizure_fact (
    seizure_id uuid not null,
    version bigint not null,
    year integer not null,
    occurred_on text collate "C" not null,
    place text not null,
    location_kind text not null,
    authority text not null,
    legal_basis text not null,
    justification text not null,
    case_reference text not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    seq bigint not null,
    primary key (seizure_id, version));

create unique index seizure_fact_current on registry.seizure_fact (seizure_id) where known_to = 'infinity';
create index seizure_fact_list on registry.seizure_fact (occurred_on, seizure_id) where known_to = 'infinity';
create index seizure_fact_year on registry.seizure_fact (year, known_from);
