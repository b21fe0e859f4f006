-- Which visit of its node asked; what stood here before came from journeys without loops.
alter table delivery add column visit integer not null default 1;
alter table delivery alter column visit drop default;
