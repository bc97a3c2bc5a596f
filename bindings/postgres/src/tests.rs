//! Tests that run inside a server: `cargo xtask test postgres` builds the extension with the feature `own_tests` and calls each.

use pgrx::prelude::*;

#[pg_schema]
mod tests {
    use pgrx::prelude::*;

    use crate::jsonb::Jsonb;
    use crate::scorers::scorers;

    /// Whether a document is taken from where it lies.
    #[pg_extern]
    fn is_walked(document: Jsonb<'_>) -> bool {
        scorers("moet-4725-2022").is_ok_and(|scorers| document.walk(scorers.local()).is_some())
    }

    /// What a query finds; no test expects null.
    fn found<T: FromDatum + IntoDatum>(query: &str) -> Option<T> {
        Spi::get_one(query).ok().flatten()
    }

    #[pg_extern]
    fn what_is_written_as_usual_is_taken_from_where_it_lies() {
        for document in [
            r#"{"conditions": {}, "answers": {}}"#,
            r#"{"conditions": {"1.1": true, "1.2": {"met": false}, "2.1": null}, "answers": {"1.3.1": 6, "1.3.2": 0, "1.6.1": 5.25, "1.3.3": "2.50", "1.3.4": null}}"#,
            r#"{"conditions": {}, "answers": {"1.3.1": {"points": 5.5, "note": "x", "evidence": [{"title": "đủ", "date": "2023-09-05", "uri": null}]}}}"#,
            r#"{"framework": "moet-4725-2022", "institution": {"code": "31", "name": "Trường", "type": "primary"}, "period": null, "stream": "self", "assessed_on": "2023-10-12", "conditions": {}, "answers": {}}"#,
            r#"{"conditions": {}, "answers": {"1.3.1": 6.00, "1.3.2": 1e0, "1.3.3": 0.010}}"#,
        ] {
            assert_eq!(found(&format!("select tests.is_walked('{document}')")), Some(true), "{document}");
        }
    }

    #[pg_extern]
    fn what_is_wrong_or_unusual_is_left_to_the_text() {
        for document in [
            "[]",
            "6",
            r#"{"conditions": {}}"#,
            r#"{"conditions": {}, "answers": {"1.3.1": 6.01}}"#,
            r#"{"conditions": {}, "answers": {"1.3.1": 5.001}}"#,
            r#"{"conditions": {}, "answers": {"1.3.1": -1}}"#,
            r#"{"conditions": {}, "answers": {"1.3.1": 1e400}}"#,
            r#"{"conditions": {}, "answers": {"1.3.1": {"met": true}}}"#,
            r#"{"conditions": {"9.9": true}, "answers": {}}"#,
            r#"{"conditions": {}, "answers": {}, "more": null}"#,
        ] {
            assert_eq!(found(&format!("select tests.is_walked('{document}')")), Some(false), "{document}");
        }
    }

    #[pg_extern]
    fn every_hundredth_of_an_indicator_is_read_alike() {
        // Of every form in which the server keeps a number: one digit to the base of 10,000, two, and with more zeros than it needs.
        let differing = "
            select count(*) from generate_series(0, 600) as n,
                lateral (values (n / 100.0), ((n / 100.0)::numeric(9, 2)), (n * 0.0100000)) as form (points),
                lateral (select jsonb_build_object('conditions', '{}'::jsonb, 'answers', jsonb_build_object('1.3.1', points)) as document) as made
            where (thuocdo_levels(document)).score_low[1] <> n / 100.0 or not tests.is_walked(document)
                or thuocdo_score(document) <> thuocdo_score_json(document::text)::jsonb";
        assert_eq!(found(differing), Some(0_i64));
    }

    #[pg_extern]
    fn an_object_of_many_keys_is_read_to_its_end() {
        // The server says of every 32nd child where it ends, and of the others how long they are.
        let last = "
            select (thuocdo_levels(jsonb_build_object('conditions', '{}'::jsonb, 'answers', jsonb_object_agg(code, points)))).score_low
            from (select i ->> 'code' as code, 1.25 as points from jsonb_path_query(thuocdo_framework(), '$.groups[*].criteria[*].indicators[*]') as i) as all_codes";
        let sums = "
            select array_agg(1.25 * n order by at) from (
                select at, jsonb_array_length(jsonb_path_query_array(g, '$.criteria[*].indicators[*]')) as n
                from jsonb_array_elements(thuocdo_framework() -> 'groups') with ordinality as groups (g, at)) as counted";
        let alike = format!("select ({last}) = ({sums})");
        assert_eq!(found(&alike), Some(true));
    }
}
