create table journey (
    id uuid primary key,
    workspace text not null,
    plan text not null,
    revision integer not null,
    published_revision integer not null,
    version integer not null,
    state text not null,
    edited_at timestamptz not null,
    published_at timestamptz
);

create index journey_by_workspace on journey (workspace, id);

create table journey_version (
    journey uuid not null references journey (id),
    version integer not null,
    workspace text not null,
    plan text not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (journey, version)
);
