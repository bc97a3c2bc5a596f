//! Registers, read so that every fault is found.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Date, Named, Violation};
use unicode_normalization::UnicodeNormalization;

use super::coverage::bare;
use super::institutions::{Register, Registered};
use super::lineage::Lineage;
use super::succession::{Succession, SuccessionKind};
use crate::shared::code::{key, written};

thuocdo::record!(Registered { address ? value, authority ? value, code, name ? value, kind as "type" ? value });

/// A file as it is read, before it is a register.
struct File {
    changes: Vec<RawSuccession>,
    institutions: Vec<Registered>,
}

thuocdo::record!(File { changes ? list, institutions });

/// A change as the file has it. What is refused is left empty, so that it is not refused again.
#[derive(Default)]
struct RawSuccession {
    from: Codes,
    kind: Kind,
    on: Date,
    to: Codes,
}

thuocdo::record!(RawSuccession { from, kind, on, to });

/// One code or more, each once.
#[derive(Default)]
struct Codes(Vec<String>);

impl Read for Codes {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Codes> {
        let codes: Vec<String> = Vec::read(value, reader)?.iter().map(|code: &String| written(code).into_owned()).collect();
        if codes.is_empty() {
            reader.refuse(Violation::empty_list);
        }
        for (position, (code, first)) in repeated(codes.iter().map(String::as_str)) {
            let first = first.to_string();
            reader.index(position, |reader| reader.refuse(|at| Violation::duplicate_code(at, code, Named::place(&first))));
        }
        Some(Codes(codes))
    }
}

#[derive(Default)]
struct Kind(Option<SuccessionKind>);

impl Read for Kind {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Kind> {
        SuccessionKind::read(value, reader).map(|kind| Kind(Some(kind)))
    }
}

/// Every code that stands in the list before, however it is spelt, by its place, with the place where it stands first. An empty one stands
/// for what was refused.
fn repeated<'a>(codes: impl Iterator<Item = &'a str>) -> impl Iterator<Item = (usize, (&'a str, usize))> {
    let mut seen = BTreeMap::new();
    codes.enumerate().filter(|(_, code)| !code.is_empty()).filter_map(move |(position, text)| {
        let first = *seen.entry(key(text)).or_insert(position);
        (first < position).then_some((position, (text, first)))
    })
}

impl Read for Register {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Register> {
        let File { changes, mut institutions } = File::read(value, reader)?;
        for institution in &mut institutions {
            // Two spellings of one authority would be two rows of every table.
            let composed = institution.authority.as_ref().map(|authority| authority.trim().nfc().collect());
            institution.authority = composed.filter(|text: &String| !text.is_empty());
            institution.code = written(&institution.code).into_owned();
        }
        reader.key("institutions", |reader| {
            for (position, (code, first)) in repeated(institutions.iter().map(|institution| institution.code.as_str())) {
                let first = format!("/institutions/{first}/code");
                reader.index(position, |reader| {
                    reader.key("code", |reader| refuse_duplicate(reader, code, &first));
                });
            }
        });
        reader.key("changes", |reader| check(&changes, reader));
        let change = |raw: RawSuccession| Succession { from: raw.from.0, kind: raw.kind.0.unwrap_or_default(), on: raw.on, to: raw.to.0 };
        let changes: Vec<Succession> = changes.into_iter().map(change).collect();
        let by_code = institutions.iter().enumerate().map(|(position, institution)| (key(&institution.code).into_owned(), position)).collect();
        // What goes in circles has no lineage; it is refused below all the same.
        let lineage = if reader.is_clean() { Lineage::of(&changes) } else { Lineage::default() };
        if reader.is_clean() {
            // Its codes lead nowhere back, but an institution that was renamed has several.
            let circles = circles(changes.iter().map(|change| (&*change.from, &*change.to)), |code| lineage.find(code).unwrap_or(usize::MAX));
            reader.key("changes", |reader| refuse_circles(reader, circles));
        }
        if reader.is_clean() {
            reader.key("changes", |reader| refuse_closed(reader, &changes, &lineage));
        }
        let mut by_bare: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for (position, institution) in institutions.iter().enumerate() {
            by_bare.entry(bare(&institution.code)).and_modify(|place| *place = None).or_insert(Some(position));
        }
        Some(Register { changes, institutions, by_code, by_bare, lineage })
    }
}

fn refuse_duplicate(reader: &mut Reader<'_>, code: &str, first: &str) {
    reader.refuse(|at| Violation::duplicate_code(at, code, Named::place(first)));
}

/// What is wrong with changes, each by itself and all together.
fn check(changes: &[RawSuccession], reader: &mut Reader<'_>) {
    let mut renamed: BTreeMap<(&str, Cow<'_, str>), usize> = BTreeMap::new();
    for (position, change) in changes.iter().enumerate() {
        let (from, to) = (change.from.0.len(), change.to.0.len());
        let is_formed = match change.kind.0 {
            _ if from == 0 || to == 0 => true,
            None => true,
            Some(SuccessionKind::Merged) => from > 1 && to == 1,
            Some(SuccessionKind::Split) => from == 1 && to > 1,
            Some(SuccessionKind::Renamed) => from == 1 && to == 1,
        };
        if let (false, Some(kind)) = (is_formed, change.kind.0) {
            reader.index(position, |reader| {
                reader.refuse(|at| Violation::ill_formed_change(at, kind.as_str(), from, to));
            });
        }
        if change.kind.0 == Some(SuccessionKind::Renamed) {
            // One code renamed to two is a split, and two codes renamed to one are a merger; a renaming must not hide either.
            for (side, codes) in [("from", &change.from.0), ("to", &change.to.0)] {
                let Some(code) = codes.first().filter(|code| !code.is_empty()) else { continue };
                let first = *renamed.entry((side, key(code))).or_insert(position);
                if first < position {
                    let first = format!("/changes/{first}/{side}/0");
                    reader.index(position, |reader| reader.key(side, |reader| reader.index(0, |reader| refuse_duplicate(reader, code, &first))));
                }
            }
        }
    }
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let number = |code: &str| {
        let next = numbers.len();
        *numbers.entry(key(code).into_owned()).or_insert(next)
    };
    refuse_circles(reader, circles(changes.iter().map(|change| (&*change.from.0, &*change.to.0)), number));
}

/// An institution that a merger or split closed takes part in no change after it: merged twice, it would be in two places. Of one day,
/// renamings come first.
fn refuse_closed(reader: &mut Reader<'_>, changes: &[Succession], lineage: &Lineage) {
    let mut order: Vec<(usize, &Succession)> = changes.iter().enumerate().collect();
    order.sort_by_key(|(position, change)| (change.on, change.kind != SuccessionKind::Renamed, *position));
    let mut closed: BTreeMap<usize, usize> = BTreeMap::new();
    for (position, change) in order {
        for (nth, code) in change.from.iter().enumerate() {
            let Some(number) = lineage.find(code) else { continue };
            if let Some((first, on)) = closed.get(&number).and_then(|first| Some((first, changes.get(*first)?.on.to_string()))) {
                let first = format!("/changes/{first}");
                let refuse = |reader: &mut Reader<'_>| {
                    reader.refuse(|at| Violation::closed_already(at, code.as_str(), on.as_str(), Named::place(&first)));
                };
                reader.index(position, |reader| reader.key("from", |reader| reader.index(nth, refuse)));
            } else if lineage.is_closed_by(code, change) {
                closed.insert(number, position);
            }
        }
    }
}

fn refuse_circles(reader: &mut Reader<'_>, circles: Vec<(usize, &str)>) {
    for (position, code) in circles {
        reader.index(position, |reader| reader.refuse(|at| Violation::own_predecessor(at, code)));
    }
}

/// A way from one code, or institution, to another, by their numbers; behind the place of its change, before the code it leads to.
type Way<'a> = (usize, usize, usize, &'a str);

/// The changes that lie on ways from a code, or an institution, back to it, each with a code it leads to. One that a change keeps is no
/// such way.
fn circles<'a>(changes: impl Iterator<Item = (&'a [String], &'a [String])>, mut number: impl FnMut(&str) -> usize) -> Vec<(usize, &'a str)> {
    let mut ways: Vec<Way<'a>> = Vec::new();
    // No change leads from many to many: that is refused elsewhere, and the ways between them could fill any memory.
    for (position, (from, to)) in changes.enumerate().filter(|(_, (from, to))| from.len() <= 1 || to.len() <= 1) {
        let from: Vec<usize> = from.iter().map(|code| number(code)).collect();
        for code in to {
            let to = number(code);
            ways.extend(from.iter().filter(|from| **from != to).map(|from| (position, *from, to, code.as_str())));
        }
    }
    // What nothing leads to is on no circle, nor is what leads nowhere.
    let mut left = turned(beyond_sources(turned(beyond_sources(ways))));
    left.dedup_by_key(|(position, ..)| *position);
    left.into_iter().map(|(position, .., code)| (position, code)).collect()
}

fn turned(ways: Vec<Way<'_>>) -> Vec<Way<'_>> {
    ways.into_iter().map(|(position, from, to, code)| (position, to, from, code)).collect()
}

/// The ways that are left when all ways are removed, again and again, that start where no way ends (Kahn's algorithm).
fn beyond_sources(mut ways: Vec<Way<'_>>) -> Vec<Way<'_>> {
    let mut leading: BTreeMap<usize, usize> = BTreeMap::new();
    let mut onward: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (_, from, to, _) in &ways {
        leading.entry(*from).or_default();
        let count = leading.entry(*to).or_default();
        *count = count.saturating_add(1);
        onward.entry(*from).or_default().push(*to);
    }
    let mut sources: Vec<usize> = leading.iter().filter(|(_, count)| **count == 0).map(|(code, _)| *code).collect();
    let mut gone = BTreeSet::new();
    while let Some(source) = sources.pop() {
        gone.insert(source);
        for to in onward.remove(&source).unwrap_or_default() {
            if let Some(count) = leading.get_mut(&to) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    sources.push(to);
                }
            }
        }
    }
    ways.retain(|(_, from, ..)| !gone.contains(from));
    ways
}
