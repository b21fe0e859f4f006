-- One row for each send: what was asked for, and what has become of it.
create table delivery (
    key          uuid primary key,
    sequence     bigint generated always as identity,
    workspace    text        not null,
    customer     uuid        not null,
    origin       uuid        not null,
    journey      uuid        not null,
    version      integer     not null,
    enrollment   uuid        not null,
    node         text        not null,
    channel      text,
    template     uuid,
    address      text,
    subject      text,
    html         text,
    body_text    text,
    request      text,
    traceparent  text,
    requested_at timestamptz,
    received_at  timestamptz not null,
    state        text        not null,
    reason       text,
    call_back    text,
    attempts     integer     not null,
    due_at       timestamptz,
    sent_at      timestamptz,
    clicks       integer     not null,
    verdicts     text        not null,
    check ((due_at is not null) = (state in ('waiting', 'sending')))
);
create index delivery_due on delivery (due_at) where state in ('waiting', 'sending');
create index delivery_open on delivery (workspace, customer, sequence) where state in ('waiting', 'sending');
create index delivery_customer on delivery (workspace, customer, sequence);
create index delivery_journey on delivery (workspace, journey, sequence);
create index delivery_workspace on delivery (workspace, sequence);
create index delivery_address on delivery (workspace, lower(address));

-- What we were told ourselves about an address; a profile's consent comes with the request.
create table consent (
    workspace text        not null,
    channel   text        not null,
    address   text        not null,
    granted   boolean     not null,
    at        timestamptz not null,
    primary key (workspace, channel, address)
);

-- Addresses that turned out to be dead.
create table suppression (
    workspace text        not null,
    channel   text        not null,
    address   text        not null,
    reason    text        not null,
    at        timestamptz not null,
    primary key (workspace, channel, address)
);

create table catalogue_item (
    workspace  text        not null,
    id         text        not null,
    fields     text        not null,
    updated_at timestamptz not null,
    primary key (workspace, id)
);

-- The draft of each template, and which version is published.
create table template (
    id           uuid primary key,
    workspace    text        not null,
    name         text        not null,
    channel      text        not null,
    subject      text        not null,
    html         text        not null,
    body_text    text        not null,
    revision     integer     not null,
    edited_at    timestamptz not null,
    version      integer     not null,
    published_at timestamptz,
    published_revision integer not null
);
create index template_workspace on template (workspace, id);

create table template_version (
    template     uuid        not null references template (id),
    version      integer     not null,
    workspace    text        not null,
    name         text        not null,
    channel      text        not null,
    subject      text        not null,
    html         text        not null,
    body_text    text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (template, version)
);
