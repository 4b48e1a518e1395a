-- The counts of files that were taken over whole: no case record stands behind them. Written once with the event of the import, in its
-- transaction, and never changed; not a read model, since the event keeps the digest of the file and not its counts.
create table registry.imported_file_count (
    import_id uuid not null,
    -- ISO 3166-1 alpha-3.
    country text not null,
    year integer not null,
    indicator text not null,
    dimension text not null,
    category text not null,
    sex text not null,
    -- 0 for a count that stands once; where rows of one subject differ they are numbered from 1 and in no total.
    variant integer not null,
    -- Known, none (does not apply) or unknown (not reported).
    knowledge text not null,
    value bigint,
    -- The line of the file; 0 where the layout has many counts in a line.
    line bigint not null,
    primary key (import_id, country, year, indicator, dimension, category, sex, variant),
    check ((knowledge = 'known') = (value is not null)));

create index imported_file_count_year on registry.imported_file_count (country, year);
