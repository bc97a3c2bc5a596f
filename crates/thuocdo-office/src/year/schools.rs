//! A row for each institution; who has sent nothing, and codes that the register does not have.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::{Level, Stream};
use thuocdo_practice::process::{Act, Status};
use thuocdo_practice::{Coverage, Register, Whose};

use super::cases::SchoolCase;
use super::lists::{Missing, Rated, RatedGroup, School, UnregisteredForm};
use super::placed::{PlacedForm, PlacedForms, PlacedSchool, names};
use crate::folder::{Place, RefusedRow, plain, plain_name};

impl Rated {
    pub(super) fn of(placed: &PlacedForm<'_>) -> Rated {
        let card = &placed.card;
        let groups = card.groups.iter().map(|group| RatedGroup { code: group.code.clone(), level: group.level, score: group.score });
        Rated {
            assessed_on: placed.form.assessment.assessed_on,
            at: placed.form.at.clone(),
            blockers: card.recognition.blockers.clone(),
            groups: groups.collect(),
            level: card.overall.level,
            period: card.period.clone(),
            stream: placed.form.stream,
        }
    }
}

/// The row of each institution, in order. `cases` has a case for each.
pub(super) fn levels(placed: &PlacedForms<'_>, cases: &[SchoolCase]) -> Vec<School> {
    placed.schools.iter().zip(cases).map(|(school, case)| level(school, case)).collect()
}

fn level(school: &PlacedSchool<'_>, case: &SchoolCase) -> School {
    let status = case.status.as_ref().ok();
    let day = |wanted: Act| {
        let is_there = status.and_then(|status| status.recognised.as_ref()).is_some();
        let events =
            case.case.events.iter().filter(|event| event.act == wanted && is_there && status.and_then(|status| status.as_of) >= Some(event.on));
        events.map(|event| event.on).next_back()
    };
    School {
        authority: school.authority(),
        code: school.code.clone(),
        external: school.external.as_ref().map(Rated::of),
        last: school.last().map(Rated::of),
        name: school.name(),
        published_on: day(Act::Publish),
        recognised: recognised(status),
        recognised_on: day(Act::Recognise),
        own: school.own.as_ref().map(Rated::of),
        state: status.and_then(|status| status.state),
        kind: school.kind(),
    }
}

fn recognised(status: Option<&Status>) -> Option<Level> {
    status?.recognised.as_ref().map(|recognised| recognised.overall.level)
}

/// Institutions of the register without a self-assessment that counts.
pub(super) fn missing(
    placed: &PlacedForms<'_>,
    coverage: &Coverage,
    refused: &[RefusedRow],
    unregistered: &[UnregisteredForm],
    register: &Register,
) -> Vec<Missing> {
    let codes: BTreeSet<&str> = coverage.without_form.iter().map(String::as_str).collect();
    let probably = probable(refused, register);
    // A form beside another of the code that it has may be of this institution, whose name it has.
    let repeated = |code: &str| placed.duplicates.iter().find(|row| row.near.as_deref() == Some(code)).map(|row| &row.at);
    let unknown = |code: &str| unregistered.iter().find(|row| row.near.as_deref() == Some(code)).map(|row| &row.at);
    let later = |code: &str| placed.later.iter().find(|row| row.code == code && row.stream != Stream::External).map(|row| &row.at);
    let row = |school: &PlacedSchool<'_>| Missing {
        address: school.entry.and_then(|entry| entry.address.clone()),
        authority: school.authority(),
        code: school.code.clone(),
        last: school.last().map(|last| last.card.overall.level),
        name: school.name(),
        refused: probably
            .get(school.code.as_str())
            .copied()
            .or_else(|| repeated(&school.code))
            .or_else(|| unknown(&school.code))
            .or_else(|| later(&school.code))
            .cloned(),
        kind: school.kind(),
    };
    placed.schools.iter().filter(|school| codes.contains(school.code.as_str())).map(row).collect()
}

/// Where a refused form stands that is probably of an institution: by its code, its name, or the name of its file.
fn probable<'r>(refused: &'r [RefusedRow], register: &'r Register) -> BTreeMap<&'r str, &'r Place> {
    let by_name = names(Some(register));
    let mut found = BTreeMap::new();
    for row in refused {
        let of_code = row.institution.as_deref().and_then(|code| register.find(code)).map(|entry| entry.code.as_str());
        let of_name = || row.name.as_deref().and_then(|name| by_name.get(&plain_name(name)).copied().flatten());
        let of_file = || {
            let file = format!(" {} ", plain(row.at.file.rsplit('/').next().unwrap_or_default()));
            // Of `Trường A` and `Trường A B` the longer name is meant.
            let held = by_name.iter().filter(|(name, _)| file.contains(&format!(" {name} ")));
            held.max_by_key(|(name, _)| name.len()).and_then(|(_, code)| *code)
        };
        if let Some(code) = of_code.or_else(of_name).or_else(of_file) {
            found.entry(code).or_insert(&row.at);
        }
    }
    found
}

/// Codes of forms that are not in the register.
pub(super) fn unregistered(placed: &PlacedForms<'_>, coverages: &[&Coverage], register: &Register) -> Vec<UnregisteredForm> {
    let by_name = names(Some(register));
    let near = |code: &str| {
        let whose = Whose::new(Some(code), None, None);
        let all = coverages.iter().flat_map(|coverage| &coverage.unregistered);
        all.into_iter().find(|found| Whose::new(Some(&found.code), None, None) == whose).and_then(|found| found.near.clone())
    };
    let row = |school: &PlacedSchool<'_>| {
        let form = school.own.as_ref().or(school.external.as_ref())?.form;
        let of_name = || by_name.get(&plain_name(form.name()?)).copied().flatten().map(str::to_owned);
        Some(UnregisteredForm {
            at: form.at.clone(),
            code: school.code.clone(),
            name: form.name().map(str::to_owned),
            near: near(&school.code).or_else(of_name),
        })
    };
    // A code that a change of the register names belonged to an institution that is closed, and is known.
    let is_known = |school: &PlacedSchool<'_>| {
        let codes = coverages.iter().flat_map(|coverage| &coverage.unregistered);
        !codes.into_iter().any(|found| Whose::new(Some(&found.code), None, None) == Whose::new(Some(&school.code), None, None))
    };
    placed.schools.iter().filter(|school| school.entry.is_none() && !is_known(school)).filter_map(row).collect()
}
