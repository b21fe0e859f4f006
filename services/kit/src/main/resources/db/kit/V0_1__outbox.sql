-- What a transaction wants told, in the order of telling. The relay deletes a row when the broker has it.
create table outbox (
    id              bigint generated always as identity primary key,
    topic           text        not null,
    key             text,
    value           text,
    headers         jsonb       not null,
    every_partition boolean     not null,
    created         timestamptz not null default now()
);

create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;

create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();
