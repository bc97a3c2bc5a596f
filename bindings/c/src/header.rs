//! The header is written by hand, so that it can be read; here it is held against the Rust side, word for word.
//!
//! A generator (cbindgen) would write another header than the manual, which somebody would have to compare with it by eye.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::Lang;

use crate::status::{ABI_VERSION, Status};

const HEADER: &str = include_str!("../include/thuocdo.h");
const SOURCES: [&str; 7] = [
    include_str!("arrow.rs"),
    include_str!("buffer.rs"),
    include_str!("collector.rs"),
    include_str!("entries.rs"),
    include_str!("error.rs"),
    include_str!("scorer.rs"),
    include_str!("status.rs"),
];
/// How each Rust type of a signature is written in C.
const TYPES: [(&str, &str); 22] = [
    ("*const c_char", "const char *"),
    ("()", "void"),
    ("ErrorOut<'_>", "thuocdo_error **"),
    ("Option<&Collector>", "thuocdo_collector *"),
    ("Option<&Error>", "const thuocdo_error *"),
    ("Option<&Scorer>", "const thuocdo_scorer *"),
    ("Option<&mut Buffer>", "thuocdo_buffer *"),
    ("Option<&mut Stream>", "struct ArrowArrayStream *"),
    ("Option<Box<Collector>>", "thuocdo_collector *"),
    ("Option<Box<Error>>", "thuocdo_error *"),
    ("Option<Box<Scorer>>", "thuocdo_scorer *"),
    ("Out<'_, Buffer>", "thuocdo_buffer *"),
    ("Out<'_, Made>", "thuocdo_scorer **"),
    ("Out<'_, Option<Box<Collector>>>", "thuocdo_collector **"),
    ("Out<'_, Stream>", "struct ArrowArrayStream *"),
    ("Out<'_, u8>", "uint8_t *"),
    ("Out<'_, usize>", "size_t *"),
    ("Status", "thuocdo_status"),
    ("i32", "int32_t"),
    ("u32", "uint32_t"),
    ("u8", "uint8_t"),
    ("usize", "size_t"),
];

/// A function: what it returns, and each argument's type and name.
type Signature = (String, Vec<(String, String)>);

/// The header without its comments, each run of white space one space.
fn declarations() -> String {
    let code: Vec<&str> = HEADER.split("/*").map(|part| part.rsplit_once("*/").map_or(part, |(_, code)| code)).collect();
    code.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A C declarator: the name is what stands behind the last space or star.
fn declarator(text: &str) -> (String, String) {
    let text = text.trim();
    let at = text.rfind([' ', '*']).map_or(0, |at| at + 1);
    let (of, name) = text.split_at(at);
    (of.trim().to_owned(), name.to_owned())
}

fn of_header() -> BTreeMap<String, Signature> {
    let declarations = declarations();
    let functions = declarations.split(';').filter_map(|declaration| {
        // Before the first function of a part may stand other things, none of which ends in a bracket.
        let (head, arguments) = declaration.trim().strip_suffix(')')?.rsplit_once('(')?;
        let (result, name) = declarator(head);
        let arguments = arguments.split(',').filter(|argument| argument.trim() != "void").map(declarator).collect();
        Some((name, (result, arguments)))
    });
    functions.collect()
}

fn in_c(of: &str) -> String {
    let found = TYPES.iter().find(|(rust, _)| *rust == of);
    found.unwrap_or_else(|| panic!("no C type is known for `{of}`")).1.to_owned()
}

fn of_sources() -> BTreeMap<String, Signature> {
    let functions = SOURCES.iter().flat_map(|source| source.split("#[unsafe(no_mangle)]").skip(1)).map(|rest| {
        let (_, rest) = rest.split_once("extern \"C\" fn ").expect("what is exported is a C function");
        let (head, _) = rest.split_once('{').expect("a body");
        let (name, rest) = head.split_once('(').expect("arguments");
        let (arguments, result) = rest.rsplit_once(')').filter(|(_, result)| !result.contains('>') || result.contains("->")).expect("a result");
        // `,` stands within `Out<'_, T>` too; a new argument is one with a colon.
        let starts: Vec<usize> = arguments.match_indices(": ").map(|(at, _)| arguments[..at].rfind([' ', ',', '(']).map_or(0, |at| at + 1)).collect();
        let ends = starts.iter().skip(1).copied().chain([arguments.len()]);
        let arguments = starts.iter().zip(ends).map(|(start, end)| {
            let (name, of) = arguments[*start..end].split_once(": ").expect("a name and a type");
            (in_c(of.trim().trim_end_matches(',').trim()), name.trim().to_owned())
        });
        let result = result.trim().strip_prefix("-> ").unwrap_or("()");
        (name.to_owned(), (in_c(result.trim()), arguments.collect()))
    });
    functions.collect()
}

#[test]
fn every_function_is_declared_as_it_is_written() {
    let (header, sources) = (of_header(), of_sources());
    assert!(sources.len() > 15, "only {} functions were found", sources.len());
    let names = |of: &BTreeMap<String, Signature>| of.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&header), names(&sources));
    for (name, signature) in &sources {
        assert_eq!(header[name], *signature, "{name}");
    }
}

#[test]
fn every_constant_has_its_number() {
    let declarations = declarations();
    let mut words = declarations.split([' ', ',', '{', '}', ';']).filter(|word| !word.is_empty());
    let mut found = BTreeMap::new();
    while let Some(word) = words.next() {
        if word.starts_with("THUOCDO_") && words.next() == Some("=") {
            found.insert(word.to_owned(), words.next().and_then(|number| number.parse::<i32>().ok()).expect("a number"));
        }
    }
    let constant = |word: &str| format!("THUOCDO_{}", word.to_uppercase());
    let statuses = Status::ALL.iter().map(|(word, number)| (constant(word), *number));
    let languages = Lang::ALL.iter().zip(0..).map(|(lang, number)| (constant(lang.as_str()), number));
    let points = [("THUOCDO_DECIMAL".to_owned(), 0), ("THUOCDO_HUNDREDTHS".to_owned(), 1)];
    assert_eq!(found, statuses.chain(languages).chain(points).collect());
    assert!(HEADER.contains(&format!("#define THUOCDO_ABI_VERSION {ABI_VERSION}\n")));
    assert!(include_str!("../build.rs").contains(&format!("libthuocdo.so.{ABI_VERSION}\"")), "the library is named by its ABI");
}
