-- What the random walk asks a database. Made by a superuser; each function tries something as a role and tells all that the role would be told.
create schema walk;

-- Tries a statement as a role. What it does stays done; an error undoes it and is told with all its fields.
create function walk.tried(role text, settings text, statement text) returns text language plpgsql as $$
declare
    answer text;
    n bigint;
    state text; said text; detail text; hint text; context text; schema text; relation text; col text; rule text;
begin
    execute settings;
    execute format('set local role %I', role);
    -- INTO is refused where nothing comes back.
    if statement ~ '^select|returning' then
        execute statement into answer;
    else
        execute statement;
    end if;
    get diagnostics n = row_count;
    reset role;
    perform set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), set_config('thuocdo.lang', 'vi', true);
    return format('rows %s: %s', n, answer);
exception when others then
    get stacked diagnostics state = returned_sqlstate, said = message_text, detail = pg_exception_detail, hint = pg_exception_hint,
        context = pg_exception_context, schema = schema_name, relation = table_name, col = column_name, rule = constraint_name;
    -- Whether an expression fails when it is planned or when it is run follows from what the session did before.
    context := regexp_replace(context, '^PL/pgSQL assignment [^\n]*\n', '');
    return 'error ' || concat_ws(' | ', state, said, detail, hint, context, schema, relation, col, rule);
end $$;

-- Everything that a role sees in tables and views, and what the core tells of it.
create function walk.seen(role text) returns text language sql as $$
    select string_agg(name || ': ' || walk.tried(role, '', format('select json_agg(r order by r::text) from (%s) as r', query)), E'\n' order by name)
    from (
        select name, format('select * from sector.%I', name) as query
        from unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'withheld', 'recognised_levels', 'history', 'answers',
            'evidence', 'computed_levels', 'published_levels', 'published_counts']) as name
        union all
        select 'status of ' || school, format('select thuocdo_ask(''process'', jsonb_build_object(''case'', sector.case_of(%L)))', school || '/2023-2024')
        from unnest(array['VD-2001', 'VD-2002', 'VD-2003', 'VD-2004', 'VD-2005']) as school) as queries;
$$;
