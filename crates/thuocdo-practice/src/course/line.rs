//! The cards in the order of time, of one institution.

use std::borrow::Cow;
use std::collections::BTreeMap;

use thuocdo::{Named, Scorecard, Violation, Violations};

use super::result::{Entry, GroupEntry};
use crate::register::Descent;
use crate::shared::code::key;
use crate::{Register, Succession, Years};

/// The cards of one institution and its predecessors, by period and code.
pub(super) struct Line<'a> {
    pub(super) cards: Vec<Placed<'a>>,
    /// The code of the institution whose line it is.
    pub(super) institution: String,
    descent: Descent<'a>,
}

/// A card of which it is known whose and when.
pub(super) struct Placed<'a> {
    pub(super) card: &'a Scorecard,
    pub(super) code: &'a str,
    pub(super) period: &'a str,
    /// The code that the institution bears today.
    pub(super) today: &'a str,
    /// Which of the institutions of the line it is.
    pub(super) who: usize,
    pub(super) years: Years,
    /// Its place in the list that came in.
    position: usize,
}

impl Placed<'_> {
    /// The pointer of its code.
    fn place(&self) -> String {
        format!("/scorecards/{}/institution/code", self.position)
    }

    pub(super) fn entry(&self) -> Entry {
        let group = |group: &thuocdo::GroupScore| GroupEntry { code: group.code.clone(), level: group.level, max: group.max, score: group.score };
        Entry {
            framework: (&self.card.framework).into(),
            groups: self.card.groups.iter().map(group).collect(),
            institution: self.code.to_owned(),
            overall: self.card.overall.level,
            period: self.period.to_owned(),
            stream: self.card.stream,
        }
    }
}

impl<'a> Line<'a> {
    pub(super) fn of(register: &'a Register, scorecards: &'a [Scorecard]) -> Result<Line<'a>, Violations> {
        let mut violations = Violations::default();
        if scorecards.is_empty() {
            violations.push(Violation::empty_list("/scorecards"));
        }
        let placed = scorecards.iter().enumerate().filter_map(|(position, card)| place(card, position, &mut violations));
        // Of each institution its number, by the code it bears today, and that code as it is spelt first.
        let (mut numbers, mut institutions): (BTreeMap<Cow<'a, str>, usize>, Vec<&'a str>) = Default::default();
        let numbered = |placed: Placed<'a>| {
            let today = register.today(placed.code);
            let who = *numbers.entry(key(today)).or_insert(institutions.len());
            if who == institutions.len() {
                institutions.push(today);
            }
            Placed { today: institutions.get(who).copied().unwrap_or(today), who, ..placed }
        };
        let mut cards: Vec<Placed<'a>> = placed.map(numbered).collect();
        cards.sort_by_key(|placed| (placed.years, placed.today, placed.position));
        for (first, second) in cards.iter().zip(cards.iter().skip(1)).filter(|(a, b)| (a.years, a.who) == (b.years, b.who)) {
            let code = format!("{} · {}", second.code, second.period);
            violations.push(Violation::duplicate_code(second.place(), code, Named::place(&first.place())));
        }
        let mut line = Line { cards, institution: String::new(), descent: register.descent(&institutions) };
        let institution = line.subject(institutions.len());
        let code = institutions.get(institution).copied().unwrap_or_default();
        for other in line.cards.iter().filter(|placed| !line.leads(placed.who, institution)) {
            violations.push(Violation::other_institution(other.place(), other.code, code));
        }
        code.clone_into(&mut line.institution);
        violations.or(line)
    }

    /// The institution that all others led to; where there is none, that of the last card.
    fn subject(&self, institutions: usize) -> usize {
        let last = self.cards.last().map_or(0, |placed| placed.who);
        // Who leads to another is not the one; of two that do not lead to each other neither is.
        let end = (0..institutions).fold(last, |end, who| if self.leads(end, who) { who } else { end });
        if (0..institutions).all(|who| self.leads(who, end)) { end } else { last }
    }

    fn leads(&self, earlier: usize, later: usize) -> bool {
        earlier == later || self.change(earlier, later).is_some()
    }

    /// The change by which one institution came out of another.
    pub(super) fn change(&self, earlier: usize, later: usize) -> Option<&'a Succession> {
        self.descent.change(earlier, later)
    }
}

/// Whose and when a card is, or what it does not say.
fn place<'a>(card: &'a Scorecard, position: usize, violations: &mut Violations) -> Option<Placed<'a>> {
    let at = |field: &str| format!("/scorecards/{position}/{field}");
    let code = card.institution_code();
    if code.is_none() {
        violations.push(Violation::missing_field(at("institution/code"), "code"));
    }
    let years = card.period.as_deref().and_then(Years::of);
    match &card.period {
        None => violations.push(Violation::missing_field(at("period"), "period")),
        Some(period) if years.is_none() => {
            let accepted = [("YYYY", "một năm (2024)"), ("YYYY-YYYY", "năm học (2023-2024)")];
            let accepted = accepted.map(|(word, vi)| Named::said(word.into(), vi.into(), word.into()));
            violations.push(Violation::unknown_value(at("period"), period.as_str(), accepted.to_vec()));
        }
        Some(_) => {}
    }
    let code = code?;
    Some(Placed { card, code, period: card.period.as_deref()?, today: code, who: 0, years: years?, position })
}
