-- Files on their way in. One worker at a time reads a file, as long as its lease holds; what it has read and where it
-- reads on is written together, after the broker has the events.
create table file_import (
    id             uuid        primary key,
    workspace      text        not null,
    source         uuid        not null,
    name           text        not null,
    layout         jsonb       not null,
    live           boolean     not null,
    complete_up_to timestamptz,
    created_at     timestamptz not null,
    created_by     text        not null,
    stage          text        not null default 'open',
    bytes          bigint      not null default 0,
    lines          bigint      not null default 0,
    accepted       bigint      not null default 0,
    rejected       bigint      not null default 0,
    first_errors   jsonb       not null default '[]',
    place          text        not null default 'START',
    line           bigint      not null default 1,
    unfinished     bytea       not null default '',
    header         bytea,
    changed_at     timestamptz,
    worker         uuid,
    leased_to      timestamptz
);

create index file_import_by_workspace on file_import (workspace, id desc);
