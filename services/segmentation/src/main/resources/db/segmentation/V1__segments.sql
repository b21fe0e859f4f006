-- A segment as its authors see it: the draft, and which version was published last.
create table segment (
    id           uuid primary key,
    workspace    text        not null,
    name         text        not null,
    condition    text        not null,
    version      integer     not null,
    archived     boolean     not null,
    edited_at    timestamptz not null,
    published_at timestamptz
);

create index segment_by_workspace on segment (workspace, id);

-- What was published, as it was published; never changed.
create table segment_version (
    segment      uuid        not null references segment (id),
    version      integer     not null,
    name         text        not null,
    condition    text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (segment, version)
);
