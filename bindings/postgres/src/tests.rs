//! Tests that run inside a server: `cargo xtask test postgres` builds the extension with the feature `own_tests` and calls each.

use pgrx::prelude::*;

#[pg_schema]
mod tests {
    use pgrx::prelude::*;
    use serde::ser::{Serialize, SerializeStruct, Serializer};
    use thuocdo_practice::Cohort;

    use crate::cohort::received;
    use crate::jsonb::{Jsonb, JsonbText};
    use crate::refusal::{Answer, refused};
    use crate::scorers::scorers;
    use crate::serialize::jsonb;
    use crate::write::{Node, Tree};

    /// Whether a document is taken from where it lies.
    #[pg_extern]
    fn is_walked(document: Jsonb<'_>) -> bool {
        scorers("moet-4725-2022").is_ok_and(|scorers| document.walk(scorers.local()).is_some())
    }

    /// The scorecard as the server reads it from its text, which `thuocdo_score` must give without one.
    #[pg_extern(immutable, strict, parallel_safe)]
    fn score_by_text(document: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'")) -> Answer<JsonbText> {
        document.card(scorers(framework)?.local()).map(|card| JsonbText(card.to_json())).map_err(refused)
    }

    /// Whether two `jsonb` are the same to the byte.
    #[pg_extern(immutable, strict, parallel_safe)]
    fn are_alike(one: Jsonb<'_>, other: Jsonb<'_>) -> bool {
        one.bytes() == other.bytes()
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

    /// The bytes of a `jsonb`.
    #[pg_extern(immutable, strict)]
    fn bytes(document: Jsonb<'_>) -> Vec<u8> {
        document.bytes().to_vec()
    }

    /// The bytes that the server makes of a text.
    fn read_by_the_server(json: String) -> Option<Vec<u8>> {
        Spi::get_one_with_args::<Vec<u8>>("select tests.bytes($1::jsonb)", &[json.into()]).ok().flatten()
    }

    #[pg_extern]
    fn numbers_are_written_as_the_server_writes_them() {
        for whole in [0, 1, 9, 99, 100, 999, 9_999, 10_000, 10_001, 99_999_999, 100_000_000, 100_000_001, 92_233_720_368_547_757_i64] {
            for (hundredths, text) in [(0, ""), (1, ".01"), (9, ".09"), (10, ".1"), (25, ".25"), (50, ".5"), (99, ".99")] {
                for sign in [1, -1] {
                    let mut tree = Tree::default();
                    tree.value(Node::Number((whole * 100 + hundredths) * sign));
                    let sign = if sign < 0 && whole + hundredths > 0 { "-" } else { "" };
                    let written = tree.list(Tree::default().begin()).and_then(|list| tree.written(list));
                    assert_eq!(read_by_the_server(format!("[{sign}{whole}{text}]")), written.ok(), "{sign}{whole}{text}");
                }
            }
        }
        for double in [0.005, 1e12 + 0.25, f64::NAN, f64::INFINITY] {
            assert!(jsonb(&[double].as_slice()).is_err(), "{double}");
        }
        assert_eq!(jsonb(&[0.29, -4.35, 75.01, -0.0].as_slice()).ok(), read_by_the_server("[0.29, -4.35, 75.01, 0]".to_owned()));
    }

    /// Keys neither in the order of their length nor of their letters.
    const KEYS: [&str; 70] = [
        "đ0", "1", "đđ2", "a3", "4", "aa5", "b6", "7", "bb8", "c9", "10", "cc11", "d12", "13", "dd14", "e15", "16", "ee17", "f18", "19", "ff20",
        "g21", "22", "gg23", "h24", "25", "hh26", "i27", "28", "ii29", "j30", "31", "jj32", "k33", "34", "kk35", "l36", "37", "ll38", "m39", "40",
        "mm41", "n42", "43", "nn44", "o45", "46", "oo47", "p48", "49", "pp50", "q51", "52", "qq53", "r54", "55", "rr56", "s57", "58", "ss59", "t60",
        "61", "tt62", "u63", "64", "uu65", "v66", "67", "vv68", "w69",
    ];

    /// An object of the first so many keys, each with a list.
    struct Long(usize);

    impl Serialize for Long {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut object = serializer.serialize_struct("Long", self.0)?;
            for (nth, key) in KEYS.into_iter().take(self.0).enumerate() {
                object.serialize_field(key, &(0..nth).map(|n| if n % 2 == 0 { "à\"\n\u{1f600}" } else { "" }).collect::<Vec<_>>())?;
            }
            object.end()
        }
    }

    #[pg_extern]
    fn containers_of_any_length_are_written_as_the_server_does() {
        // Of every 32nd child it is said where it ends.
        for count in [0, 1, 2, 31, 32, 33, 63, 64, 65, 70] {
            let items = |nth: usize| (0..nth).map(|n| if n % 2 == 0 { r#""à\"\n\ud83d\ude00""# } else { r#""""# }).collect::<Vec<_>>().join(", ");
            let entries: Vec<String> = KEYS.into_iter().take(count).enumerate().map(|(nth, key)| format!("\"{key}\": [{}]", items(nth))).collect();
            let written = jsonb(&[Long(count), Long(count)].as_slice());
            assert_eq!(written.ok(), read_by_the_server(format!("[{{{0}}}, {{{0}}}]", entries.join(", "))), "{count}");
        }
    }

    /// A key twice.
    struct Twice;

    impl Serialize for Twice {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut object = serializer.serialize_struct("Twice", 2)?;
            object.serialize_field("a", &1)?;
            object.serialize_field("a", &2)?;
            object.end()
        }
    }

    #[pg_extern]
    fn what_no_answer_is_made_of_is_not_written() {
        assert!(jsonb(&Twice).is_err());
        assert!(jsonb(&"a single value").is_err());
        assert!(jsonb(&std::collections::BTreeMap::from([("a", 1)])).is_err());
        assert!(jsonb(&i64::MAX).is_err());
        // And the next one is.
        assert_eq!(jsonb(&Long(1)).ok(), read_by_the_server("{\"đ0\": []}".to_owned()));
    }

    #[pg_extern]
    fn a_count_from_elsewhere_is_believed_only_if_it_is_whole() {
        let count = scorers("moet-4725-2022").map(|scorers| {
            let mut cohort = Cohort::new(scorers.local().framework(), None);
            let card = scorers.local().score(br#"{"conditions": {}, "answers": {"1.3.1": 6}, "institution": {"code": "A"}}"#);
            card.and_then(|card| cohort.add(0, &card, None)).is_ok().then(|| cohort.to_part()).flatten().unwrap_or_default()
        });
        let count = count.unwrap_or_default();
        let reported = received(count.as_bytes()).map(|cohort| cohort.finish(None).count);
        assert_eq!(reported.ok(), Some(1));
        let bytes = count.as_bytes();
        for length in (0..bytes.len()).step_by(97) {
            assert!(received(bytes.get(..length).unwrap_or_default()).is_err(), "{length}");
        }
        for place in (0..bytes.len()).step_by(89) {
            let mut changed = bytes.to_vec();
            if let Some(byte) = changed.get_mut(place) {
                *byte ^= 1;
            }
            assert!(received(&changed).is_err(), "{place}");
        }
    }
}
