//! The lists of a year as sheets of a workbook.

use thuocdo::text::capital;
use thuocdo::{BlockerCode, ConditionState, InstitutionType, Lang, Level};
use thuocdo_practice::process::State;
use thuocdo_practice::quality::Dimension;
use thuocdo_practice::{CohortReport, Movement};

use super::lists::{Change, Differing, Rated, School, Who, Year};
use super::sheet_words::Say;
use crate::folder::Place;
use crate::sheet::{Sheet, SheetCell, SheetColumn, SheetTable};

/// The sheets of a year in its language.
pub fn sheets(year: &Year) -> Vec<Sheet> {
    let lang: Lang = year.lang.parse().unwrap_or_default();
    let writer = Writer { lang, year };
    let lists = [
        writer.levels(),
        writer.missing(),
        writer.refused(),
        writer.duplicates(),
        writer.unregistered(),
        writer.later(),
        writer.differing(),
        writer.differing_indicators(),
        writer.changes(),
        writer.evidence(),
        writer.quality(),
        writer.deadlines(),
        writer.signals(),
        writer.files(),
    ];
    let summary = writer.summary(&lists);
    std::iter::once(summary).chain(lists).collect()
}

struct Writer<'y> {
    lang: Lang,
    year: &'y Year,
}

/// A column that numbers the rows.
const NUMBER: u16 = 5;
const CODE: u16 = 10;
const NAME: u16 = 30;
const AUTHORITY: u16 = 22;
const SHORT: u16 = 8;
const DAY: u16 = 11;
const LONG: u16 = 56;
/// The columns of the summary.
const SUMMARY: u16 = 76;
const COUNT: u16 = 13;
const SEE: u16 = 20;
const FILE: u16 = 36;

impl Writer<'_> {
    fn column(&self, title: Say, width: u16) -> SheetColumn {
        SheetColumn::new(title.template(self.lang), width)
    }

    fn word(&self, say: Say) -> String {
        say.template(self.lang).to_owned()
    }

    /// The columns that each list of institutions begins with: number, code, name.
    fn who(&self) -> Vec<SheetColumn> {
        vec![self.column(Say::Number, NUMBER), self.column(Say::Code, CODE), self.column(Say::Name, NAME)]
    }

    fn sheet(&self, name: Say, title: Say, remarks: &[Say], columns: Vec<SheetColumn>, rows: Vec<Vec<SheetCell>>) -> Sheet {
        Sheet {
            is_alarm: false,
            name: self.word(name),
            remarks: self.remarks(remarks),
            tables: vec![SheetTable { columns, heading: None, rows }],
            title: self.word(title),
        }
    }

    fn remarks(&self, remarks: &[Say]) -> Vec<String> {
        let about = self.about();
        std::iter::once(about).chain(remarks.iter().map(|say| self.word(*say))).collect()
    }

    /// The period and the day.
    fn about(&self) -> String {
        let day = self.year.as_of.text(self.lang);
        Say::About.say(self.lang, &[("period", &self.year.period), ("day", &day)])
    }

    fn kind(&self, kind: Option<InstitutionType>) -> SheetCell {
        kind.map_or(SheetCell::Blank, |kind| SheetCell::text(kind.name(self.lang)))
    }

    fn place(&self, at: &Place) -> SheetCell {
        SheetCell::text(at.text(self.lang))
    }

    /// How the levels of groups moved together, in the words for lower, higher, both, and neither.
    fn movements(&self, groups: &[Movement], [lower, higher, both, same]: [Say; 4]) -> SheetCell {
        let has = |movement: Movement| groups.contains(&movement);
        let say = match (has(Movement::Lowered), has(Movement::Raised)) {
            (true, true) => both,
            (true, false) => lower,
            (false, true) => higher,
            (false, false) if groups.iter().all(|group| *group == Movement::Same) => same,
            (false, false) => Say::Open,
        };
        SheetCell::text(self.word(say))
    }

    fn state(&self, state: ConditionState) -> SheetCell {
        SheetCell::text(self.word(match state {
            ConditionState::Met => Say::Met,
            ConditionState::Unmet => Say::Unmet,
            _ => Say::Unknown,
        }))
    }

    fn levels(&self) -> Sheet {
        let lang = self.lang;
        let mut columns = self.who();
        columns.extend([self.column(Say::Kind, 13), self.column(Say::Authority, AUTHORITY)]);
        for group in &self.year.groups {
            let titled = |say: Say| SheetColumn::new(say.say(lang, &[("group", &group.code)]), SHORT);
            columns.extend([Say::OwnPoints, Say::OwnLevel, Say::ExternalPoints, Say::ExternalLevel].map(titled));
        }
        columns.extend([Say::OwnOverall, Say::ExternalOverall, Say::LastOverall].map(|say| self.column(say, SHORT)));
        columns.extend([self.column(Say::Step, 14), self.column(Say::Recognised, SHORT)]);
        columns.extend([self.column(Say::RecognisedOn, DAY), self.column(Say::PublishedOn, DAY)]);
        columns.extend([self.column(Say::OwnFile, FILE).of_screen(), self.column(Say::ExternalFile, FILE).of_screen()]);
        let rows = (1_u32..).zip(&self.year.levels).map(|(n, school)| self.level_row(n, school)).collect();
        self.sheet(Say::LevelsName, Say::LevelsTitle, &[Say::LevelsRemark, Say::RangesRemark], columns, rows)
    }

    fn level_row(&self, n: u32, school: &School) -> Vec<SheetCell> {
        let lang = self.lang;
        let mut row = vec![SheetCell::number(n), SheetCell::text(&school.code), SheetCell::some(school.name.as_ref())];
        row.extend([self.kind(school.kind), SheetCell::some(school.authority.as_ref())]);
        for group in &self.year.groups {
            for side in [&school.own, &school.external] {
                let rated = side.as_ref().and_then(|rated| rated.groups.iter().find(|rated| rated.code == group.code));
                row.push(rated.map_or(SheetCell::Blank, |rated| SheetCell::points(rated.score, lang)));
                row.push(rated.map_or(SheetCell::Blank, |rated| SheetCell::level(rated.level, lang)));
            }
        }
        let overall = |rated: &Option<Rated>| rated.as_ref().map_or(SheetCell::Blank, |rated| SheetCell::level(rated.level, lang));
        row.extend([overall(&school.own), overall(&school.external), overall(&school.last)]);
        row.push(school.state.map_or(SheetCell::Blank, |state| SheetCell::text(capital(State::text(Some(state), lang)))));
        row.push(school.recognised.map_or(SheetCell::Blank, SheetCell::number));
        row.extend([SheetCell::day(school.recognised_on), SheetCell::day(school.published_on)]);
        let file = |rated: &Option<Rated>| rated.as_ref().map_or(SheetCell::Blank, |rated| self.place(&rated.at));
        row.extend([file(&school.own), file(&school.external)]);
        row
    }

    fn missing(&self) -> Sheet {
        let mut columns = self.who();
        columns.extend([self.column(Say::Kind, 13), self.column(Say::Authority, AUTHORITY), self.column(Say::Address, 36)]);
        columns.extend([self.column(Say::LastOverall, SHORT), self.column(Say::RefusedFile, 40)]);
        let rows = (1_u32..).zip(&self.year.missing).map(|(n, missing)| {
            vec![
                SheetCell::number(n),
                SheetCell::text(&missing.code),
                SheetCell::some(missing.name.as_ref()),
                self.kind(missing.kind),
                SheetCell::some(missing.authority.as_ref()),
                SheetCell::some(missing.address.as_ref()),
                missing.last.map_or(SheetCell::Blank, |level| SheetCell::level(level, self.lang)),
                missing.refused.as_ref().map_or(SheetCell::Blank, |at| self.place(at)),
            ]
        });
        alarm(self.sheet(Say::MissingName, Say::MissingTitle, &[Say::MissingRemark], columns, rows.collect()))
    }

    fn refused(&self) -> Sheet {
        let columns = vec![
            self.column(Say::Number, NUMBER),
            self.column(Say::File, 40),
            self.column(Say::Cell, 12),
            self.column(Say::Fix, 70),
            self.column(Say::Code, CODE),
            self.column(Say::Name, NAME),
            self.column(Say::FaultCode, 24).of_screen(),
        ];
        let rows = (1_u32..).zip(&self.year.refused).map(|(n, refused)| {
            vec![
                SheetCell::number(n),
                self.place(&refused.at),
                SheetCell::some(refused.cell.as_ref()),
                SheetCell::text(capital(&refused.message)),
                SheetCell::some(refused.institution.as_ref()),
                SheetCell::some(refused.name.as_ref()),
                SheetCell::text(&refused.code),
            ]
        });
        alarm(self.sheet(Say::RefusedName, Say::RefusedTitle, &[Say::RefusedRemark], columns, rows.collect()))
    }

    fn duplicates(&self) -> Sheet {
        let mut columns = self.who();
        columns.extend([self.column(Say::Stream, 16), self.column(Say::Period, 12), self.column(Say::File, 40), self.column(Say::Counted, 40)]);
        columns.extend([self.column(Say::Identical, 14), self.column(Say::Near, 14)]);
        let rows = (1_u32..).zip(&self.year.duplicates).map(|(n, twice)| {
            let identical = if twice.identical { Say::SameContent } else { Say::OtherContent };
            vec![
                SheetCell::number(n),
                SheetCell::text(&twice.code),
                SheetCell::some(twice.name.as_ref()),
                SheetCell::text(twice.stream.name(self.lang)),
                SheetCell::some(twice.period.as_ref()),
                self.place(&twice.at),
                self.place(&twice.counted),
                SheetCell::text(self.word(identical)),
                SheetCell::some(twice.near.as_ref()),
            ]
        });
        alarm(self.sheet(Say::DuplicatesName, Say::DuplicatesTitle, &[Say::DuplicatesRemark], columns, rows.collect()))
    }

    fn unregistered(&self) -> Sheet {
        let mut columns = self.who();
        columns.extend([self.column(Say::Near, 16), self.column(Say::File, 50)]);
        let rows = (1_u32..).zip(&self.year.unregistered).map(|(n, form)| {
            let (code, name, near) = (SheetCell::text(&form.code), SheetCell::some(form.name.as_ref()), SheetCell::some(form.near.as_ref()));
            vec![SheetCell::number(n), code, name, near, self.place(&form.at)]
        });
        alarm(self.sheet(Say::UnregisteredName, Say::UnregisteredTitle, &[Say::UnregisteredRemark], columns, rows.collect()))
    }

    fn later(&self) -> Sheet {
        let mut columns = self.who();
        columns.extend([self.column(Say::Stream, 16), self.column(Say::AssessedOn, DAY), self.column(Say::File, 50)]);
        let rows = (1_u32..).zip(&self.year.later).map(|(n, form)| {
            let mut row = vec![SheetCell::number(n), SheetCell::text(&form.code), SheetCell::some(form.name.as_ref())];
            row.extend([SheetCell::text(form.stream.name(self.lang)), SheetCell::Day(form.assessed_on), self.place(&form.at)]);
            row
        });
        self.sheet(Say::LaterName, Say::LaterTitle, &[Say::LaterRemark], columns, rows.collect())
    }

    fn differing(&self) -> Sheet {
        let lang = self.lang;
        let mut columns = self.who();
        for group in &self.year.groups {
            let titled = |say: Say| SheetColumn::new(say.say(lang, &[("group", &group.code)]), SHORT);
            columns.extend([Say::OwnPoints, Say::ExternalPoints, Say::GroupDifference, Say::OwnLevel, Say::ExternalLevel].map(titled));
        }
        columns.extend([self.column(Say::OwnOverall, SHORT), self.column(Say::ExternalOverall, SHORT), self.column(Say::AgainstOwn, 14)]);
        columns.extend([self.column(Say::DifferingCount, SHORT), self.column(Say::DifferingCodes, 34)]);
        columns.extend([self.column(Say::OwnFile, FILE).of_screen(), self.column(Say::ExternalFile, FILE).of_screen()]);
        let rows = (1_u32..).zip(&self.year.differing).map(|(n, differing)| self.differing_row(n, differing)).collect();
        self.sheet(Say::DifferingName, Say::DifferingTitle, &[Say::DifferingRemark, Say::RangesRemark], columns, rows)
    }

    fn differing_row(&self, n: u32, differing: &Differing) -> Vec<SheetCell> {
        let lang = self.lang;
        let mut row = vec![SheetCell::number(n), SheetCell::text(&differing.code), SheetCell::some(differing.name.as_ref())];
        for group in &self.year.groups {
            let cells = differing.groups.iter().find(|found| found.code == group.code).map(|found| {
                let points = [SheetCell::points(found.own.score, lang), SheetCell::points(found.external.score, lang)];
                let levels = [SheetCell::level(found.own.level, lang), SheetCell::level(found.external.level, lang)];
                points.into_iter().chain([SheetCell::difference(found.difference, lang)]).chain(levels).collect::<Vec<_>>()
            });
            row.extend(cells.unwrap_or_else(|| vec![SheetCell::Blank; 5]));
        }
        row.extend([SheetCell::level(differing.own, lang), SheetCell::level(differing.external, lang)]);
        let groups: Vec<Movement> = differing.groups.iter().map(|group| group.movement).collect();
        row.push(self.movements(&groups, [Say::Lowered, Say::Raised, Say::LoweredAndRaised, Say::Same]));
        let codes = differing.conditions.iter().map(|condition| &condition.code).chain(differing.indicators.iter().map(|indicator| &indicator.code));
        let codes: Vec<&str> = codes.map(thuocdo::Code::as_str).collect();
        row.extend([SheetCell::number(codes.len()), SheetCell::text(codes.join(", "))]);
        row.extend([self.place(&differing.self_at), self.place(&differing.external_at)]);
        row
    }

    fn differing_indicators(&self) -> Sheet {
        let lang = self.lang;
        let mut columns = self.who();
        columns.extend([self.column(Say::Item, 9), self.column(Say::ItemTitle, 44), self.column(Say::Own, 12), self.column(Say::External, 12)]);
        columns.extend([self.column(Say::Difference, 11), self.column(Say::MovesLevel, 10), self.column(Say::Opinion, 44)]);
        let mut rows = Vec::new();
        for differing in &self.year.differing {
            let who = |n: usize| [SheetCell::number(n), SheetCell::text(&differing.code), SheetCell::some(differing.name.as_ref())];
            for condition in &differing.conditions {
                let mut row = who(rows.len().saturating_add(1)).to_vec();
                row.extend([SheetCell::text(condition.code.as_str()), SheetCell::text(&condition.title)]);
                row.extend([self.state(condition.own), self.state(condition.external), SheetCell::Blank, SheetCell::Blank, SheetCell::Blank]);
                rows.push(row);
            }
            for indicator in &differing.indicators {
                let mut row = who(rows.len().saturating_add(1)).to_vec();
                let moves = if indicator.moves_level { self.word(Say::Yes) } else { String::new() };
                row.extend([SheetCell::text(indicator.code.as_str()), SheetCell::text(&indicator.title)]);
                row.extend([SheetCell::points(indicator.own, lang), SheetCell::points(indicator.external, lang)]);
                row.extend([SheetCell::difference(indicator.difference, lang), SheetCell::text(moves), SheetCell::some(indicator.reason.as_ref())]);
                rows.push(row);
            }
        }
        self.sheet(Say::IndicatorsName, Say::IndicatorsTitle, &[Say::IndicatorsRemark], columns, rows)
    }

    fn changes(&self) -> Sheet {
        let lang = self.lang;
        let mut columns = self.who();
        columns.extend([self.column(Say::LastPeriod, 12), self.column(Say::LastOverall, SHORT), self.column(Say::ThisOverall, SHORT)]);
        columns.push(self.column(Say::Moved, 14));
        for group in &self.year.groups {
            let titled = |say: Say| SheetColumn::new(say.say(lang, &[("group", &group.code)]), SHORT);
            columns.extend([Say::GroupLast, Say::GroupNow, Say::GroupChange].map(titled));
        }
        columns.extend([self.column(Say::LastStream, 16), self.column(Say::ThisStream, 16), self.column(Say::Remark, 32)]);
        let rows = (1_u32..).zip(&self.year.changes).map(|(n, change)| self.change_row(n, change)).collect();
        self.sheet(Say::ChangesName, Say::ChangesTitle, &[Say::ChangesRemark, Say::RangesRemark], columns, rows)
    }

    fn change_row(&self, n: u32, change: &Change) -> Vec<SheetCell> {
        let lang = self.lang;
        let mut row = vec![SheetCell::number(n), SheetCell::text(&change.code), SheetCell::some(change.name.as_ref())];
        row.extend([SheetCell::text(&change.from.period), SheetCell::level(change.from.level, lang), SheetCell::level(change.to.level, lang)]);
        let groups: Vec<Movement> = change.groups.iter().map(|group| group.movement).collect();
        let moved = self.movements(&groups, [Say::Fell, Say::Rose, Say::FellAndRose, Say::Kept]);
        row.push(change.overall.map_or(SheetCell::Blank, |_| moved));
        for group in &self.year.groups {
            let found = change.groups.iter().find(|found| found.code == group.code);
            row.push(found.map_or(SheetCell::Blank, |found| SheetCell::level(found.from, lang)));
            row.push(found.map_or(SheetCell::Blank, |found| SheetCell::level(found.to, lang)));
            row.push(found.map_or(SheetCell::Blank, |found| SheetCell::difference(found.score, lang)));
        }
        row.extend([SheetCell::text(change.from.stream.name(lang)), SheetCell::text(change.to.stream.name(lang))]);
        let remark = match change.kind {
            thuocdo_practice::course::StepKind::Merged => self.word(Say::AfterMerger),
            thuocdo_practice::course::StepKind::Split => self.word(Say::AfterSplit),
            thuocdo_practice::course::StepKind::OtherFramework => self.word(Say::OtherFramework),
            _ => String::new(),
        };
        row.push(SheetCell::text(remark));
        row
    }

    fn evidence(&self) -> Sheet {
        let mut columns = self.who();
        columns.extend([self.column(Say::RequiredMissing, 40), self.column(Say::Without, 48), self.column(Say::WithoutCount, 11)]);
        columns.extend([self.column(Say::Answered, 11), self.column(Say::File, FILE).of_screen()]);
        let rows = (1_u32..).zip(&self.year.evidence).map(|(n, lacking)| {
            let required: Vec<String> = lacking
                .required
                .iter()
                .map(|required| match required.why {
                    BlockerCode::EvidenceMissing => required.code.to_string(),
                    _ => Say::PerhapsMissing.say(self.lang, &[("code", &required.code)]),
                })
                .collect();
            let without: Vec<&str> = lacking.without.iter().map(thuocdo::Code::as_str).collect();
            vec![
                SheetCell::number(n),
                SheetCell::text(&lacking.code),
                SheetCell::some(lacking.name.as_ref()),
                SheetCell::text(required.join(", ")),
                SheetCell::text(without.join(", ")),
                SheetCell::number(without.len()),
                SheetCell::number(lacking.answered),
                self.place(&lacking.at),
            ]
        });
        self.sheet(Say::EvidenceName, Say::EvidenceTitle, &[Say::EvidenceRemark], columns, rows.collect())
    }

    fn quality(&self) -> Sheet {
        let mut columns = self.who();
        columns.extend([
            self.column(Say::Stream, 16),
            self.column(Say::DimensionHead, 10),
            self.column(Say::What, 26),
            self.column(Say::Found, LONG),
        ]);
        columns.push(self.column(Say::File, FILE).of_screen());
        let rows = (1_u32..).zip(&self.year.quality).map(|(n, found)| {
            vec![
                SheetCell::number(n),
                SheetCell::text(&found.code),
                SheetCell::some(found.name.as_ref()),
                SheetCell::text(found.stream.name(self.lang)),
                SheetCell::text(self.dimension(found.dimension)),
                SheetCell::text(capital(&found.what)),
                SheetCell::text(capital(&found.message)),
                self.place(&found.at),
            ]
        });
        self.sheet(Say::QualityName, Say::QualityTitle, &[Say::QualityRemark], columns, rows.collect())
    }

    fn dimension(&self, dimension: Dimension) -> String {
        self.word(match dimension {
            Dimension::Correct => Say::Correct,
            Dimension::Complete => Say::Complete,
            Dimension::Clean => Say::Clean,
            _ => Say::Live,
        })
    }

    fn deadlines(&self) -> Sheet {
        let columns = vec![
            self.column(Say::Number, NUMBER),
            self.column(Say::Act, 30),
            self.column(Say::Deadline, DAY),
            self.column(Say::Code, CODE),
            self.column(Say::Name, NAME),
            self.column(Say::Authority, AUTHORITY),
            self.column(Say::DoneOn, DAY),
            self.column(Say::DaysLate, 10),
            self.column(Say::Remark, 40),
        ];
        let mut rows = Vec::new();
        for deadline in &self.year.deadlines {
            for late in &deadline.late {
                let remark = match (late.on, late.sent) {
                    (Some(_), _) => Say::DoneLate,
                    (None, true) => Say::SentNotRecorded,
                    (None, false) => Say::NotDone,
                };
                rows.push(vec![
                    SheetCell::number(rows.len().saturating_add(1)),
                    SheetCell::text(capital(deadline.act.name(self.lang))),
                    SheetCell::Day(deadline.deadline),
                    SheetCell::text(&late.code),
                    SheetCell::some(late.name.as_ref()),
                    SheetCell::some(late.authority.as_ref()),
                    SheetCell::day(late.on),
                    SheetCell::number(late.days),
                    SheetCell::text(self.word(remark)),
                ]);
            }
        }
        alarm(self.sheet(Say::DeadlinesName, Say::DeadlinesTitle, &[Say::DeadlinesRemark], columns, rows))
    }

    fn signals(&self) -> Sheet {
        let columns = vec![
            self.column(Say::Number, NUMBER),
            self.column(Say::Signal, 70),
            self.column(Say::Stream, 16),
            self.column(Say::Count, 10),
            self.column(Say::Institutions, 60),
        ];
        let rows = (1_u32..).zip(&self.year.signals).map(|(n, signal)| {
            vec![
                SheetCell::number(n),
                SheetCell::text(capital(&signal.message)),
                SheetCell::text(signal.stream.name(self.lang)),
                SheetCell::number(signal.count),
                SheetCell::text(names(&signal.who)),
            ]
        });
        self.sheet(Say::SignalsName, Say::SignalsTitle, &[Say::SignalsRemark], columns, rows.collect())
    }

    fn files(&self) -> Sheet {
        let columns = vec![
            self.column(Say::Number, NUMBER),
            self.column(Say::File, 60),
            self.column(Say::Content, 28),
            self.column(Say::Read, 11),
            self.column(Say::RefusedCount, 11),
        ];
        let rows = (1_u32..).zip(&self.year.files).map(|(n, file)| {
            let content = capital(file.content.name(self.lang));
            vec![
                SheetCell::number(n),
                SheetCell::text(&file.file),
                SheetCell::text(content),
                SheetCell::number(file.read),
                SheetCell::number(file.refused),
            ]
        });
        self.sheet(Say::FilesName, Say::FilesTitle, &[], columns, rows.collect())
    }

    fn summary(&self, lists: &[Sheet]) -> Sheet {
        let lang = self.lang;
        let mut remarks =
            vec![self.about(), Say::Framework.say(lang, &[("id", &self.year.framework.id), ("revision", &self.year.framework.revision)])];
        remarks.extend(self.year.last_period.as_ref().map(|period| Say::Last.say(lang, &[("period", period)])));
        if let Some(next) = &self.year.next_deadline {
            let (act, day) = (capital(next.act.name(lang)), next.deadline.text(lang));
            remarks.push(Say::NextDeadline.say(lang, &[("act", &act), ("day", &day), ("days", &next.days)]));
        }
        Sheet {
            is_alarm: false,
            name: self.word(Say::SummaryName),
            remarks,
            tables: vec![self.todo(), self.counts(lists), self.level_counts(), self.deadline_counts()],
            title: self.word(Say::SummaryTitle),
        }
    }

    fn todo(&self) -> SheetTable {
        let columns = vec![
            self.column(Say::Number, NUMBER),
            self.column(Say::ToDo, SUMMARY),
            self.column(Say::Count, COUNT),
            self.column(Say::Deadline, COUNT),
        ];
        let rows = (1_u32..).zip(&self.year.todo).map(|(n, todo)| {
            // The message names the first ones.
            let message = SheetCell::text(capital(&todo.message));
            vec![SheetCell::number(n), message, SheetCell::number(todo.count), SheetCell::day(todo.deadline)]
        });
        SheetTable { columns, heading: Some(self.word(Say::ToDoHead)), rows: rows.collect() }
    }

    /// How many of what, each with the sheet that lists them.
    fn counts(&self, lists: &[Sheet]) -> SheetTable {
        let summary = &self.year.summary;
        let sheet = |name: Say| lists.iter().find(|sheet| sheet.name == self.word(name)).map(|sheet| SheetCell::Link(sheet.name.clone()));
        let counts: [(Say, Option<u32>, Option<Say>); 17] = [
            (Say::CountRegistered, summary.registered, Some(Say::LevelsName)),
            (Say::CountSent, Some(summary.sent), Some(Say::LevelsName)),
            (Say::CountMissing, summary.registered.map(|_| summary.missing), Some(Say::MissingName)),
            (Say::CountRefused, Some(summary.refused), Some(Say::RefusedName)),
            (Say::CountDuplicates, Some(summary.duplicates), Some(Say::DuplicatesName)),
            (Say::CountUnregistered, Some(summary.unregistered), Some(Say::UnregisteredName)),
            (Say::CountLater, Some(summary.later), Some(Say::LaterName)),
            (Say::CountAssessed, Some(summary.assessed), Some(Say::LevelsName)),
            (Say::CountDiffering, Some(summary.differing), Some(Say::DifferingName)),
            (Say::CountLowered, Some(summary.lowered), Some(Say::DifferingName)),
            (Say::CountRaised, Some(summary.raised), Some(Say::DifferingName)),
            (Say::CountRecognised, Some(summary.recognised), Some(Say::LevelsName)),
            (Say::CountPublished, Some(summary.published), Some(Say::LevelsName)),
            (Say::CountRisen, self.year.last_period.as_ref().map(|_| summary.risen), Some(Say::ChangesName)),
            (Say::CountFallen, self.year.last_period.as_ref().map(|_| summary.fallen), Some(Say::ChangesName)),
            (Say::CountEvidence, u32::try_from(self.year.evidence.len()).ok(), Some(Say::EvidenceName)),
            (Say::CountFiles, Some(summary.files), Some(Say::FilesName)),
        ];
        let rows = (1_u32..).zip(counts).map(|(n, (label, count, list))| {
            let count = count.map_or_else(|| SheetCell::text(self.word(Say::NotKnown)), SheetCell::number);
            let link = list.and_then(sheet).unwrap_or_default();
            vec![SheetCell::number(n), SheetCell::text(self.word(label)), count, link]
        });
        let columns = vec![
            self.column(Say::Number, NUMBER),
            self.column(Say::Content, SUMMARY),
            self.column(Say::Count, COUNT),
            self.column(Say::SeeSheet, SEE),
        ];
        SheetTable { columns, heading: Some(self.word(Say::CountsHead)), rows: rows.collect() }
    }

    /// The levels of both streams, counted.
    fn level_counts(&self) -> SheetTable {
        let lang = self.lang;
        let levels: Vec<Level> = self.year.summary.own.overall.levels.iter().map(|count| count.level).collect();
        let mut columns = vec![self.column(Say::Number, NUMBER), self.column(Say::Part, SUMMARY)];
        columns.extend(levels.iter().map(|level| SheetColumn::new(Say::LevelHead.say(lang, &[("level", level)]), COUNT)));
        columns.push(self.column(Say::Undetermined, COUNT));
        let mut rows = Vec::new();
        for (stream, report) in [(Say::Own, &self.year.summary.own), (Say::External, &self.year.summary.external)] {
            for (label, counts, undetermined) in self.parts(report) {
                let label = format!("{}: {label}", self.word(stream));
                let mut row = vec![SheetCell::number(rows.len().saturating_add(1)), SheetCell::text(label)];
                row.extend(counts.into_iter().map(SheetCell::number));
                row.push(SheetCell::number(undetermined));
                rows.push(row);
            }
        }
        SheetTable { columns, heading: Some(self.word(Say::LevelCountsHead)), rows }
    }

    /// Each group, and the institution as a whole, with how many are at which level.
    fn parts(&self, report: &CohortReport) -> Vec<(String, Vec<u32>, u32)> {
        let mut parts = Vec::new();
        for group in &report.groups {
            let title = self.year.groups.iter().find(|titled| titled.code == group.code).map_or("", |titled| titled.title.as_str());
            let label = Say::Group.say(self.lang, &[("code", &group.code), ("title", &title)]);
            parts.push((label, group.levels.iter().map(|level| level.count).collect(), group.undetermined));
        }
        let overall = &report.overall;
        parts.push((self.word(Say::Overall), overall.levels.iter().map(|level| level.count).collect(), overall.undetermined));
        parts
    }

    fn deadline_counts(&self) -> SheetTable {
        let mut columns = vec![self.column(Say::Number, NUMBER), self.column(Say::Act, SUMMARY), self.column(Say::Deadline, COUNT)];
        columns.extend([Say::DaysLeft, Say::Done, Say::DoneLateCount, Say::OverdueCount, Say::OpenCount].map(|say| self.column(say, COUNT)));
        let rows = (1_u32..).zip(&self.year.deadlines).map(|(n, deadline)| {
            let late = deadline.late.iter().filter(|late| late.on.is_some()).count();
            let overdue = deadline.late.len().saturating_sub(late);
            let act = SheetCell::text(capital(deadline.act.name(self.lang)));
            let mut row = vec![SheetCell::number(n), act, SheetCell::Day(deadline.deadline), SheetCell::number(deadline.days)];
            row.extend([SheetCell::number(deadline.done), SheetCell::number(late), SheetCell::number(overdue), SheetCell::number(deadline.open)]);
            row
        });
        SheetTable { columns, heading: Some(self.word(Say::DeadlinesHead)), rows: rows.collect() }
    }
}

/// A list of which every row asks for something.
fn alarm(sheet: Sheet) -> Sheet {
    let is_alarm = sheet.tables.iter().any(|table| !table.rows.is_empty());
    Sheet { is_alarm, ..sheet }
}

/// Institutions by code and name.
fn names(who: &[Who]) -> String {
    let name = |who: &Who| who.name.as_ref().map_or_else(|| who.code.clone(), |name| format!("{} {name}", who.code));
    who.iter().map(name).collect::<Vec<_>>().join("; ")
}
