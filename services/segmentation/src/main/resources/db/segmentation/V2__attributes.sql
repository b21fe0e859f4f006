-- A trait that the workspace derives, as its authors see it: the draft, and which version was
-- published last.
create table attribute (
    id           uuid primary key,
    workspace    text        not null,
    name         text        not null,
    rule         text        not null,
    version      integer     not null,
    archived     boolean     not null,
    edited_at    timestamptz not null,
    published_at timestamptz
);

create index attribute_by_workspace on attribute (workspace, id);

-- What was published, as it was published; never changed.
create table attribute_version (
    attribute    uuid        not null references attribute (id),
    version      integer     not null,
    name         text        not null,
    rule         text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (attribute, version)
);
