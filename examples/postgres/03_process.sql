-- How does a case go on?
--
-- By events: planned, self-assessed, approved by the head, reported, perhaps returned, externally assessed, recognised, published. Which may follow
-- which, and what stands in the way, is asked of the core; nothing of it is written here again.
--
-- Who is refused is told why. So the core is asked with the rights of whoever acts, about a case that holds no more than he may read: an error
-- can tell nothing else. What runs with more rights (`security definer`) reads no content before the act is accepted, and has errors of fixed text.
--
-- In PL/pgSQL, what depends on the role is asked by a query with FROM. A bare expression such as `x := sector.case_of(id)` keeps, before
-- PostgreSQL 18, the plan of the first role of a transaction, and answers a second role by the policies of the first.

-- Events with all that one may read of them.
create view sector.history with (security_invoker = true) as
    select e.case_id, e.nth, e.act, e.day, coalesce(e.note, w.note) as note, e.actor, e.part, e.body, coalesce(e.assessment, w.assessment) as assessment, e.state
    from sector.events e left join sector.withheld w using (case_id, nth);

-- Which assessment an act rests on, if any.
create function sector.stream_of(act text) returns text language sql immutable
    return case
        when act in ('approve', 'report', 'return') then 'self'
        when act in ('externally_assess', 'recognise', 'publish') then 'external'
    end;

-- A case as the core reads it. The institution is named by its code alone: a school that changes its name keeps its certificates.
-- In the place of an assessment that one may not read stands a blank one, without a digest: to whom it is withheld, everything in it is unknown.
create function sector.case_of(id text) returns jsonb language sql stable
    return (
        with events as (
            select h.*, a.document is not null as is_read
            from sector.history h left join sector.assessments a on a.case_id = h.case_id and a.stream = sector.stream_of(h.act)
            where h.case_id = case_of.id
        ),
        sheets as (
            select stream, coalesce(
                (select a.document from sector.assessments a where a.case_id = case_of.id and a.stream = acts.stream),
                (select '{ "conditions": {}, "answers": {} }'::jsonb from events e where e.act = acts.act limit 1)) as document
            from (values ('self', 'self_assess'), ('external', 'externally_assess')) as acts (stream, act)
        )
        select jsonb_strip_nulls(jsonb_build_object(
            'format', 1,
            'institution', jsonb_build_object('code', c.institution),
            'period', c.period,
            -- A date is written in JSON as ISO 8601 has it, whatever DateStyle and TimeZone are.
            'events', coalesce(
                (select jsonb_agg(
                    jsonb_build_object('act', e.act, 'on', e.day, 'role', e.part, 'body', e.body, 'note', e.note,
                        'assessment', case when e.is_read then e.assessment end)
                    order by e.nth)
                from events e), '[]'),
            'self', (select document from sheets where stream = 'self'),
            'external', (select document from sheets where stream = 'external')))
        from sector.cases c where c.id = case_of.id);

-- First: a case that is not one's own. Its faults would tell of it, so nobody gets as far.
create function sector.own_case() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    perform from sector.cases c where c.id = new.case_id and sector.may_act(c.id);
    if not found then
        raise exception using errcode = 'insufficient_privilege', message = 'this case is not there, or another''s';
    end if;
    return new;
end $$;

-- Second: two events of one case, or an event and an answer, come one after the other. Runs as sector_engine, since the lock takes the right to write.
create function sector.lock_case() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform from sector.cases c where c.id = new.case_id for no key update;
    return new;
end $$;

-- Third: may it be done? Role, state and day come first, the assessment after them. Runs with the rights of whoever acts.
create function sector.ask_core() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
    framework text;
    file jsonb;
    status jsonb;
    event jsonb;
begin
    select c.framework, sector.case_of(c.id) into strict framework, file from sector.cases c where c.id = new.case_id;
    select a.part, a.body into strict new.part, new.body from sector.actors a where a.role = new.actor;

    -- What may come next, and by whom, follows from the events alone.
    status := thuocdo_ask('process', jsonb_build_object('case', file), framework);
    if not exists (select from jsonb_array_elements(status -> 'next') as next where next ->> 'act' = new.act and next -> 'roles' ? new.part) then
        raise exception using
            errcode = 'invalid_parameter_value',
            message = format('in a case that is %s, %s may not do this', coalesce(status ->> 'state', 'not planned'), new.part),
            detail = format('may be done: %s', coalesce(
                (select string_agg(format('%s (%s)', next ->> 'act', (select string_agg(role, ', ') from jsonb_array_elements_text(next -> 'roles') as role)), '; ')
                    from jsonb_array_elements(status -> 'next') as next), 'nothing'));
    end if;
    -- Days do not go back, so an event of tomorrow would keep everyone else from acting until then.
    if new.day > sector.today() then
        raise exception using errcode = 'check_violation', message = format('%s is not yet', new.day);
    end if;

    -- What else may stand in the way is an error here, with its reasons.
    event := jsonb_strip_nulls(jsonb_build_object('act', new.act, 'on', new.day, 'role', new.part, 'body', new.body, 'note', new.note));
    status := thuocdo_ask('process', jsonb_build_object('case', jsonb_set(file, '{events}', (file -> 'events') || event)), framework);
    new.nth := jsonb_array_length(file -> 'events');
    new.state := status ->> 'state';
    new.assessment := status #>> array[sector.stream_of(new.act), 'digest'];
    return new;
end $$;

-- Fourth: what follows. Runs as sector_engine: whoever adds an event may write neither the state nor a level.
create function sector.take_event() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    framework text;
    file jsonb;
    event jsonb;
begin
    update sector.cases set state = new.state where id = new.case_id;
    if new.act in ('self_assess', 'approve', 'externally_assess') then
        insert into sector.withheld (case_id, nth, stream, note, assessment)
            values (new.case_id, new.nth, case new.act when 'externally_assess' then 'external' else 'self' end, new.note, new.assessment);
        new.note := null;
        new.assessment := null;
    elsif new.act = 'recognise' then
        select c.framework, sector.case_of(c.id) into strict framework, file from sector.cases c where c.id = new.case_id;
        event := jsonb_strip_nulls(jsonb_build_object(
            'act', new.act, 'on', new.day, 'role', new.part, 'body', new.body, 'note', new.note, 'assessment', new.assessment));
        insert into sector.recognised_levels (case_id, certificate) values (
            new.case_id,
            thuocdo_ask('certify', jsonb_build_object('case', jsonb_set(file, '{events}', (file -> 'events') || event)), framework));
    end if;
    return new;
end $$;

-- When may an assessment be written? The school's until the head answers for it, since what is reported must be what was approved; again
-- after a return; the authority's while it has the report.
create function sector.write_assessment() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    state text;
begin
    select c.state into strict state from sector.cases c where c.id = new.case_id for no key update;
    state := coalesce(state, 'not planned');
    if new.stream = 'external' and state <> 'reported'
        or new.stream = 'self' and state not in ('not planned', 'planned', 'self_assessed', 'returned') then
        raise exception using
            errcode = 'object_not_in_prerequisite_state',
            message = format('no %s assessment is written while its case is %s', new.stream, state),
            hint = 'a school writes until its head approves, and again after a return; the authority writes once the case is reported';
    end if;
    return null;
end $$;

alter view sector.history owner to sector_owner;
alter function sector.stream_of(text) owner to sector_owner;
alter function sector.case_of(text) owner to sector_owner;
alter function sector.own_case() owner to sector_owner;
alter function sector.ask_core() owner to sector_owner;
alter function sector.lock_case() owner to sector_engine;
alter function sector.take_event() owner to sector_engine;
alter function sector.write_assessment() owner to sector_engine;

-- Whoever may execute these could hang them on a table of his own and have sector_engine work for him.
revoke execute on function sector.lock_case(), sector.take_event(), sector.write_assessment() from public;

-- In the order of their names. The policies are asked after the last.
create trigger act_1_own before insert on sector.events for each row execute function sector.own_case();
create trigger act_2_lock before insert on sector.events for each row execute function sector.lock_case();
create trigger act_3_ask before insert on sector.events for each row execute function sector.ask_core();
create trigger act_4_take before insert on sector.events for each row execute function sector.take_event();
create trigger write_assessment after insert or update on sector.assessments for each row execute function sector.write_assessment();
