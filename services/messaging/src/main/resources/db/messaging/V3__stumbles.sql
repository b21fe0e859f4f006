-- How often we ourselves could not decide or save; a few times, then the delivery has failed.
alter table delivery add column stumbles integer not null default 0;
alter table delivery alter column stumbles drop default;
