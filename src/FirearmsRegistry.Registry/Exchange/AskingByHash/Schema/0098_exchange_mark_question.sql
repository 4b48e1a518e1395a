-- The secret of each pair of registries, as ciphertext of the data-protection key ring; the newest row of a partner is the one in use.
create table registry.exchange_pair_secret (
    id bigint generated always as identity primary key,
    partner_id uuid not null,
    wrapped bytea not null,
    set_at timestamptz not null);

create trigger exchange_pair_secret_is_append_only before update or delete or truncate on registry.exchange_pair_secret
    for each statement execute function registry.refuse_change();

-- The hashes of the register's own marks under the secret of a pair, so that a question is answered by a look-up. basis: of what they were
-- made; a mark whose arm is described otherwise by now is hashed anew.
create table registry.exchange_mark_hash (
    partner_id uuid not null,
    secret_id bigint not null,
    mark_id uuid not null,
    basis text not null,
    hashes bytea[] not null,
    primary key (partner_id, mark_id));

create index exchange_mark_hash_lookup on registry.exchange_mark_hash using gin (hashes);

-- Every question by hash, asked or answered: how many marks, how many possible, never which.
create table registry.exchange_mark_question (
    question_id uuid not null,
    partner_id uuid not null,
    direction text not null,
    at timestamptz not null,
    subject text,
    digest bytea not null,
    marks int not null,
    possible int not null,
    answer text not null,
    primary key (partner_id, direction, question_id));

create index exchange_mark_question_day on registry.exchange_mark_question (partner_id, direction, at);

create trigger exchange_mark_question_is_append_only before update or delete or truncate on registry.exchange_mark_question
    for each statement execute function registry.refuse_change();
