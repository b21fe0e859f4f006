-- What a workspace's own web pages may know of whoever looks at them.
create table personalisation (
    workspace text primary key,
    key       text    not null unique,
    secret    text    not null,
    enabled   boolean not null,
    traits    text    not null,
    segments  text    not null,
    origins   text    not null
);
