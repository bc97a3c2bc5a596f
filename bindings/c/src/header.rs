//! The header is written by hand, so that it can be read; here it is held against the Rust side, word for word.
//!
//! A generator (cbindgen) would write another header than the manual, which somebody would have to compare with it by eye.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::{BlockerCode, Lang, RowFaults, blocker_bit};

use crate::numbers::Kind;
use crate::status::{ABI_VERSION, Status};

const HEADER: &str = include_str!("../include/thuocdo.h");
const SOURCES: [&str; 9] = [
    include_str!("about.rs"),
    include_str!("arrow.rs"),
    include_str!("buffer.rs"),
    include_str!("collector.rs"),
    include_str!("entries.rs"),
    include_str!("error.rs"),
    include_str!("numbers.rs"),
    include_str!("scorer.rs"),
    include_str!("status.rs"),
];
/// How each Rust type of a signature is written in C.
const TYPES: [(&str, &str); 39] = [
    ("*const Rows", "const thuocdo_rows *"),
    ("*const c_char", "const char *"),
    ("*const i32", "const int32_t *"),
    ("*const i8", "const int8_t *"),
    ("*mut Place", "thuocdo_place *"),
    ("*mut Row", "thuocdo_row *"),
    ("*mut Shape", "thuocdo_shape *"),
    ("*mut c_char", "char *"),
    ("*mut c_void", "void *"),
    ("*mut i32", "int32_t *"),
    ("*mut u16", "uint16_t *"),
    ("*mut u32", "uint32_t *"),
    ("*mut u8", "uint8_t *"),
    ("*mut usize", "size_t *"),
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
    ("Option<Take>", "thuocdo_take"),
    ("Out<'_, Buffer>", "thuocdo_buffer *"),
    ("Out<'_, Made>", "thuocdo_scorer **"),
    ("Out<'_, Option<Box<Collector>>>", "thuocdo_collector **"),
    ("Out<'_, Stream>", "struct ArrowArrayStream *"),
    ("Out<'_, u8>", "uint8_t *"),
    ("Out<'_, usize>", "size_t *"),
    ("RowGroup", "thuocdo_row_group"),
    ("Status", "thuocdo_status"),
    ("i32", "int32_t"),
    ("u16", "uint16_t"),
    ("u32", "uint32_t"),
    ("u64", "uint64_t"),
    ("u8", "uint8_t"),
    ("usize", "size_t"),
];

/// A function: what it returns, and each argument's type and name.
type Signature = (String, Vec<(String, String)>);

/// The header without its comments, each run of white space one space.
fn declarations() -> String {
    let code: Vec<&str> = HEADER.split("/*").map(|part| part.rsplit_once("*/").map_or(part, |(_, code)| code)).collect();
    let words = code.join(" ");
    // What a compiler is told beside the types.
    let words = words.split_whitespace().filter(|word| !["THUOCDO_API", "THUOCDO_CHECKED"].contains(word));
    words.collect::<Vec<_>>().join(" ")
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
        // The type of a function of the caller: `typedef int32_t (*thuocdo_take)`.
        let (result, name) = declarator(&head.replace("typedef ", "").replace("(*", " ").replace(')', ""));
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
    let exported = SOURCES.iter().flat_map(|source| source.split("#[unsafe(no_mangle)]").skip(1)).map(|rest| {
        let (_, rest) = rest.split_once("extern \"C\" fn ").expect("what is exported is a C function");
        rest.split_once('{').expect("a body").0.to_owned()
    });
    let of_callers = SOURCES.iter().flat_map(|source| source.split("\ntype ").skip(1)).filter_map(|rest| {
        let (name, rest) = rest.split_once(" = unsafe extern \"C\" fn(")?;
        Some(format!("thuocdo_{}({}", name.to_lowercase(), rest.split_once(';')?.0))
    });
    let functions = exported.chain(of_callers).map(|head| {
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

/// The fields of every struct of the header: its type and name, in order.
fn structs_of_header() -> BTreeMap<String, Vec<(String, String)>> {
    let declarations = declarations();
    let structs = declarations.split("typedef struct ").skip(1).filter_map(|rest| {
        let (name, rest) = rest.split_once(" {")?;
        let (fields, _) = rest.split_once('}')?;
        Some((name.to_owned(), fields.split(';').filter(|field| !field.trim().is_empty()).map(declarator).collect()))
    });
    structs.filter(|(name, _): &(String, _)| !name.contains(';')).collect()
}

/// The fields of every struct that C sees, as C writes them.
fn structs_of_sources() -> BTreeMap<String, Vec<(String, String)>> {
    let structs = SOURCES.iter().flat_map(|source| source.split("#[repr(C)]").skip(1)).map(|rest| {
        let (_, rest) = rest.split_once("struct ").expect("what C sees is a struct");
        let (name, rest) = rest.split_once(" {").expect("fields");
        let (fields, _) = rest.split_once('}').expect("an end");
        let fields = fields.split(",\n").filter_map(|field| field.trim().split_once(": ")).map(|(name, of)| {
            match of.strip_prefix('[').and_then(|of| of.strip_suffix("; MAX_GROUPS]")) {
                Some(of) => (in_c(of), format!("{name}[THUOCDO_MAX_GROUPS]")),
                None => (in_c(of), name.to_owned()),
            }
        });
        let name: String = name.chars().flat_map(|c| [c.is_uppercase().then_some('_'), Some(c.to_ascii_lowercase())]).flatten().collect();
        (format!("thuocdo{name}"), fields.collect())
    });
    structs.collect()
}

#[test]
fn every_struct_is_declared_as_it_is_written() {
    let (header, sources) = (structs_of_header(), structs_of_sources());
    assert_eq!(sources.len(), 6, "{:?}", sources.keys());
    assert_eq!(header, sources);
    assert!(HEADER.contains(&format!("#define THUOCDO_MAX_GROUPS {}\n", thuocdo::MAX_GROUPS)));
    assert!(HEADER.contains("#define THUOCDO_MISSING INT32_MIN\n") && thuocdo::Numbers::MISSING == i32::MIN);
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
    let states = [("state_met", 1), ("state_unmet", 0), ("state_unknown", thuocdo::Numbers::UNKNOWN.into())];
    let states = states.map(|(word, number)| (constant(word), number));
    let kinds = Kind::ALL.map(|(word, kind)| (constant(&format!("kind_{word}")), kind as i32));
    let faults = RowFaults::CODES.iter().enumerate().map(|(n, code)| (constant(&format!("fault_{}", code.as_str())), 1 << n));
    let blockers = BlockerCode::WORDS.iter().map(|(word, code)| (constant(&format!("blocked_{word}")), blocker_bit(*code).into()));
    let of_rows = states.into_iter().chain(kinds).chain(faults).chain(blockers);
    assert_eq!(found, statuses.chain(languages).chain(points).chain(of_rows).collect());
    assert!(HEADER.contains(&format!("#define THUOCDO_ABI_VERSION {ABI_VERSION}\n")));
    assert!(include_str!("../build.rs").contains(&format!("libthuocdo.so.{ABI_VERSION}\"")), "the library is named by its ABI");
}
