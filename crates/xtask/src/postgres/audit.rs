//! Claims of a table beside what follows from its answers, worked out by hand.

use super::server::Server;
use super::{refused, same};

const DATABASE: &str = "audit";
/// All points there are, which are 100 in each group; then what is changed of them, and what is claimed.
const TABLE: &str = r#"
create extension thuocdo;
create table submitted (school text primary key, document jsonb, claim jsonb);
insert into submitted
    select school, jsonb_build_object('conditions', '{}'::jsonb, 'answers', a || changes::jsonb), claim::jsonb
    from (select jsonb_object_agg(i ->> 'code', i -> 'max') as a from jsonb_path_query(thuocdo_framework(), '$.groups[*].criteria[*].indicators[*]') as i) as answers,
        (values
            ('agrees', '{}', '{ "groups": { "1": { "score": 100, "level": 3 }, "2": { "score": "100.00", "level": 3 } }, "level": 3 }'),
            ('claims less', '{}', '{ "groups": { "1": { "score": 50, "level": 2 } }, "level": 2 }'),
            ('claims more', '{ "1.3.1": null }', '{ "groups": { "1": { "score": 100 } } }'),
            ('leaves out', '{ "1.3.1": null }', '{ "groups": { "1": { "score": 94 } } }'),
            ('refused', '{ "1.3.1": 7 }', '{ "level": 3 }'),
            ('rounds', '{ "1.3.1": 5.25 }', '{ "groups": { "1": { "score": 99.3, "level": 3 } } }'),
            ('says nothing', '{}', null)) as claims (school, changes, claim);
insert into submitted values
    ('without answers', null, '{ "groups": { "1": { "score": 75, "level": 3 }, "2": { "score": 100, "level": 3 } }, "level": 3 }'),
    ('without an answer', '{ "conditions": {}, "answers": {} }', '{ "groups": { "2": { "score": 101 } } }');
"#;

const AUDITED: &str = "select school, field, claimed, follows, cause, moves from submitted, thuocdo_audit(document, claim) order by school, field";

/// Of 75 points the level is 2; above 75 it is 3. Of 6 points that are missing at most 100 and at least 94 follow.
const EXPECTED: &str = "\
claims less|group.1.level|2|3|other_points|raised
claims less|group.1.score|50|100|sum|raised
claims less|overall.level|2|3|overall|raised
claims more|group.1.score|100|94–100|sum|
leaves out|group.1.score|94|94–100|blank_as_zero|
refused|answers||points_out_of_range /answers/1.3.1|refused|
rounds|group.1.score|99.3|99.25|rounded|
without an answer|group.2.score|101|0–100|out_of_range|
without answers|group.1.level|3|2|level_of_points|lowered
without answers|overall.level|3|2|other_points|lowered";

/// The same from the question `audit`, which answers for all at once.
const ASKED: &str = "
select i ->> 'row', d ->> 'field', d ->> 'cause', d ->> 'follows'
from jsonb_path_query((select thuocdo_ask('audit', jsonb_build_object('submissions', jsonb_agg(jsonb_build_object('assessment', document, 'claimed', claim) order by school)))
    from submitted where claim is not null), '$.differing[*]') as i, jsonb_array_elements(i -> 'differences') as d
except all
select (row_number - 1)::text, field, cause, follows
from (select *, row_number() over (order by school) from submitted where claim is not null) as s, thuocdo_audit(document, claim)";

pub(super) fn audited(server: &Server) -> Result<(), String> {
    server.database(DATABASE)?;
    server.sql(DATABASE, TABLE)?;
    same("audited", &server.sql(DATABASE, AUDITED)?.trim_end(), &EXPECTED)?;
    same("as the question answers", &server.sql(DATABASE, ASKED)?.trim(), &"")?;
    let why = "select distinct why from submitted, thuocdo_audit(document, claim, lang => 'en') where school = 'without answers' and field = 'group.1.level'";
    same("why", &server.sql(DATABASE, why)?.trim(), &"the level is not that of the points claimed")?;
    // A function of a framework of one's own, and no framework.
    let own = "select thuocdo_framework_add(jsonb_set(thuocdo_framework(), '{id}', '\"own\"')) as own \\gset
        select count(*) from submitted, thuocdo_audit(document, claim, :'own')";
    same("by one's own", &server.sql(DATABASE, own)?.trim(), &"10")?;
    for (call, state) in [
        ("thuocdo_audit(null, '{ \"groups\": { \"3\": { \"score\": 1 } } }')", "22023"),
        ("thuocdo_audit(null, '[]')", "22023"),
        ("thuocdo_audit(null, '{}', 'no-such')", "42704"),
        ("thuocdo_audit(null, '{}', lang => 'fr')", "22023"),
    ] {
        refused(server, DATABASE, &format!("select * from {call}"), state)?;
    }
    same(
        "nothing claimed",
        &server.sql(DATABASE, "select (select count(*) from thuocdo_audit('{}', '{}')), (select count(*) from thuocdo_audit('{}', null))")?.trim(),
        &"0|0",
    )
}
