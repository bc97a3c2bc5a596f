//! From scorecards and recognitions to the rows of a list.

use std::collections::BTreeMap;

use thuocdo::{Framework, GroupScore, Level, Range, Scorecard, Violation, ViolationCode, Violations};

use super::{GroupRow, GroupSummary, Head, LevelNumber, LevelRow, LevelSummary, Publication, Recognised, Row, Summary};
use crate::code::{key, written};
use crate::{FrameworkId, Register};

/// A publication in the making, to which scorecards are added as they come.
#[derive(Debug)]
pub struct List<'f> {
    framework: &'f Framework,
    head: Head,
    id: FrameworkId,
    /// How many cards came.
    seen: usize,
    /// By code of the institution on the day of the list, however it is spelt; behind each the place of its card.
    rows: BTreeMap<String, (Row, usize)>,
    violations: Violations,
}

impl<'f> List<'f> {
    /// A list without rows.
    pub fn new(framework: &'f Framework, head: Head) -> List<'f> {
        let id = FrameworkId::from(framework);
        List { framework, head, id, seen: 0, rows: BTreeMap::new(), violations: Violations::default() }
    }

    /// Adds the row of a scorecard. What is wrong with it is told at the end, at `/scorecards/` and how many came before it.
    pub fn add(&mut self, card: &Scorecard, register: Option<&Register>) {
        let place = format!("/scorecards/{}", self.seen);
        if self.seen == 0 && self.head.period.is_none() {
            // Where none is asked for, the first card's is that of all.
            self.head.period.clone_from(&card.period);
        }
        self.seen = self.seen.saturating_add(1);
        if card.framework.digest != self.id.digest {
            let told = Violation::new(ViolationCode::WrongFramework, format!("{place}/framework/id"));
            self.violations
                .push(told.with("found", FrameworkId::from(&card.framework).to_string().as_str()).with("expected", self.id.to_string().as_str()));
        }
        self.check_period(card.period.as_ref(), &place);
        let institution = card.institution.as_ref();
        let Some(code) = card.institution_code().and_then(|code| self.code(code, register)) else {
            self.violations.push(Violation::new(ViolationCode::MissingField, format!("{place}/institution/code")).with("field", "code"));
            return;
        };
        if let Some((_, first)) = self.rows.get(&*key(&code)) {
            let first = format!("/scorecards/{first}/institution/code");
            let told = Violation::new(ViolationCode::DuplicateCode, format!("{place}/institution/code"));
            self.violations.push(told.with("code", code.as_str()).with("first", first.as_str()));
            return;
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
        self.rows.insert(key(&code).into_owned(), (row, self.seen.saturating_sub(1)));
    }

    /// The code under which an institution stands: the one it bears on the day of the list, or today; nothing of one that is blank.
    fn code(&self, code: &str, register: Option<&Register>) -> Option<String> {
        let of_the_day = |register: &Register| self.head.as_of.map_or_else(|| register.today(code), |day| register.code_on(code, day)).to_owned();
        let code = register.map_or_else(|| code.to_owned(), of_the_day);
        Some(written(&code).into_owned()).filter(|code| !code.is_empty())
    }

    fn check_period(&mut self, period: Option<&String>, place: &str) {
        if self.head.period.as_ref() != period {
            let (found, expected) = (period.map_or("null", String::as_str), self.head.period.as_deref().unwrap_or("null"));
            let told = Violation::new(ViolationCode::UnknownValue, format!("{place}/period"));
            self.violations.push(told.with("found", found).with("accepted", expected));
        }
    }

    /// What the register says of an institution, nothing computed or recognised yet.
    fn row(&self, code: &str, register: Option<&Register>) -> Row {
        let entry = register.and_then(|register| register.find(code));
        let group = |group: &thuocdo::Group| GroupRow { code: group.code.clone(), ..GroupRow::default() };
        Row {
            authority: entry.and_then(|entry| entry.authority.clone()),
            code: code.to_owned(),
            groups: self.framework.groups.iter().map(group).collect(),
            kind: entry.and_then(|entry| entry.kind),
            name: entry.and_then(|entry| entry.name.clone()),
            ..Row::default()
        }
    }

    /// The list, with what was recognised in the place of what was only computed.
    ///
    /// Fails as [`Publication::new`].
    pub fn finish(mut self, register: Option<&Register>, recognised: &[Recognised]) -> Result<Publication, Violations> {
        let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
        for (position, act) in recognised.iter().enumerate() {
            let place = format!("/recognised/{position}");
            let Some(code) = self.code(&act.code, register) else {
                self.violations.push(Violation::new(ViolationCode::MissingField, format!("{place}/code")).with("field", "code"));
                continue;
            };
            let first = *first_of.entry(key(&code).into_owned()).or_insert(position);
            if first < position {
                let told = Violation::new(ViolationCode::DuplicateCode, format!("{place}/code"));
                self.violations.push(told.with("code", code.as_str()).with("first", format!("/recognised/{first}/code").as_str()));
            }
            if self.seen == 0 && position == 0 && self.head.period.is_none() {
                self.head.period.clone_from(&act.period);
            }
            self.check_period(act.period.as_ref(), &place);
            self.check_levels(act, &place);
            let mut row = self.rows.remove(&*key(&code)).map_or_else(|| self.row(&code, register), |(row, _)| row);
            for group in &mut row.groups {
                if let Some(known) = act.groups.iter().find(|known| known.code == group.code) {
                    (group.level, group.recognised) = (Some(Range::exact(known.level)), true);
                }
            }
            if let Some(level) = act.overall {
                row.overall = LevelRow { level: Some(Range::exact(level)), recognised: true };
            }
            row.recognised = row.groups.iter().all(|group| group.recognised);
            self.rows.insert(key(&code).into_owned(), (row, position));
        }
        let Head { as_of, authority, period, title } = self.head;
        let mut rows: Vec<Row> = self.rows.into_values().map(|(row, _)| row).collect();
        rows.sort_by(|a, b| (a.authority.is_none(), &a.authority, &a.code).cmp(&(b.authority.is_none(), &b.authority, &b.code)));
        let summary = summary(self.framework, &rows);
        self.violations.or(Publication { as_of, authority, framework: self.id, period, rows, summary, title })
    }

    fn check_levels(&mut self, act: &Recognised, place: &str) {
        let knows = |level: Level| self.framework.level(level).is_some();
        let unknown = |at: String, level: Level| Violation::new(ViolationCode::UnknownLevel, at).with("level", u64::from(level.get()));
        if let Some(level) = act.overall.filter(|level| !knows(*level)) {
            self.violations.push(unknown(format!("{place}/overall"), level));
        }
        for (position, group) in act.groups.iter().enumerate() {
            if !knows(group.level) {
                self.violations.push(unknown(format!("{place}/groups/{position}/level"), group.level));
            }
            if self.framework.group(&group.code).is_none() {
                let accepted: Vec<&str> = self.framework.groups.iter().map(|known| &*known.code).collect();
                let told = Violation::new(ViolationCode::UnknownGroup, format!("{place}/groups/{position}/code"));
                self.violations.push(told.with("code", &*group.code).with("accepted", accepted));
            }
        }
    }
}

/// How many rows have which level.
fn summary(framework: &Framework, rows: &[Row]) -> Summary {
    let count = |counts: usize| u32::try_from(counts).unwrap_or(u32::MAX);
    let numbers = |of: &dyn Fn(&Row) -> LevelRow| {
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
        let of = |row: &Row| {
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
