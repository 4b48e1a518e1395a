-- What vintages say, byte for byte, found by the SHA-256 of the bytes. Too large for an event, and as unchangeable.
create table registry.vintage_content (
    digest bytea not null primary key,
    content bytea not null,
    check (digest = sha256(content)));

create trigger vintage_content_is_append_only before update or delete or truncate on registry.vintage_content
    for each statement execute function registry.refuse_change();
