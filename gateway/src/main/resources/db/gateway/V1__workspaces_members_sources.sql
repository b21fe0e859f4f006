create table workspace (
    id         uuid primary key,
    name       text        not null,
    zone       text        not null,
    locale     text        not null,
    sender     text        not null,
    created_at timestamptz not null
);

-- person is null until the invited address has signed in.
create table member (
    id         uuid primary key,
    workspace  uuid        not null references workspace,
    email      text        not null,
    name       text,
    person     text,
    role       text        not null check (role in ('owner', 'author', 'viewer')),
    created_at timestamptz not null,
    unique (workspace, email),
    unique (workspace, person)
);

create index member_by_person on member (person) where person is not null;
create index member_invited on member (email) where person is null;

create table source (
    id                uuid primary key,
    workspace         uuid        not null references workspace,
    name              text        not null,
    enabled           boolean     not null,
    key_hash          text        not null unique,
    key_hint          text        not null,
    old_key_hash      text unique,
    historic_after_ms bigint      not null,
    created_at        timestamptz not null
);

create index source_by_workspace on source (workspace, created_at);
