-- The signed texts that were taken: the first one of each document or question, and each that its sender signed anew because it had no
-- answer. The same text a second time is a replay. Which text it is, its digest says: over what was signed and the signature's r, so that
-- it cannot be made to look like another one without the key. Once a text has expired, it is refused for that, and need not be remembered.
create table registry.exchange_taken_text (
    sender text not null,
    text_id uuid not null,
    digest bytea not null,
    taken_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (sender, text_id, digest));

create index exchange_taken_text_expired on registry.exchange_taken_text (expires_at);
