-- JSON as it is told to the collectors. A webhook's secret is sealed in it.
alter table source
    add column rules   text not null default '{}',
    add column webhook text;
