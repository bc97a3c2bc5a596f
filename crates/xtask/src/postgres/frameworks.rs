//! Frameworks and overlays of one's own: who may store them, what cannot be stored, and that none changes afterwards.

use std::fs;

use super::lifecycle::DATABASE;
use super::server::{Said, Server};
use super::{refused, same};
use crate::run::{ran, target};

/// A digest taken in advance, by whoever may do all.
const OCCUPIED: &str = "
savepoint before;
select thuocdo_framework_add(jsonb_set(thuocdo_framework(), '{id}', '\"cua-toi\"')) as taken \\gset
rollback to before;
insert into _thuocdo.frameworks (digest, document, base, added_by) values (:'taken', 'rubbish', 'nowhere', 'postgres');
select thuocdo_framework_add(jsonb_set(thuocdo_framework(), '{id}', '\"cua-toi\"'))";

/// A stored framework cannot be changed or taken away, is added but once, and may be read by everyone; its row is not believed unread.
pub(super) fn stay(server: &Server) -> Result<(), String> {
    for (statement, state) in [
        ("update _thuocdo.frameworks set document = '{}'", "55000"),
        ("delete from _thuocdo.frameworks", "55000"),
        ("truncate _thuocdo.frameworks cascade", "55000"),
        ("insert into _thuocdo.frameworks (digest, document, added_by) values ('sha256:00', '{}', 'x')", "23514"),
        // What is no framework of its digest is told when it is asked for, and when it is added.
        (
            "insert into _thuocdo.frameworks (digest, document, base, added_by) \
          select 'sha256:01', document, base, 'x' from _thuocdo.frameworks where base is not null; select thuocdo_digest('sha256:01')",
            "XX001",
        ),
        (OCCUPIED, "XX001"),
        ("select thuocdo_digest('sha256:02')", "42704"),
        ("select thuocdo_framework_add('{}')", "22023"),
        ("select thuocdo_framework_add('{')", "22032"),
        ("select thuocdo_framework_add(thuocdo_framework(local)) from names", "22023"),
        ("select thuocdo_overlay_add('moet-4725-2022', '{}')", "22023"),
        (r#"select thuocdo_framework_add('{ "revision": 1e400 }'::jsonb)"#, "22023"),
    ] {
        refused(server, DATABASE, statement, state)?;
    }
    let again = "select count(*) from _thuocdo.frameworks; select thuocdo_framework_add(thuocdo_framework(own)) = own from names; \
                 select count(*) from _thuocdo.frameworks; create role reader; set role reader; \
                 select count(*) from _thuocdo.frameworks; reset role; drop role reader";
    same("frameworks", &server.sql(DATABASE, again)?.trim(), &"3\nt\n3\n3")
}

/// Who adds, by which right, and under whose name.
pub(super) fn added(server: &Server) -> Result<(), String> {
    for (statement, state) in [
        ("create role reader; set role reader; select thuocdo_framework_add(thuocdo_framework())", "42501"),
        ("create role reader; set role reader; select thuocdo_framework_add(thuocdo_framework()::text)", "42501"),
        ("create role reader; set role reader; select thuocdo_overlay_add('moet-4725-2022', '{}'::text)", "42501"),
        ("create role reader; set role reader; select thuocdo_overlay_add('moet-4725-2022', '{}'::jsonb)", "42501"),
        // Only what was granted, and the table not at all.
        ("set role adder; select thuocdo_framework_add(thuocdo_framework())", "42501"),
        (
            "set role adder; insert into _thuocdo.frameworks (digest, document, base, added_by) values ('sha256:02', 'rubbish', 'nowhere', 'x')",
            "42501",
        ),
        ("set role adder; copy _thuocdo.frameworks from stdin", "42501"),
        ("set role adder; create trigger t before insert on _thuocdo.frameworks execute function _thuocdo.refuse()", "42501"),
    ] {
        refused(server, DATABASE, statement, state)?;
    }
    let own = "jsonb_set(thuocdo_framework(), '{id}', '\"of-adder\"')";
    let added = format!(
        "begin; set role adder; select thuocdo_framework_add({own}::text) as own \\gset
        select added_by, added_at = now() from _thuocdo.frameworks where digest = :'own'; rollback"
    );
    same("added by a role", &server.sql(DATABASE, &added)?.trim(), &"adder|t")?;
    // By whoever called, though the function that he called has another owner.
    let through = "begin; create role lender; grant execute on function thuocdo_framework_add(text) to lender; grant create on schema public to lender;
        set role lender; create function lent(document text) returns text language sql security definer as 'select public.thuocdo_framework_add(document)';
        reset role; set role adder; select lent(jsonb_set(thuocdo_framework(), '{id}', '\"lent\"')::text) as lent \\gset
        select added_by, added_at = now() from _thuocdo.frameworks where digest = :'lent'; rollback";
    same("added through another's function", &server.sql(DATABASE, through)?.trim(), &"adder|t")?;

    // What was stored and undone is not known any more, in the session that did it either.
    let mut session = server.session(DATABASE)?;
    let own = "jsonb_set(thuocdo_framework(), '{id}', '\"undone\"')";
    for (begin, undo, end) in [("begin", "rollback", "select 1"), ("begin; savepoint s", "rollback to s", "rollback")] {
        session.rows(begin)?;
        let digest = session.rows(&format!("select thuocdo_framework_add({own})"))?;
        same("in its transaction", &session.rows(&format!("select thuocdo_digest('{digest}')"))?, &digest)?;
        session.rows(undo)?;
        same("undone", &session.ask(&format!("select thuocdo_digest('{digest}')"))?, &Said::Failed("42704".to_owned()))?;
        session.rows(end)?;
    }
    Ok(())
}

/// As many overlays on each other as may be, each of which can be used, and one more.
pub(super) fn overlays(server: &Server) -> Result<(), String> {
    const LAID: &str = r"
begin;
create function laid(nth integer, base text) returns text language sql as $$
    select thuocdo_overlay_add(base, jsonb_build_object(
        'format', 1, 'id', 'o' || nth, 'revision', 1, 'title', jsonb_build_object('vi', 'x', 'en', 'x'),
        'basis', jsonb_build_object('standing', 'assumed', 'sources', '[]'::jsonb),
        'base', jsonb_build_object('id', thuocdo_framework(base) ->> 'id', 'digest', thuocdo_digest(base)),
        'local_conditions', jsonb_build_array(jsonb_build_object('code', 'z.' || nth, 'group', '1', 'title', jsonb_build_object('vi', 'x', 'en', 'x')))))
$$;
create table laid (nth integer, digest text);
do $$
declare
    base text := 'moet-4725-2022';
begin
    for nth in 1..64 loop
        base := laid(nth, base);
        insert into laid values (nth, base);
    end loop;
end
$$;
";
    let used =
        "select count(*) from laid where thuocdo_digest(digest) = digest and jsonb_array_length(thuocdo_framework(digest) -> 'overlays') = nth";
    same("overlays that can be used", &server.sql(DATABASE, &format!("{LAID}{used}; rollback"))?.trim(), &"64")?;
    refused(server, DATABASE, &format!("{}select laid(65, digest) from laid where nth = 64", LAID.trim_start().trim_start_matches("begin;")), "54000")
}

/// Installed by somebody who owns a database and is no superuser: it works, and he alone may store frameworks and let others do it.
pub(super) fn trusted(server: &Server) -> Result<(), String> {
    const OWNED: &str = "owned";
    let own = "jsonb_set(thuocdo_framework(), '{id}', '\"of-owner\"')";
    server.sql("postgres", "create role owner login; create role stranger login; create database owned owner owner")?;
    let by = |role: &str, text: &str| {
        let mut command = server.psql(OWNED);
        ran(command.env("PGUSER", role).args(["-At", "-c", text]))
    };
    by("owner", "create extension thuocdo")?;
    let added = by("owner", &format!("select thuocdo_framework_add({own})"))?;
    same("by the owner", &by("owner", "select digest from _thuocdo.frameworks where added_by = 'owner'")?.trim(), &added.trim())?;
    let is_refused = |role: &str, text: &str| match by(role, text) {
        Err(message) if message.contains("42501") => Ok(()),
        other => Err(format!("{role}: {text}\n  found: {other:?}")),
    };
    is_refused("stranger", &format!("select thuocdo_framework_add({own})"))?;
    is_refused("stranger", "insert into _thuocdo.frameworks select * from _thuocdo.frameworks")?;
    is_refused("stranger", "alter extension thuocdo update")?;
    is_refused("owner", "alter type thuocdo_levels add attribute more text")?;
    by("owner", "grant execute on function thuocdo_framework_add(jsonb) to stranger")?;
    same("by whom he let", &by("stranger", &format!("select thuocdo_framework_add({own})"))?, &added)?;
    // What a function does in the name of its owner is no superuser's doing.
    let definers = "select count(*) from pg_proc where prosecdef and proname ~ 'thuocdo' and proowner <> 'owner'::regrole";
    same("owners", &by("owner", definers)?.trim(), &"0")?;
    let dump = ran(server.client("pg_dump", OWNED).env("PGUSER", "owner"))?;
    server.sql("postgres", "create database owned_again owner owner")?;
    let mut command = server.client("psql", "owned_again");
    command.env("PGUSER", "owner").args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f"]);
    let script = target().join("postgres/owned.sql");
    fs::write(&script, dump).map_err(|error| format!("{}: {error}", script.display()))?;
    ran(command.arg(&script))?;
    same("restored", &server.sql("owned_again", "select digest from _thuocdo.frameworks")?, &added)?;
    server.sql("postgres", "drop database owned; drop database owned_again; drop role owner; drop role stranger").map(drop)
}
