-- What a workspace says its events look like. The schema is text: it is shown as it was written.
create table event_definition (
    workspace   text        not null,
    name        text        not null,
    description text        not null,
    schema      text        not null,
    updated_at  timestamptz not null,
    updated_by  text        not null,
    primary key (workspace, name)
);

-- What came in under a name, from a source. Instances add what each of them has counted.
create table seen_event (
    workspace  text        not null,
    name       text        not null,
    source     uuid        not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    accepted   bigint      not null,
    warned     bigint      not null,
    rejected   bigint      not null,
    sample     text,
    sampled_at timestamptz,
    primary key (workspace, name, source)
);

-- A wish to judge quarantined events anew, and how far it has come. The work of one instance at a time, as long as
-- its lease holds; another goes on from the positions.
create table replay (
    id          uuid        primary key,
    workspace   text        not null,
    source      uuid,
    reason      text,
    name        text,
    since       timestamptz,
    until       timestamptz not null,
    state       text        not null,
    examined    bigint      not null default 0,
    replayed    bigint      not null default 0,
    refused     bigint      not null default 0,
    skipped     bigint      not null default 0,
    detail      text,
    created_at  timestamptz not null,
    created_by  text        not null,
    ended_at    timestamptz,
    positions   jsonb,
    ends        jsonb,
    worker      uuid,
    leased_to   timestamptz
);

create index replay_by_workspace on replay (workspace, created_at desc);

-- One replay of a workspace at a time.
create unique index replay_running on replay (workspace) where state = 'running';

-- What was replayed, by its place in quarantine; kept as long as quarantine is.
create table replayed (
    workspace   text        not null,
    place       text        not null,
    replayed_at timestamptz not null,
    primary key (workspace, place)
);

create index replayed_by_age on replayed (replayed_at);
