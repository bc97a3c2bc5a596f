//! Questions of a country, asked row by row: each answer is that of the whole request where one is small enough, and what plain SQL counts where
//! none is.

use super::same;
use super::server::{Said, Server};

/// 27,005 schools of a year with who they are, from the table of the load.
const SCHOOLS: &str = "
create temporary view schools as select school, levels, document || jsonb_build_object(
    'institution', jsonb_build_object('code', 'S' || school, 'type', 'primary'), 'period', '2023-2024', 'stream', 'self') as document
from load.assessments where year = 0;
create temporary view few as select * from schools where school < 20;
";

/// Each question of a few schools, whole and row by row: the lists of the request, and the same documents as rows.
const QUESTIONS: [(&str, &str, &str, &str); 4] = [
    (
        "cohort",
        r#"{ "keep": "last" }"#,
        "jsonb_build_object('scorecards', jsonb_agg(document order by school))",
        "select 'scorecards' as list, document from few order by school",
    ),
    (
        "publication",
        r#"{ "authority": "Sở (ví dụ giả định)", "as_of": "2024-06-01" }"#,
        "jsonb_build_object('scorecards', jsonb_agg(thuocdo_score(document) order by school))",
        "select 'scorecards' as list, thuocdo_score(document) as document from few order by school",
    ),
    (
        "quality_batch",
        r#"{ "as_of": "2024-06-01" }"#,
        "jsonb_build_object('submissions', jsonb_agg(document order by school))",
        "select 'submissions' as list, document from few order by school",
    ),
    (
        "agreement",
        "{}",
        r#"jsonb_build_object('self', jsonb_agg(document order by school), 'external', jsonb_agg(document || '{ "stream": "external" }' order by school) filter (where school > 3))"#,
        r#"(select 'self' as list, document from few order by school) union all
            (select 'external', document || '{ "stream": "external" }' from few where school > 3 order by school)"#,
    ),
];

/// Asks of a few schools, and of all of them.
pub(super) fn asked(server: &Server, database: &str) -> Result<(), String> {
    let mut session = server.session(database)?;
    session.rows(SCHOOLS)?;
    for (question, request, lists, rows) in QUESTIONS {
        let whole = format!("thuocdo_ask('{question}', '{request}'::jsonb || (select {lists} from few))");
        for (more, of_whole) in [("", ""), (", 'moet-4725-2022'", ""), (", 'moet-4725-2022', 'en'", ", lang => 'en'")] {
            let whole = whole.replace(" from few))", &format!(" from few){of_whole})"));
            let alike = format!("select {whole} = thuocdo_ask_many('{question}', '{request}', list, document{more}) from ({rows}) as rows");
            same(&alike, &session.rows(&alike)?.as_str(), &"t")?;
        }
    }
    // Of all, what is counted by the server itself.
    let levels = "array[count(*) filter (where (levels).overall_low = 1 and (levels).overall_high = 1),
        count(*) filter (where (levels).overall_low = 2 and (levels).overall_high = 2), count(*) filter (where (levels).overall_low = 3)]";
    let publication = format!(
        "select told #>> '{{summary,count}}', jsonb_array_length(told -> 'rows'),
            (select array_agg((level ->> 'computed')::bigint order by level -> 'level') from jsonb_array_elements(told #> '{{summary,overall,levels}}') as level)
                = (select {levels} from schools)
        from (select thuocdo_ask_many('publication', '{{}}', 'scorecards', document) as told from schools) as answer"
    );
    same("published", &session.rows(&publication)?.as_str(), &"27005|27005|t")?;
    let cohort = "select thuocdo_ask_many('cohort', '{}', 'scorecards', document) = thuocdo_cohort(document), count(*) from schools";
    same("counted", &session.rows(cohort)?.as_str(), &"t|27005")?;
    let quality = "select thuocdo_ask_many('quality_batch', '{}', 'submissions', document) ->> 'count' from schools";
    same("looked at", &session.rows(quality)?.as_str(), &"27005")?;
    refusals(server, &mut session, database)
}

/// What is refused, at which place, and what is no question at all.
fn refusals(server: &Server, session: &mut super::server::Session, database: &str) -> Result<(), String> {
    for (call, expected) in [
        ("thuocdo_ask_many('cohort', '{}', 'scorecards', null)", Said::Rows("0".to_owned())),
        ("thuocdo_ask_many('cohort', '{}', null, document)", Said::Rows("0".to_owned())),
        ("thuocdo_ask_many('score', '{}', 'scorecards', document)", Said::Failed("22023".to_owned())),
        ("thuocdo_ask_many('kohort', '{}', 'scorecards', document)", Said::Failed("22023".to_owned())),
        ("thuocdo_ask_many('cohort', '{}', 'cards', document)", Said::Failed("22023".to_owned())),
        ("thuocdo_ask_many('cohort', '{ \"more\": 1 }', 'scorecards', document)", Said::Failed("22023".to_owned())),
        ("thuocdo_ask_many('cohort', '{}', 'scorecards', document, 'none')", Said::Failed("42704".to_owned())),
        ("thuocdo_ask_many('cohort', '{}', 'scorecards', document, 'moet-4725-2022', 'fr')", Said::Failed("22023".to_owned())),
        // The same school twice in a list of schools.
        (
            "thuocdo_ask_many('publication', '{}', 'scorecards', document || '{ \"institution\": { \"code\": \"S1\" } }')",
            Said::Failed("22023".to_owned()),
        ),
    ] {
        same(call, &session.ask(&format!("select {call} ->> 'count' from few"))?, &expected)?;
    }
    same(
        "no row",
        &session.rows("select thuocdo_ask_many('cohort', '{}', 'scorecards', document) is null from few where school < 0")?.as_str(),
        &"t",
    )?;
    let third = "select thuocdo_ask_many('cohort', '{}', 'scorecards', jsonb_build_object('conditions', '{}'::jsonb, 'answers', jsonb_build_object('1.3.1', n)))
        from (select * from generate_series(5, 9) as n order by n) as numbers";
    match server.sql(database, third) {
        Err(message) if message.contains("ERROR:  22023:") && message.contains("bảng kết quả thứ 3, mục 1.3.1: ") => Ok(()),
        other => Err(format!("{third}\n  found: {other:?}")),
    }
}
