//! The report of a department on a year: progress, results, agreement, data quality, and lists by name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use thuocdo::text::grouped;
use thuocdo::{Date, Framework, InstitutionType, Lang, Level, Range, Scorecard, Standing};
use thuocdo_practice::cohort::CohortRow;
use thuocdo_practice::process::{Act, Case, Status};
use thuocdo_practice::quality::{Score, Scores};
use thuocdo_practice::review::AgreementReport;
use thuocdo_practice::{CohortReport, Movement, Register, code_key};

use super::about::{About, percent, period};
use super::letter::{Letter, short_day, stop};
use super::parts::{dots, line, note, running};
use super::words::SummaryWord as Say;
use super::year_lists::YearLists;
use crate::paper::{Bar, Bars, Block, Cell, Column, Paper, Paragraph, Span, Table, blank};
use crate::year::Year;

/// What the report says. What is `None` or empty stays a blank, or is left out where only the program could fill it in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary<'a> {
    /// How far both sides agree.
    pub agreement: Option<&'a AgreementReport>,
    /// As of which day.
    pub as_of: Option<Date>,
    /// The cases of the year, each as it stands.
    pub cases: &'a [(Case, Status)],
    /// External assessments, counted.
    pub external: Option<&'a CohortReport>,
    /// How levels moved since the last period.
    pub moves: Option<Moves>,
    /// Self-assessments, counted.
    pub own: Option<&'a CohortReport>,
    /// The period.
    pub period: Option<&'a str>,
    /// The data quality of all assessments.
    pub quality: Option<Scores>,
    /// How many assessments were refused, and are in no count.
    pub refused: u64,
    /// The institutions of the department.
    pub register: Option<&'a Register>,
    /// The scorecards of self-assessments, for the list by name.
    pub own_cards: &'a [Scorecard],
    /// The scorecards of external assessments, for the list by name.
    pub external_cards: &'a [Scorecard],
    /// The year of a folder, for its lists by name: who differs, who rose or fell, who is late.
    pub year: Option<&'a Year>,
}

/// How the levels of institutions moved from one period to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// To a lower level.
    pub fell: u64,
    /// Missing answers leave it open.
    pub open: u64,
    /// To a higher level.
    pub rose: u64,
    /// The same level.
    pub same: u64,
}

impl Moves {
    /// Counts how the level as a whole moved from cards of the last period to those of this one. Cards are paired by the code of the
    /// institution; those of another framework are not compared.
    pub fn between<'a>(before: &'a [Scorecard], now: &'a [Scorecard]) -> Moves {
        let whose = |card: &'a Scorecard| Some((code_key(card.institution_code()?), card.framework.digest.as_str()));
        // Of several the first.
        let last: BTreeMap<_, &Scorecard> = before.iter().rev().filter_map(|old| Some((whose(old)?, old))).collect();
        let mut moves = Moves::default();
        for card in now {
            if let Some(old) = whose(card).and_then(|whose| last.get(&whose)) {
                moves.note(old.overall.level, card.overall.level);
            }
        }
        moves
    }

    /// Counts how the level of one institution moved.
    pub(super) fn note(&mut self, last: Range<Level>, now: Range<Level>) {
        let counter = match Movement::between(last, now) {
            Movement::Lowered => &mut self.fell,
            Movement::Raised => &mut self.rose,
            Movement::Same => &mut self.same,
            _ => &mut self.open,
        };
        *counter = counter.saturating_add(1);
    }
}

/// The báo cáo tổng hợp of a department or commune, as text that goes into its report to the authority above.
pub fn summary(framework: &Framework, what: Summary<'_>, letter: &Letter, lang: Lang) -> Paper {
    let report = Writer { about: About::new(framework, lang), letter, what };
    let mut blocks = report.top();
    blocks.extend(report.progress());
    blocks.extend(report.results());
    blocks.extend(report.assessment());
    blocks.push(report.end());
    blocks.extend(report.annexes());
    let title = Say::FileTitle.say(lang, &[("period", &period(what.period, lang))]);
    Paper { blocks, foot: report.about.foot(&framework.digest()), lang, title }
}

struct Writer<'a> {
    about: About<'a>,
    letter: &'a Letter,
    what: Summary<'a>,
}

impl<'a> Writer<'a> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    fn heading(&self, word: Say) -> Block {
        Block::Heading(vec![Span::new(self.word(word))])
    }

    fn sub(&self, word: Say) -> Block {
        Block::Heading(vec![Span { is_italic: true, ..Span::new(self.word(word)) }])
    }

    /// The counts of the results: those of external assessments where there are any.
    fn counted(&self) -> Option<&'a CohortReport> {
        self.what.external.or(self.what.own)
    }

    fn top(&self) -> Vec<Block> {
        let period = period(self.what.period, self.about.lang);
        let mut blocks = self.letter.head(None, &format!("BC-{}", blank(3)), self.about.lang);
        blocks.extend(Letter::title(self.word(Say::Title), &Say::About.say(self.about.lang, &[("period", &period)])));
        let to = self.letter.above.clone().unwrap_or_else(|| blank(24));
        let body = self.letter.body.clone().unwrap_or_else(|| blank(14));
        blocks.extend([
            Block::Paragraph(Paragraph::centred([Span::new(Say::To.say(self.about.lang, &[("to", &to)]))])),
            running(
                Say::Opening
                    .say(self.about.lang, &[("act", &self.about.framework.legal.cited(self.about.lang)), ("plan", &blank(14)), ("body", &body)])
                    + ":",
            ),
            self.heading(Say::Leading),
            dots(),
            dots(),
        ]);
        blocks
    }

    fn progress(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(Say::Progress)];
        blocks.extend(self.reported().map(|text| running(text + ".")));
        let mut table = Table::new([
            Column::words(self.word(Say::Step), 40),
            Column::centred(self.word(Say::Done), 15),
            Column::centred(self.word(Say::InTime), 15),
            Column::centred(self.word(Say::Late), 15),
            Column::centred(self.word(Say::NotYet), 15),
        ]);
        for act in [Act::SelfAssess, Act::Approve, Act::Report, Act::ExternallyAssess, Act::Recognise, Act::Publish] {
            let mut cells = vec![Cell::from(thuocdo::text::capital(act.name(self.about.lang)))];
            if self.what.cases.is_empty() {
                cells.extend((0..4).map(|_| Cell::empty()));
            } else {
                let number = |of: &dyn Fn(&(Case, Status)) -> bool| self.what.cases.iter().filter(|case| of(case)).count();
                let done = number(&|(case, _)| case.events.iter().any(|event| event.act == act && self.what.as_of.is_none_or(|day| event.on <= day)));
                let late = number(&|(_, status)| status.late.iter().any(|late| late.act == act));
                let missing = self.what.cases.len().saturating_sub(done);
                cells.extend([done, done.saturating_sub(late), late, missing].map(|number| Cell::from(number.to_string())));
            }
            table.row(cells);
        }
        blocks.push(Block::Table(table));
        if self.what.cases.is_empty() {
            blocks.push(note(self.word(Say::NoCases)));
        }
        blocks
    }

    /// How many have reported, and how many levels are recognised.
    fn reported(&self) -> Option<String> {
        let number = |of: u64| grouped(of, self.about.lang);
        let own = self.what.own?;
        let reported = u64::from(own.count);
        let recognised = if self.what.cases.is_empty() {
            blank(3)
        } else {
            number(self.what.cases.iter().filter(|(_, status)| status.recognised.is_some()).count().try_into().unwrap_or(u64::MAX))
        };
        let without = own.register.as_ref().map(|coverage| u64::try_from(coverage.without_form.len()).unwrap_or(u64::MAX));
        let known = own.register.as_ref().map_or(0, |coverage| u64::try_from(coverage.unregistered.len()).unwrap_or(0));
        Some(match without {
            None => Say::ReportedOnly.say(self.about.lang, &[("reported", &number(reported)), ("recognised", &recognised)]),
            Some(without) => {
                let registered = reported.saturating_sub(known);
                let all = registered.saturating_add(without);
                let share = percent(registered, all, self.about.lang);
                Say::Reported
                    .say(self.about.lang, &[("all", &number(all)), ("reported", &number(registered)), ("share", &share), ("recognised", &recognised)])
            }
        })
    }

    fn results(&self) -> Vec<Block> {
        let Some(counted) = self.counted() else { return Vec::new() };
        let day = short_day(self.what.as_of, self.about.lang);
        let which = if self.what.external.is_some() { Say::ByExternal } else { Say::ByOwn };
        let mut blocks = vec![
            Block::Heading(vec![Span::new(Say::Results.say(self.about.lang, &[("day", &day)]))]),
            running(which.say(self.about.lang, &[("count", &grouped(counted.count.into(), self.about.lang))]) + "."),
            self.sub(Say::Overall),
            Block::Table(self.levels(counted)),
            Block::Bars(self.bars(counted)),
        ];
        blocks.extend(self.about.framework.overall_note(self.about.lang).map(note));
        blocks.push(note(self.word(Say::OpenNote)));
        blocks.push(self.sub(Say::ByType));
        let kind = |word: &str| word.parse::<InstitutionType>().map_or_else(|_| word.to_owned(), |kind| kind.name(self.about.lang).to_owned());
        blocks.push(Block::Table(self.rows(Say::Type, &counted.by_type, kind)));
        if counted.by_authority.iter().any(|row| row.value.is_some()) {
            blocks.push(self.sub(Say::ByAuthority));
            blocks.push(Block::Table(self.rows(Say::Authority, &counted.by_authority, str::to_owned)));
        }
        blocks.push(self.sub(Say::SinceLast));
        blocks.push(match self.what.moves {
            None => running(format!("{}.", self.word(Say::NoLast))),
            Some(moves) => {
                let number = |of: u64| grouped(of, self.about.lang);
                let (rose, same, fell, open) = (number(moves.rose), number(moves.same), number(moves.fell), number(moves.open));
                running(Say::Moves.say(self.about.lang, &[("rose", &rose), ("same", &same), ("fell", &fell), ("open", &open)]) + ".")
            }
        });
        blocks.push(self.sub(Say::Agreement));
        blocks.extend(self.agreement());
        blocks.push(self.sub(Say::Quality));
        blocks.push(running(self.quality()));
        blocks
    }

    fn levels(&self, counted: &CohortReport) -> Table {
        let mut columns = vec![Column::words(self.word(Say::Group), 36)];
        columns
            .extend(self.about.framework.levels.iter().map(|of| Column::centred(Say::LevelColumn.say(self.about.lang, &[("level", &of.level)]), 16)));
        columns.push(Column::centred(self.word(Say::Open), 16));
        let mut table = Table::new(columns);
        let all = u64::from(counted.count);
        let cell = |of: u32| {
            let share = percent(of.into(), all, self.about.lang);
            Cell::from(Say::CountAndShare.say(self.about.lang, &[("count", &grouped(of.into(), self.about.lang)), ("share", &share)]))
        };
        for group in &counted.groups {
            let mut cells = vec![Cell::from(self.about.group(&group.code))];
            cells.extend(group.levels.iter().map(|level| cell(level.count)).chain([cell(group.undetermined)]));
            table.row(cells);
        }
        let mut cells = vec![Cell::from(self.word(Say::OverallRow))];
        cells.extend(counted.overall.levels.iter().map(|level| cell(level.count)).chain([cell(counted.overall.undetermined)]));
        table.strong(cells);
        table
    }

    /// How many institutions have which level in each group, as bars.
    fn bars(&self, counted: &CohortReport) -> Bars {
        let all = counted.count;
        let mut bars = Vec::new();
        for group in &counted.groups {
            for level in &group.levels {
                let label = Say::BarLabel.say(self.about.lang, &[("group", &group.code), ("level", &self.about.words().level(level.level.into()))]);
                let value = grouped(level.count.into(), self.about.lang);
                bars.push(Bar::new(label, value, [level.count, level.count], all));
            }
        }
        Bars { bars, ..Bars::default() }
    }

    fn rows(&self, title: Say, rows: &[CohortRow], name: impl Fn(&str) -> String) -> Table {
        let mut columns = vec![Column::words(self.word(title), 36), Column::centred(self.word(Say::Institutions), 12)];
        columns
            .extend(self.about.framework.levels.iter().map(|of| Column::centred(Say::LevelColumn.say(self.about.lang, &[("level", &of.level)]), 13)));
        columns.push(Column::centred(self.word(Say::Open), 13));
        let mut table = Table::new(columns);
        for row in rows {
            let title = row.value.as_deref().map_or_else(|| self.word(Say::NotKnown).to_owned(), &name);
            let mut cells = vec![Cell::from(title), Cell::from(grouped(row.count.into(), self.about.lang))];
            let counts = row.overall.levels.iter().map(|level| level.count).chain([row.overall.undetermined]);
            cells.extend(counts.map(|number| Cell::from(grouped(number.into(), self.about.lang))));
            table.row(cells);
        }
        table
    }

    fn agreement(&self) -> Vec<Block> {
        let Some(of) = self.what.agreement else { return vec![running(format!("{}.", self.word(Say::NoAgreement)))] };
        let number = |of: u64| grouped(of, self.about.lang);
        let level = &of.overall;
        let mut blocks = vec![running(
            Say::Agree.say(
                self.about.lang,
                &[
                    ("reviews", &number(of.reviews)),
                    ("same", &number(level.same)),
                    ("lower", &number(level.lowered)),
                    ("higher", &number(level.raised)),
                    ("open", &number(level.open)),
                ],
            ) + ".",
        )];
        // The indicators on which most differ, those of the framework first where as many do.
        let mut most: Vec<(&str, u64)> = of.groups.iter().flat_map(|group| &group.indicators).map(|of| (of.code.as_str(), of.disputed)).collect();
        most.sort_by_key(|(_, disputed)| std::cmp::Reverse(*disputed));
        most.retain(|(_, disputed)| *disputed > 0);
        most.truncate(MOST);
        if !most.is_empty() {
            let names: Vec<String> = most.iter().map(|(code, disputed)| format!("{code} ({disputed})")).collect();
            blocks.push(running(Say::MostDisputed.say(self.about.lang, &[("indicators", &names.join(", "))]) + "."));
        }
        blocks
    }

    fn quality(&self) -> String {
        let Some(scores) = self.what.quality else { return format!("{}.", self.word(Say::NoQuality)) };
        let share = |score: Score| if score.checked == 0 { "–".to_owned() } else { percent(score.passed, score.checked, self.about.lang) };
        let (correct, complete, clean, live) = (share(scores.correct), share(scores.complete), share(scores.clean), share(scores.live));
        Say::QualityLine.say(self.about.lang, &[("correct", &correct), ("complete", &complete), ("clean", &clean), ("live", &live)]) + "."
    }

    /// What only people can write, beside the indicators in which schools miss the most points.
    fn assessment(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(Say::Assessment), self.sub(Say::Strengths), dots(), self.sub(Say::Weaknesses)];
        if let Some(counted) = self.counted() {
            let mut table = Table::new([
                Column::centred(self.word(Say::Code), 10),
                Column::words(self.word(Say::Indicator), 54),
                Column::centred(self.word(Say::Lacking), 18),
                Column::centred(self.word(Say::MeanMissing), 18),
            ]);
            let located = counted.missing_points.iter().filter(|missing| {
                let indicator = self.about.framework.indicator(&missing.code);
                missing.schools > 0 && indicator.is_none_or(|indicator| indicator.basis.standing != Standing::Unlocated)
            });
            for missing in located.take(MOST) {
                let title = self.about.framework.indicator(&missing.code).map_or("", |indicator| indicator.title.get(self.about.lang));
                table.row([
                    Cell::from(&missing.code),
                    Cell::from(title),
                    Cell::from(grouped(missing.schools.into(), self.about.lang)),
                    Cell::from(missing.mean.text(self.about.lang)),
                ]);
            }
            if !table.rows.is_empty() {
                blocks.push(running(self.word(Say::MostMissing)));
                blocks.push(Block::Table(table));
            }
        }
        blocks.extend([dots(), self.sub(Say::Causes), dots(), self.heading(Say::Tasks), dots(), dots()]);
        blocks.extend([self.heading(Say::Proposals), dots(), dots()]);
        let body = self.letter.body.clone().unwrap_or_else(|| blank(14));
        blocks.push(running(stop(&Say::Closing.say(self.about.lang, &[("period", &period(self.what.period, self.about.lang)), ("body", &body)]))));
        blocks
    }

    fn end(&self) -> Block {
        let to = [Say::ToAbove, Say::ToSchools].map(|word| self.word(word).to_owned());
        self.letter.end(&blank(12), &to, self.about.lang)
    }

    /// The lists by name, and how the numbers were made. What has nothing to say is left out, and the others are numbered.
    fn annexes(&self) -> Vec<Block> {
        let lists = self.what.year.map(|year| YearLists { about: self.about, year });
        let annexes = [
            (Say::ListTitle, self.list()),
            (Say::MissingTitle, self.missing()),
            (Say::DifferingTitle, lists.as_ref().map(YearLists::differing).unwrap_or_default()),
            (Say::ChangesTitle, lists.as_ref().map(YearLists::changes).unwrap_or_default()),
            (Say::LateTitle, lists.as_ref().map(YearLists::late).unwrap_or_default()),
            (Say::MethodTitle, self.method()),
        ];
        let mut blocks = vec![Block::PageBreak];
        for (number, (title, annex)) in (1_u32..).zip(annexes.into_iter().filter(|(_, annex)| !annex.is_empty())) {
            let heading = [Say::Annex.say(self.about.lang, &[("number", &number)]), self.word(title).to_owned()];
            blocks.extend(heading.map(|text| Block::Paragraph(Paragraph::centred([Span::bold(text)]))));
            blocks.extend(annex);
        }
        blocks
    }

    /// Every institution with its levels by both sides, by code.
    fn list(&self) -> Vec<Block> {
        let both = [(Say::OwnShort, self.what.own_cards), (Say::ExternalShort, self.what.external_cards)];
        let both = both.map(|(side, cards)| (side, first_of_each(cards)));
        let schools: BTreeSet<&Cow<'_, str>> = both.iter().flat_map(|(_, cards)| cards.keys()).collect();
        if schools.is_empty() {
            return Vec::new();
        }
        let mut columns =
            vec![Column::centred(self.word(Say::Nth), 6), Column::words(self.word(Say::CodeColumn), 13), Column::words(self.word(Say::Name), 33)];
        // A side without a single form needs no columns.
        let sides: Vec<_> = both.iter().filter(|(_, cards)| !cards.is_empty()).collect();
        for (side, _) in &sides {
            let groups = self.about.framework.groups.iter();
            columns.extend(
                groups.map(|group| Column::centred(Say::SideGroup.say(self.about.lang, &[("side", &self.word(*side)), ("group", &group.code)]), 14)),
            );
        }
        columns.push(Column::centred(self.word(Say::OverallShort), 10));
        let mut table = Table::new(columns);
        for (nth, school) in (1_u32..).zip(schools) {
            let [own, external] = both.each_ref().map(|(_, cards)| cards.get(school).copied());
            let code = own.or(external).and_then(Scorecard::institution_code).unwrap_or_default();
            let registered = self.what.register.and_then(|register| register.find(code)).and_then(|entry| entry.name.clone());
            let named = |card: &Scorecard| card.institution.as_ref().and_then(|institution| institution.name.clone());
            let name = registered.or_else(|| own.or(external).and_then(named)).unwrap_or_default();
            let mut cells = vec![Cell::from(nth.to_string()), Cell::from(code), Cell::from(name)];
            for (_, cards) in &sides {
                let card = cards.get(school);
                cells.extend((0..self.about.framework.groups.len()).map(|nth| {
                    let group = card.and_then(|card| card.groups.get(nth));
                    group.map_or_else(Cell::empty, |group| self.about.points_and_level(group.score, group.level))
                }));
            }
            let overall = external.or(own).map(|card| card.overall.level.to_string()).unwrap_or_default();
            cells.push(Cell::from(overall));
            table.row(cells);
        }
        vec![Block::Table(table)]
    }

    /// The institutions of the register that sent no self-assessment.
    fn missing(&self) -> Vec<Block> {
        let (Some(register), Some(coverage)) = (self.what.register, self.what.own.and_then(|own| own.register.as_ref())) else { return Vec::new() };
        if coverage.without_form.is_empty() {
            return vec![running(format!("{}.", self.word(Say::AllSent)))];
        }
        let mut table = Table::new([
            Column::centred(self.word(Say::Nth), 8),
            Column::words(self.word(Say::CodeColumn), 18),
            Column::words(self.word(Say::Name), 44),
            Column::words(self.word(Say::Authority), 30),
        ]);
        for (nth, code) in (1_u32..).zip(&coverage.without_form) {
            let entry = register.find(code);
            let text = |of: Option<&String>| Cell::from(of.map_or("", String::as_str));
            table.row([
                Cell::from(nth.to_string()),
                Cell::from(code),
                text(entry.and_then(|entry| entry.name.as_ref())),
                text(entry.and_then(|entry| entry.authority.as_ref())),
            ]);
        }
        vec![Block::Table(table)]
    }

    /// How the numbers were made, and what is in none of them.
    fn method(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let item = |text: String| line(format!("- {text}"));
        blocks.push(item(Say::By.say(self.about.lang, &[("acts", &self.about.acts())])));
        blocks.push(item(self.about.basis(self.about.framework.basis_counts())));
        blocks.push(item(self.word(Say::OpenNote).to_owned()));
        if self.what.refused > 0 {
            blocks.push(item(Say::Refused.say(self.about.lang, &[("count", &grouped(self.what.refused, self.about.lang))])));
        }
        let unregistered = self.what.own.and_then(|own| own.register.as_ref()).map_or(&[][..], |coverage| &coverage.unregistered);
        if !unregistered.is_empty() {
            let codes: Vec<&str> = unregistered.iter().map(|of| of.code.as_str()).collect();
            blocks.push(item(Say::Unregistered.say(self.about.lang, &[("codes", &codes.join(", "))])));
        }
        blocks
    }
}

/// So many indicators are enough to say where to begin.
const MOST: usize = 10;

/// The first card of each institution, by what all spellings of its code have in common.
fn first_of_each(cards: &[Scorecard]) -> BTreeMap<Cow<'_, str>, &Scorecard> {
    cards.iter().rev().filter_map(|card| Some((code_key(card.institution_code()?), card))).collect()
}
