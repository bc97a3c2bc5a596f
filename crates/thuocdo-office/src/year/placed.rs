//! Whose each form is, of which period, and which of two counts.

use std::collections::BTreeMap;

use thuocdo::{Date, Lang, LocalScorer, Scorecard, Stream, Violation};
use thuocdo_practice::{Keep, Register, Registered, Whose, Years};

use super::lists::{Duplicate, LaterForm};
use super::words::Say;
use crate::folder::{Folder, Form, NamedPeriod, RefusedRow, SheetEvent, plain_name};

/// The forms and events of a folder by institution.
#[derive(Debug)]
pub struct PlacedForms<'f> {
    /// Forms beside another that counts.
    pub duplicates: Vec<Duplicate>,
    /// Forms of a day behind the one that is looked at. They do not count.
    pub later: Vec<LaterForm>,
    /// The period before, if a form of it is there.
    pub last_period: Option<String>,
    /// The period that is looked at.
    pub period: String,
    /// Forms and events that have no place.
    pub refused: Vec<RefusedRow>,
    /// The institutions: those of the register in its order, then the others in the order of their forms.
    pub schools: Vec<PlacedSchool<'f>>,
}

/// An institution with its forms and events.
#[derive(Debug)]
pub struct PlacedSchool<'f> {
    /// Its code: by the register, else as its first form has it.
    pub code: String,
    /// Its entry in the register.
    pub entry: Option<&'f Registered>,
    /// Its events, in the order of the sheets.
    pub events: Vec<&'f SheetEvent>,
    /// The external assessment of the period.
    pub external: Option<PlacedForm<'f>>,
    /// The external assessment of the period before.
    pub last_external: Option<PlacedForm<'f>>,
    /// The self-assessment of the period before.
    pub last_own: Option<PlacedForm<'f>>,
    /// The external assessment of a day behind the one that is looked at: an event of that day or a later one rests on it.
    pub(super) later_external: Option<PlacedForm<'f>>,
    /// The self-assessment of such a day.
    pub(super) later_own: Option<PlacedForm<'f>>,
    /// The self-assessment of the period.
    pub own: Option<PlacedForm<'f>>,
}

/// A form that counts, with its scorecard.
#[derive(Debug)]
pub struct PlacedForm<'f> {
    /// The scorecard by the local framework, with the period and the stream that the form was placed by.
    pub card: Scorecard,
    /// The form.
    pub form: &'f Form,
}

/// When a form of an institution was made.
#[derive(Clone, Copy)]
enum When {
    /// In the period, by the day that is looked at.
    Now,
    /// In the period before.
    Last,
    /// In the period, on a day behind.
    Later,
}

/// Which year a form is of.
enum Slot {
    Current,
    Last,
    /// Of an earlier year, which nothing here looks at.
    Older,
    /// Of a period that is none of these.
    Foreign(String),
}

/// The last day that a period may begin on to be the current one is the day looked at.
fn has_begun(years: Years, as_of: Date) -> bool {
    let month = if years.first == years.last { 1 } else { 9 };
    Date::new(years.first, month, 1).is_ok_and(|begin| begin <= as_of)
}

/// The period that a folder is looked at for: the one asked for; else the latest that a form names and that has begun; else the school year of
/// the day.
fn period_of(folder: &Folder, asked: Option<&str>, as_of: Date) -> String {
    if let Some(asked) = asked {
        return asked.to_owned();
    }
    let named = |form: &Form| match (&form.assessment.period, &form.period_named) {
        (Some(period), _) => Years::of(period.trim()),
        (None, Some(NamedPeriod::Of(years))) => Some(*years),
        (None, _) => None,
    };
    let latest = folder.forms.iter().filter_map(named).filter(|years| has_begun(*years, as_of)).max();
    latest.map_or_else(|| school_year(as_of), |years| years.to_string())
}

/// The school year of a day, which begins on 1 September: `2026-2027`.
pub fn school_year(day: Date) -> String {
    let day = day.civil();
    let first = if day.month() >= 9 { day.year() } else { day.year().saturating_sub(1) };
    Years { first, last: first.saturating_add(1) }.to_string()
}

fn slot(form: &Form, period: &str, years: Option<Years>) -> Slot {
    let of_years = |found: Years, text: &str| match years {
        Some(years) if found == years => Slot::Current,
        Some(years) if is_before(found, years) => Slot::Last,
        Some(years) if found < years => Slot::Older,
        _ => Slot::Foreign(text.to_owned()),
    };
    match (form.assessment.period.as_deref().map(str::trim).filter(|text| !text.is_empty()), &form.period_named) {
        (Some(text), _) if text == period => Slot::Current,
        (Some(text), _) => Years::of(text).map_or_else(|| Slot::Foreign(text.to_owned()), |found| of_years(found, text)),
        (None, Some(NamedPeriod::Last)) => Slot::Last,
        (None, Some(NamedPeriod::Of(found))) => of_years(*found, &found.to_string()),
        (None, None) => Slot::Current,
    }
}

fn is_before(found: Years, years: Years) -> bool {
    found.first.saturating_add(1) == years.first && found.last.saturating_add(1) == years.last
}

impl<'f> PlacedForms<'f> {
    /// Finds the place of every form and event.
    pub(super) fn of(folder: &'f Folder, scorers: &LocalScorer, asked: Option<&str>, keep: Option<Keep>, as_of: Date, lang: Lang) -> PlacedForms<'f> {
        let period = period_of(folder, asked, as_of);
        let years = Years::of(&period);
        let last = years.map(|years| Years { first: years.first.saturating_sub(1), last: years.last.saturating_sub(1) }.to_string());
        let mut placing = Placing {
            by_code: BTreeMap::new(),
            keep,
            lang,
            names: names(folder.register.as_ref()),
            register: folder.register.as_ref(),
            schools: Vec::new(),
        };
        for entry in placing.register.map(Register::institutions).unwrap_or_default() {
            placing.school(&entry.code);
        }
        let (mut duplicates, mut later, mut refused, mut has_last) = (Vec::new(), Vec::new(), Vec::new(), false);
        for form in &folder.forms {
            let (is_last, of) = match slot(form, &period, years) {
                Slot::Current => (false, period.as_str()),
                Slot::Last => (true, last.as_deref().unwrap_or_default()),
                Slot::Older => continue,
                Slot::Foreign(found) => {
                    let violation = Violation::other_period("/period", found, period.as_str());
                    refused.push(Placing::refused(form, form.period_cell.clone(), &violation, violation.message(lang)));
                    continue;
                }
            };
            let Some(code) = form.code() else {
                let violation = Violation::missing_field("/institution/code", "institution.code");
                let near = form.name().and_then(|name| placing.by_name(name));
                let message = match near {
                    Some(near) => Say::NoCodeNear.say(lang, &[("near", &near)]),
                    None => Say::NoCode.template(lang).to_owned(),
                };
                refused.push(Placing::refused(form, form.code_cell.clone(), &violation, message));
                continue;
            };
            has_last |= is_last;
            // The scorer has checked it.
            let Ok(mut card) = scorers.local().score(&form.assessment) else { continue };
            card.period = Some(of.to_owned());
            card.stream = Some(form.stream);
            let place = placing.school(code);
            // Forms without a day count. Those of last year are there.
            let day = form.assessment.assessed_on.filter(|day| *day > as_of && !is_last);
            if let Some(assessed_on) = day {
                later.push(LaterForm {
                    assessed_on,
                    at: form.at.clone(),
                    code: placing.code(place),
                    name: form.name().map(str::to_owned),
                    stream: form.stream,
                });
            }
            let when = match (is_last, day) {
                (true, _) => When::Last,
                (false, None) => When::Now,
                (false, Some(_)) => When::Later,
            };
            duplicates.extend(placing.put(place, when, PlacedForm { card, form }, of));
        }
        for event in &folder.events {
            if placing.register.is_some_and(|register| register.find(&event.code).is_none()) {
                refused.push(placing.unknown(event));
                continue;
            }
            if event.period.as_ref().is_some_and(|found| *found != period) {
                continue;
            }
            let place = placing.school(&event.code);
            if let Some(school) = placing.schools.get_mut(place) {
                // A case may have what a sheet of events has too.
                let is_there = school.events.iter().any(|known| known.act == event.act && known.on == event.on);
                if !is_there {
                    school.events.push(event);
                }
            }
        }
        PlacedForms { duplicates, later, last_period: last.filter(|_| has_last), period, refused, schools: placing.schools }
    }

    /// The name of the institution of a code.
    pub(super) fn name_of(&self, code: &str) -> Option<String> {
        self.schools.iter().find(|school| school.code == code).and_then(PlacedSchool::name)
    }
}

/// The code of each institution of a register by its plain name; nothing where two have the same.
pub(super) fn names(register: Option<&Register>) -> BTreeMap<String, Option<&str>> {
    let mut names: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for entry in register.map(Register::institutions).unwrap_or_default() {
        if let Some(name) = &entry.name {
            names.entry(plain_name(name)).and_modify(|code| *code = None).or_insert(Some(&entry.code));
        }
    }
    names.remove("");
    names
}

struct Placing<'f> {
    by_code: BTreeMap<Option<Whose>, usize>,
    keep: Option<Keep>,
    lang: Lang,
    names: BTreeMap<String, Option<&'f str>>,
    register: Option<&'f Register>,
    schools: Vec<PlacedSchool<'f>>,
}

impl<'f> Placing<'f> {
    /// The place of the institution of a code; a new one if it is not there yet.
    fn school(&mut self, code: &str) -> usize {
        let today = self.register.map_or(code, |register| register.today(code));
        let entry = self.register.and_then(|register| register.find(code));
        let whose = Whose::new(Some(entry.map_or(today, |entry| entry.code.as_str())), None, None);
        let next = self.schools.len();
        let place = *self.by_code.entry(whose).or_insert(next);
        if place == next {
            let code = entry.map_or_else(|| code.trim().to_owned(), |entry| entry.code.clone());
            let (external, last_external, last_own, later_external, later_own, own) = (None, None, None, None, None, None);
            self.schools.push(PlacedSchool { code, entry, events: Vec::new(), external, last_external, last_own, later_external, later_own, own });
        }
        place
    }

    /// The code of the institution in a place.
    fn code(&self, place: usize) -> String {
        self.schools.get(place).map(|school| school.code.clone()).unwrap_or_default()
    }

    fn by_name(&self, name: &str) -> Option<&'f str> {
        self.names.get(&plain_name(name)).copied().flatten()
    }

    /// Puts a form in its place. If the place is taken, one of the two is a duplicate: that with the name of another institution, if one has
    /// it.
    fn put(&mut self, place: usize, when: When, form: PlacedForm<'f>, period: &str) -> Option<Duplicate> {
        let names = &self.names;
        let school = self.schools.get_mut(place)?;
        let code = school.code.clone();
        let taken = match (form.form.stream, when) {
            (Stream::External, When::Now) => &mut school.external,
            (Stream::External, When::Last) => &mut school.last_external,
            (Stream::External, When::Later) => &mut school.later_external,
            (_, When::Now) => &mut school.own,
            (_, When::Last) => &mut school.last_own,
            (_, When::Later) => &mut school.later_own,
        };
        let near = |placed: &PlacedForm<'_>| {
            let near = placed.form.name().and_then(|name| names.get(&plain_name(name)).copied().flatten());
            near.filter(|near| *near != code)
        };
        let Some(first) = taken.take() else {
            *taken = Some(form);
            return None;
        };
        let (counted, other) = match (near(&first).is_some(), near(&form).is_some(), self.keep) {
            (false, true, _) => (first, form),
            (true, false, _) | (_, _, Some(Keep::Last)) => (form, first),
            _ => (first, form),
        };
        let near = near(&other);
        let duplicate = Duplicate {
            at: other.form.at.clone(),
            counted: counted.form.at.clone(),
            identical: other.form.assessment == counted.form.assessment,
            name: other.form.name().map(str::to_owned),
            near: near.map(str::to_owned),
            period: Some(period.to_owned()),
            stream: other.form.stream,
            code: code.clone(),
        };
        *taken = Some(counted);
        Some(duplicate)
    }

    fn refused(form: &Form, cell: Option<String>, violation: &Violation, message: String) -> RefusedRow {
        let (institution, name) = (form.code().map(str::to_owned), form.name().map(str::to_owned));
        RefusedRow { at: form.at.clone(), cell, code: violation.code().as_str().to_owned(), institution, message, name }
    }

    /// An event of an institution that the register does not have.
    fn unknown(&self, event: &SheetEvent) -> RefusedRow {
        let message = Say::UnknownInstitution.say(self.lang, &[("code", &event.code)]);
        RefusedRow {
            at: event.at.clone(),
            cell: event.cell.clone(),
            code: crate::folder::FolderCode::UnknownInstitution.as_str().to_owned(),
            institution: Some(event.code.clone()),
            message,
            name: None,
        }
    }
}

impl PlacedSchool<'_> {
    /// Whether it counts. Of an institution that the register does not have, nobody knows whether it is one.
    pub(crate) fn is_counted(&self, register: Option<&Register>) -> bool {
        register.is_none() || self.entry.is_some()
    }

    /// Its name: by the register, else as a form has it.
    pub fn name(&self) -> Option<String> {
        let forms = [&self.own, &self.external, &self.last_own, &self.last_external];
        let of_form = || forms.into_iter().flatten().find_map(|placed| placed.form.name());
        self.entry.and_then(|entry| entry.name.as_deref()).or_else(of_form).map(str::to_owned)
    }

    /// Who manages it.
    pub fn authority(&self) -> Option<String> {
        self.entry?.authority.clone()
    }

    /// What kind of institution it is: by the register, else as a form has it.
    pub fn kind(&self) -> Option<thuocdo::InstitutionType> {
        let forms = [&self.own, &self.external];
        let of_form = || forms.into_iter().flatten().find_map(|placed| placed.form.assessment.institution.as_ref()?.kind);
        self.entry.and_then(|entry| entry.kind).or_else(of_form)
    }

    /// The form of last year that counts: the external assessment, or else the self-assessment.
    pub(super) fn last(&self) -> Option<&PlacedForm<'_>> {
        self.last_external.as_ref().or(self.last_own.as_ref())
    }
}
