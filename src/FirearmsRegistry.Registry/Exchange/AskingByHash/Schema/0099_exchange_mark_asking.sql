-- Every asking by hash, written down before it leaves, and what came of it: while a question has no line 'answered', the partner may have
-- answered it or not. basis: the SHA-256 of the hashes, by which the same question is known when it is asked again.
create table registry.exchange_mark_asking (
    id bigint generated always as identity primary key,
    question_id uuid not null,
    partner_id uuid not null,
    at timestamptz not null,
    subject text,
    basis bytea not null,
    marks int not null,
    outcome text not null);

create index exchange_mark_asking_day on registry.exchange_mark_asking (partner_id, at);

insert into registry.exchange_mark_asking (question_id, partner_id, at, subject, basis, marks, outcome)
select question_id, partner_id, at, subject, digest, marks, 'answered' from registry.exchange_mark_question where direction = 'asked' order by at;

create trigger exchange_mark_asking_is_append_only before update or delete or truncate on registry.exchange_mark_asking
    for each statement execute function registry.refuse_change();
