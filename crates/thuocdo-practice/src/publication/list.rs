//! From scorecards and recognitions to the rows of a list, one institution at a time.

use std::collections::BTreeMap;
use std::mem;

use thuocdo::{BlockerCode, Date, Framework, FrameworkRef, GroupScore, Level, Named, Range, Scorecard, Stream, Violation, Violations};

use super::link::CertificateLink;
use super::recognised::Recognised;
use super::result::{GroupRow, GroupSummary, LevelNumber, LevelRow, LevelSummary, Publication, PublicationRow, Summary};
use crate::register::CoverageCounter;
use crate::shared::code::{key, written};
use crate::{Closed, Keep, Register, Registered};

/// What stands above a list. Write `Head { period: …, ..Head::default() }`, so that a field more does not break your build.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The act that publishes it: number, day, authority.
    pub act: Option<String>,
    /// The day as of which it holds.
    pub as_of: Option<Date>,
    /// Who publishes.
    pub authority: Option<String>,
    /// Where certificates are.
    pub certificate_link: Option<CertificateLink>,
    /// Which of several cards of one institution and stream counts; without it they are refused.
    pub keep: Option<Keep>,
    /// Whether to name the institutions of the register of which there is neither a card nor a recognised level.
    pub name_missing: bool,
    /// The official who publishes it: office and name.
    pub official: Option<String>,
    /// The period; else that of all cards.
    pub period: Option<String>,
    /// The stream of cards that do not say theirs. A card of another stream is refused.
    pub stream: Option<Stream>,
    /// The title.
    pub title: Option<String>,
}

thuocdo::record!(Head {
    act ? value, as_of ? value, authority ? value, certificate_link ? value, keep ? value, name_missing ? list, official ? value, period ? value,
    stream ? value, title ? value
});

/// A publication in the making, to which scorecards and recognitions are added as they come. What is refused leaves it as it was.
#[derive(Clone, Debug)]
pub struct List {
    framework: Framework,
    head: Head,
    id: FrameworkRef,
    /// By code of the institution: where its first recognition came, also if that was refused.
    named: BTreeMap<String, usize>,
    passed_over: u32,
    /// By code of the institution.
    recognised: BTreeMap<String, Recognised>,
    /// By code of the institution on the day of the list, however it is spelt.
    rows: BTreeMap<String, Placed>,
}

/// A row, the place of its card, and who assessed.
#[derive(Clone, Debug)]
struct Placed {
    position: usize,
    row: PublicationRow,
    stream: Option<Stream>,
}

impl List {
    /// A list without rows.
    pub fn new(framework: &Framework, head: Head) -> List {
        let id = FrameworkRef::from(framework);
        List { framework: framework.clone(), head, id, named: BTreeMap::new(), passed_over: 0, recognised: BTreeMap::new(), rows: BTreeMap::new() }
    }

    /// Adds the row of a scorecard. `position` is the number of cards before it; a second card of the institution is refused with the
    /// position of the first.
    ///
    /// # Errors
    ///
    /// `missing_field` where the institution has no code, `duplicate_code` where it has a row already, of another stream or where
    /// the head does not say which card counts, `unknown_value` where the period or stream is another than that of the list, and
    /// `wrong_framework`.
    pub fn add(&mut self, position: usize, card: &Scorecard, register: Option<&Register>) -> Result<(), Violations> {
        let mut violations = Violations::default();
        if card.framework.digest != self.id.digest {
            violations.push(Violation::wrong_framework("/framework/id", FrameworkRef::from(&card.framework).to_string(), self.id.to_string()));
        }
        self.check_period(card.period.as_ref(), &mut violations);
        if let Some((found, asked)) = card.stream.zip(self.head.stream).filter(|(found, asked)| found != asked) {
            violations.push(Violation::unknown_value("/stream", found.as_str(), vec![Named::from(asked)]));
        }
        let institution = card.institution.as_ref();
        let Some(code) = card.institution_code().and_then(|code| self.code(code, register)) else {
            violations.push(Violation::missing_field("/institution/code", "code"));
            return violations.or(());
        };
        let known = self.rows.get(&*key(&code));
        if let Some(known) = known.filter(|known| self.head.keep.is_none() || known.stream != card.stream) {
            violations.push(already_listed("/institution/code", &code, &format!("/scorecards/{}/institution/code", known.position)));
        }
        let is_again = known.is_some();
        violations.or(())?;
        self.passed_over = self.passed_over.saturating_add(is_again.into());
        if is_again && self.head.keep == Some(Keep::First) {
            return Ok(());
        }
        let mut row = self.row(&code, register);
        row.name = row.name.or_else(|| institution.and_then(|institution| institution.name.clone()));
        row.kind = row.kind.or_else(|| institution.and_then(|institution| institution.kind));
        for group in &mut row.groups {
            if let Some(GroupScore { level, score, .. }) = card.groups.iter().find(|known| known.code == group.code) {
                (group.level, group.score) = (Some(*level), Some(*score));
            }
        }
        row.overall.level = Some(card.overall.level);
        // That a level is open shows in the level.
        let blockers = card.recognition.blockers.iter().filter(|blocker| blocker.code != BlockerCode::LevelUndetermined);
        row.blockers = blockers.cloned().collect();
        row.stream = card.stream.or(self.head.stream);
        self.take_period(card.period.as_ref());
        self.rows.insert(key(&code).into_owned(), Placed { position, row, stream: card.stream });
        Ok(())
    }

    /// The code under which an institution stands: the one it bears on the day of the list, or today; nothing of one that is blank.
    fn code(&self, code: &str, register: Option<&Register>) -> Option<String> {
        let of_the_day = |register: &Register| self.head.as_of.map_or_else(|| register.today(code), |day| register.code_on(code, day)).to_owned();
        let code = register.map_or_else(|| code.to_owned(), of_the_day);
        Some(written(&code).into_owned()).filter(|code| !code.is_empty())
    }

    /// Takes note of what was recognised; `position` is how many came before it.
    ///
    /// # Errors
    ///
    /// `missing_field` where the code is blank, `duplicate_code` where something of the institution is recognised already, `unknown_value`
    /// where the period is not that of the list, and `unknown_group` or `unknown_level` where the framework does not have what is recognised.
    pub fn recognise(&mut self, position: usize, act: Recognised, register: Option<&Register>) -> Result<(), Violations> {
        let Some(code) = self.code(&act.code, register) else {
            return Err(Violation::missing_field("/code", "code").into());
        };
        let mut violations = Violations::default();
        let first = *self.named.entry(key(&code).into_owned()).or_insert(position);
        if first < position {
            violations.push(already_listed("/code", &code, &format!("/recognised/{first}/code")));
        }
        self.check_period(act.period.as_ref(), &mut violations);
        self.check_levels(&act, &mut violations);
        violations.or(())?;
        self.take_period(act.period.as_ref());
        self.recognised.insert(code, act);
        Ok(())
    }

    /// Lets what was refused at a position come again once it is mended.
    pub(crate) fn forget(&mut self, position: usize) {
        self.named.retain(|_, first| *first != position);
    }

    /// Whether the period is that of whatever comes next: none was asked for, and nothing is there.
    fn takes_any_period(&self) -> bool {
        self.rows.is_empty() && self.recognised.is_empty() && self.head.period.is_none()
    }

    fn take_period(&mut self, period: Option<&String>) {
        if self.takes_any_period() {
            self.head.period = period.cloned();
        }
    }

    fn check_period(&self, period: Option<&String>, violations: &mut Violations) {
        if !self.takes_any_period() && self.head.period.as_ref() != period {
            let (found, expected) = (period.map_or("null", String::as_str), self.head.period.as_deref().unwrap_or("null"));
            violations.push(Violation::unknown_value("/period", found, expected));
        }
    }

    /// The row of an institution as the register has it; nothing is computed or recognised yet.
    fn row(&self, code: &str, register: Option<&Register>) -> PublicationRow {
        let entry = register.and_then(|register| register.find(code));
        let group = |group: &thuocdo::Group| GroupRow { code: group.code.clone(), ..GroupRow::default() };
        PublicationRow {
            authority: entry.and_then(|entry| entry.authority.clone()),
            code: code.to_owned(),
            groups: self.framework.groups.iter().map(group).collect(),
            kind: entry.and_then(|entry| entry.kind),
            name: entry.and_then(|entry| entry.name.clone()),
            ..PublicationRow::default()
        }
    }

    /// The list, with what was recognised in the place of what was only computed.
    pub fn finish(mut self, register: Option<&Register>) -> Publication {
        for (code, act) in mem::take(&mut self.recognised) {
            let mut row = self.rows.remove(&*key(&code)).map_or_else(|| self.row(&code, register), |placed| placed.row);
            for group in &mut row.groups {
                if let Some(known) = act.groups.iter().find(|known| known.code == group.code) {
                    (group.level, group.recognised) = (Some(Range::exact(known.level)), true);
                }
            }
            if let Some(level) = act.overall {
                row.overall = LevelRow { level: Some(Range::exact(level)), recognised: true };
            }
            row.recognised = row.groups.iter().all(|group| group.recognised);
            // What stands in the way of a level that is recognised stands in no way any more.
            row.blockers.retain(|blocker| row.groups.iter().any(|group| group.code == blocker.group && !group.recognised));
            self.rows.insert(key(&code).into_owned(), Placed { position: 0, row, stream: None });
        }
        let Head { act, as_of, authority, certificate_link, keep: _, name_missing, official, period, stream: _, title } = self.head;
        let mut rows: Vec<PublicationRow> = self.rows.into_values().map(|placed| placed.row).collect();
        rows.sort_by(|a, b| (a.authority.is_none(), &a.authority, &a.code).cmp(&(b.authority.is_none(), &b.authority, &b.code)));
        let summary = summary(&self.framework, &rows);
        let closed = |register: &Register| rows.iter().filter_map(|row| Closed::find(register, &row.code, period.as_deref())).collect();
        let closed = register.map(closed).unwrap_or_default();
        let missing = register.filter(|_| name_missing).map(|register| missing(register, &rows, period.as_deref()));
        let (framework, passed_over) = (self.id, self.passed_over);
        Publication { act, as_of, authority, certificate_link, closed, framework, missing, official, passed_over, period, rows, summary, title }
    }

    fn check_levels(&self, act: &Recognised, violations: &mut Violations) {
        let knows = |level: Level| self.framework.level(level).is_some();
        let unknown = |at: String, level: Level| Violation::unknown_level(at, u64::from(level.get()), self.framework.level_numbers());
        if let Some(level) = act.overall.filter(|level| !knows(*level)) {
            violations.push(unknown("/overall".to_owned(), level));
        }
        for (position, group) in act.groups.iter().enumerate() {
            if !knows(group.level) {
                violations.push(unknown(format!("/groups/{position}/level"), group.level));
            }
            if self.framework.group(&group.code).is_none() {
                let accepted: Vec<&str> = self.framework.groups.iter().map(|known| &*known.code).collect();
                violations.push(Violation::unknown_group(format!("/groups/{position}/code"), &*group.code, accepted));
            }
        }
    }
}

impl Publication {
    /// A list of one period: a row for each scorecard, and for each institution that is recognised without one. An institution stands
    /// under the code it bears on the day as of which the list holds, by the register, however that code is spelt.
    ///
    /// ```
    /// use thuocdo::{Framework, Lang, Scorer};
    /// use thuocdo_practice::Publication;
    /// use thuocdo_practice::publication::Head;
    ///
    /// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
    /// let school = br#"{ "institution": { "code": "31-0042" }, "period": "2023-2024", "conditions": {}, "answers": { "1.3.1": 6 } }"#;
    /// let head = Head { title: Some("Công bố".to_owned()), ..Head::default() };
    /// let publication = Publication::new(scorer.framework(), None, head, &[scorer.score(school)?], &[])?;
    /// assert_eq!(publication.period.as_deref(), Some("2023-2024"));
    /// assert!(publication.csv(scorer.framework(), Lang::Vi).lines().nth(1).is_some_and(|row| row.starts_with("31-0042,")));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A card without the institution's code (`missing_field`), two cards or two recognitions of one institution (`duplicate_code`), another
    /// period (`unknown_value`) or framework (`wrong_framework`), a recognised group or level that the framework does not have
    /// (`unknown_group`, `unknown_level`).
    pub fn new(
        framework: &Framework,
        register: Option<&Register>,
        head: Head,
        scorecards: &[Scorecard],
        recognised: &[Recognised],
    ) -> Result<Publication, Violations> {
        let mut list = List::new(framework, head);
        let mut violations = Violations::default();
        for (position, card) in scorecards.iter().enumerate() {
            list.add(position, card, register).unwrap_or_else(|refused| violations.take_in(&format!("/scorecards/{position}"), refused));
        }
        for (position, act) in recognised.iter().enumerate() {
            list.recognise(position, act.clone(), register).unwrap_or_else(|refused| violations.take_in(&format!("/recognised/{position}"), refused));
        }
        violations.or(())?;
        Ok(list.finish(register))
    }
}

/// The institutions of the register that were there in the period and have no row.
fn missing(register: &Register, rows: &[PublicationRow], period: Option<&str>) -> Vec<Registered> {
    let mut counter = CoverageCounter::default();
    for row in rows {
        counter.note(register, &row.code, period);
    }
    counter.finish(register).without_form.iter().filter_map(|code| register.find(code).cloned()).collect()
}

/// That an institution stands in the list already, and where.
fn already_listed(at: &str, code: &str, first: &str) -> Violation {
    Violation::duplicate_code(at.to_owned(), code, Named::place(first))
}

/// How many rows have which level.
fn summary(framework: &Framework, rows: &[PublicationRow]) -> Summary {
    let count = |counts: usize| u32::try_from(counts).unwrap_or(u32::MAX);
    let numbers = |of: &dyn Fn(&PublicationRow) -> LevelRow| {
        let mut levels: Vec<LevelNumber> =
            framework.levels.iter().map(|meaning| LevelNumber { level: meaning.level, ..LevelNumber::default() }).collect();
        let mut undetermined = 0_u32;
        for row in rows {
            let LevelRow { level, recognised } = of(row);
            let known = level.filter(Range::is_exact).and_then(|level| levels.iter_mut().find(|number| number.level == level.low));
            let number = match known {
                None => &mut undetermined,
                Some(number) if recognised => &mut number.recognised,
                Some(number) => &mut number.computed,
            };
            *number = number.saturating_add(1);
        }
        LevelSummary { levels, undetermined }
    };
    let group = |(position, group): (usize, &thuocdo::Group)| {
        let of = |row: &PublicationRow| {
            row.groups.get(position).map_or_else(LevelRow::default, |group| LevelRow { level: group.level, recognised: group.recognised })
        };
        let LevelSummary { levels, undetermined } = numbers(&of);
        GroupSummary { code: group.code.clone(), levels, undetermined }
    };
    Summary {
        count: count(rows.len()),
        groups: framework.groups.iter().enumerate().map(group).collect(),
        overall: numbers(&|row| row.overall),
        recognised: count(rows.iter().filter(|row| row.recognised).count()),
    }
}
