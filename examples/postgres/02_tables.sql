-- What is kept?

set role sector_owner;

-- Districts had offices until 1 July 2025 and provinces merged in that year, so which bodies there are is data: a body and the one above it.
create table sector.authorities (
    code text primary key,
    name text not null,
    above text references sector.authorities
);

create table sector.institutions (
    code text primary key,
    name text not null,
    type text not null check (type in ('primary', 'lower_secondary', 'upper_secondary', 'multi_level', 'continuing')),
    -- The body that assesses it and recognises its level.
    authority text not null references sector.authorities
);

-- Which role acts for whom, and in which part.
create table sector.actors (
    role name primary key,
    part text not null check (part in ('institution', 'head', 'authority')),
    institution text references sector.institutions,
    authority text references sector.authorities,
    -- The body as events and certificates name it.
    body text not null,
    check (num_nonnulls(institution, authority) = 1 and (authority is not null) = (part = 'authority'))
);

-- A school year is written in one way, `2023-2024`, so that an institution has one case a year and deadlines can be judged.
create function sector.is_school_year(period text) returns boolean language sql immutable
    return case when period ~ '^[0-9]{4}-[0-9]{4}$' and period !~ '^0000'
        then right(period, 4)::integer = left(period, 4)::integer + 1 else false end;

-- A case is one institution and one period. Its state follows from its events and is written by nobody else.
create table sector.cases (
    -- `VD-2001/2023-2024`. Numbers in a row would tell each school how many cases others have opened.
    id text primary key generated always as (institution || '/' || period) stored,
    institution text not null references sector.institutions,
    period text not null check (sector.is_school_year(period)),
    -- A shipped framework by its id, a local one by its digest: under one name there is only ever one framework. One that is not there is an
    -- error of thuocdo_digest: a case under it could never go on.
    framework text not null default 'moet-4725-2022' check (thuocdo_digest(framework) is not null),
    state text,
    unique (id, framework)
);

-- An assessment is kept as the document it is, not as a row for each indicator. So one row has everything that a level follows from, and the
-- level can be a generated column; one update is one step from one whole assessment to another; the digest is of what is stored; and a
-- framework with other indicators needs no other table. Rows of answers and of evidence are views of it (05_views.sql).
create table sector.assessments (
    case_id text not null,
    stream text not null check (stream in ('self', 'external')),
    framework text not null default 'moet-4725-2022',
    document jsonb not null,
    -- A document that the framework refuses is refused here, with every fault in the error's detail: no level can stand without its answers,
    -- none can be typed in, and none is left over from answers that were changed.
    levels thuocdo_levels not null generated always as (thuocdo_levels(document, framework)) stored,
    primary key (case_id, stream),
    foreign key (case_id, framework) references sector.cases (id, framework)
);

-- Which day it is where the schools are. What the caller's time zone makes of the hour is another day for part of each day.
create function sector.today() returns date language sql stable
    return (now() at time zone 'Asia/Ho_Chi_Minh')::date;

-- What was done in a case, in order. Roles say what they do and on which day; all else is filled in by 03_process.sql.
-- Whoever sees the case sees its events, but not what is withheld of them: sector.history puts the two together.
create table sector.events (
    case_id text not null references sector.cases,
    nth integer not null,
    act text not null,
    day date not null default sector.today(),
    note text,
    actor name not null default current_user references sector.actors,
    part text not null,
    body text not null,
    -- The digest of the assessment that it was done with, once the head has answered for one.
    assessment text,
    state text not null,
    primary key (case_id, nth)
);

-- What an event says of an assessment that the other side may not read yet: the note, and the digest. A digest alone would tell the assessment,
-- since answers are few and a school knows its own: whoever tries likely sheets finds the one that has this digest.
create table sector.withheld (
    case_id text not null,
    nth integer not null,
    stream text not null check (stream in ('self', 'external')),
    note text,
    assessment text,
    primary key (case_id, nth),
    -- Deferred, because a trigger takes these out of an event before there is its row.
    foreign key (case_id, nth) references sector.events deferrable initially deferred
);

-- The level that an authority has recognised is its own fact: later changes of frameworks or names leave it as it was.
-- It is the certificate that the core makes of the case; the columns beside it are what it says.
create table sector.recognised_levels (
    case_id text primary key references sector.cases,
    certificate jsonb not null,
    recognised_on text not null generated always as (certificate ->> 'on') stored,
    group_1 smallint not null generated always as ((certificate #>> '{groups,0,level}')::smallint) stored,
    group_2 smallint not null generated always as ((certificate #>> '{groups,1,level}')::smallint) stored,
    overall smallint not null generated always as ((certificate #>> '{overall,level}')::smallint) stored
);

reset role;
