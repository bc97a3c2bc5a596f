-- How does a case go on?
--
-- By events: planned, self-assessed, approved by the head, reported, perhaps returned, externally assessed, recognised, published. Which may follow
-- which, and what stands in the way, is asked of the core; nothing of it is written here again.

-- A case as the core reads it. The institution is named by its code alone: a school that changes its name keeps its certificates.
create function sector.case_of(id bigint) returns jsonb language sql stable
    return (select jsonb_strip_nulls(jsonb_build_object(
        'format', 1,
        'institution', jsonb_build_object('code', c.institution),
        'period', c.period,
        'events', coalesce(
            (select jsonb_agg(
                jsonb_build_object('act', e.act, 'on', to_char(e.day, 'YYYY-MM-DD'), 'role', e.part, 'body', e.body, 'note', e.note, 'assessment', e.assessment)
                order by e.nth)
            from sector.events e where e.case_id = c.id), '[]'),
        'self', (select a.document from sector.assessments a where a.case_id = c.id and a.stream = 'self'),
        'external', (select a.document from sector.assessments a where a.case_id = c.id and a.stream = 'external')))
    from sector.cases c where c.id = case_of.id);

-- Which assessment an act rests on, if any.
create function sector.stream_of(act text) returns text language sql immutable
    return case
        when act in ('approve', 'report', 'return') then 'self'
        when act in ('externally_assess', 'recognise', 'publish') then 'external'
    end;

-- Runs as sector_engine: whoever adds an event may write neither the state nor a level.
create function sector.act() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    framework text;
    events jsonb;
    file jsonb;
    status jsonb;
    event jsonb;
begin
    -- Days do not go back, so an event of tomorrow would keep everyone else from acting until then.
    if new.day > current_date then
        raise exception using errcode = 'check_violation', message = format('%s is not yet', new.day);
    end if;
    -- Two events of one case, or an event and an answer, come one after the other.
    select c.framework into strict framework from sector.cases c where c.id = new.case_id for no key update;
    select a.part, a.body into strict new.part, new.body from sector.actors a where a.role = new.actor;
    file := sector.case_of(new.case_id);
    events := file -> 'events';
    new.nth := jsonb_array_length(events);
    event := jsonb_strip_nulls(jsonb_build_object('act', new.act, 'on', to_char(new.day, 'YYYY-MM-DD'), 'role', new.part, 'body', new.body, 'note', new.note));

    -- What may not be done is an error here, with its reasons.
    file := file || jsonb_build_object('events', events || event);
    status := thuocdo_ask('process', jsonb_build_object('case', file), framework);
    new.state := status ->> 'state';
    new.assessment := status #>> array[sector.stream_of(new.act), 'digest'];
    update sector.cases set state = new.state where id = new.case_id;

    if new.act = 'recognise' then
        event := event || jsonb_build_object('assessment', new.assessment);
        file := file || jsonb_build_object('events', events || event);
        insert into sector.recognised_levels (case_id, certificate)
            values (new.case_id, thuocdo_ask('certify', jsonb_build_object('case', file), framework));
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

-- A case that is not one's own: its faults would tell of it, so nobody gets as far.
create function sector.own_case() returns trigger language plpgsql as $$
begin
    if not sector.may_act(new.case_id) then
        raise exception using errcode = 'insufficient_privilege', message = format('case %s is not there, or another''s', new.case_id);
    end if;
    return new;
end $$;

alter function sector.case_of(bigint) owner to sector_owner;
alter function sector.stream_of(text) owner to sector_owner;
alter function sector.act() owner to sector_engine;
alter function sector.write_assessment() owner to sector_engine;

-- Whoever may execute these could hang them on a table of his own and have sector_engine work for him.
revoke execute on function sector.act(), sector.write_assessment() from public;

-- In the order of their names. The last comes after the policies have been asked.
create trigger act_1_own before insert on sector.events for each row execute function sector.own_case();
create trigger act_2_do before insert on sector.events for each row execute function sector.act();
create trigger write_assessment after insert or update on sector.assessments for each row execute function sector.write_assessment();
