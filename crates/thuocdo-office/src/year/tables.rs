//! The lists of a year as tables of texts, for CSV and for whoever writes a workbook.

use thuocdo::text::{Column, Table};
use thuocdo::{ConditionState, Date, Difference, Lang, Level, Points, Range, Stream};
use thuocdo_practice::Movement;
use thuocdo_practice::course::StepKind;
use thuocdo_practice::process::State;
use thuocdo_practice::quality::Dimension;

use super::lists::{Change, Deadline, Differing, LackingEvidence, Rated, School, SignalRow, Year};
use super::words::Head;
use crate::folder::Place;

/// One list of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearTable {
    /// A plain name, such as that of a file: `levels`, `missing`.
    pub name: &'static str,
    /// The columns and rows.
    pub table: Table,
    /// The name for people.
    pub title: &'static str,
}

impl Year {
    /// Every list as a table, in the order in which a department works: levels, missing, refused, duplicates, codes, differences, changes,
    /// evidence, data quality, deadlines, signals, files. A list without a row has its columns all the same.
    pub fn tables(&self, lang: Lang) -> Vec<YearTable> {
        let make = Make { year: self, lang };
        vec![
            make.levels(),
            make.missing(),
            make.refused(),
            make.duplicates(),
            make.unregistered(),
            make.differing(),
            make.changes(),
            make.evidence(),
            make.quality(),
            make.deadlines(),
            make.signals(),
            make.files(),
        ]
    }
}

struct Make<'y> {
    year: &'y Year,
    lang: Lang,
}

/// The columns of a list, which are texts or numbers.
enum Title {
    Text(Head),
    Number(Head),
    /// With the code of a group.
    OfGroup(Head, String, bool),
}

use Title::{Number, Text};

impl Make<'_> {
    fn table(&self, name: &'static str, title: Head, columns: Vec<Title>, rows: Vec<Vec<String>>) -> YearTable {
        let column = |title: Title| match title {
            Text(head) => Column::text(head.template(self.lang)),
            Number(head) => Column::number(head.template(self.lang)),
            Title::OfGroup(head, group, is_number) => {
                let title = head.say(self.lang, &[("group", &group)]);
                if is_number { Column::number(title) } else { Column::text(title) }
            }
        };
        YearTable { name, table: Table { columns: columns.into_iter().map(column).collect(), rows }, title: title.template(self.lang) }
    }

    fn levels(&self) -> YearTable {
        let mut columns = vec![Text(Head::Code), Text(Head::Name), Text(Head::Type), Text(Head::Authority)];
        for (file, points, level, overall) in [
            (Head::OwnFile, Head::OwnPoints, Head::OwnLevel, Head::OwnOverall),
            (Head::ExternalFile, Head::ExternalPoints, Head::ExternalLevel, Head::ExternalOverall),
        ] {
            for group in &self.year.groups {
                columns.push(Title::OfGroup(points, group.code.to_string(), true));
                columns.push(Title::OfGroup(level, group.code.to_string(), true));
            }
            columns.push(Number(overall));
            columns.push(Text(file));
        }
        columns.extend([
            Number(Head::Last),
            Text(Head::LastStream),
            Text(Head::State),
            Number(Head::RecognisedLevel),
            Text(Head::RecognisedOn),
            Text(Head::PublishedOn),
        ]);
        let rows = self.year.levels.iter().map(|school| self.level_row(school)).collect();
        self.table("levels", Head::Levels, columns, rows)
    }

    fn level_row(&self, school: &School) -> Vec<String> {
        let lang = self.lang;
        let mut row = vec![
            school.code.clone(),
            text(school.name.as_ref()),
            school.kind.map(|kind| kind.name(lang).to_owned()).unwrap_or_default(),
            text(school.authority.as_ref()),
        ];
        for rated in [&school.own, &school.external] {
            for group in &self.year.groups {
                let found = rated.as_ref().and_then(|rated| rated.groups.iter().find(|rated| rated.code == group.code));
                row.push(found.map(|group| points(group.score, lang)).unwrap_or_default());
                row.push(found.map(|group| level(group.level)).unwrap_or_default());
            }
            row.push(rated.as_ref().map(|rated| level(rated.level)).unwrap_or_default());
            row.push(rated.as_ref().map(|rated| place(&rated.at)).unwrap_or_default());
        }
        let last: Option<&Rated> = school.last.as_ref();
        row.extend([
            last.map(|last| level(last.level)).unwrap_or_default(),
            last.map(|last| last.stream.name(lang).to_owned()).unwrap_or_default(),
            school.state.map(|state| State::text(Some(state), lang).to_owned()).unwrap_or_default(),
            school.recognised.map(|level| level.to_string()).unwrap_or_default(),
            day(school.recognised_on, lang),
            day(school.published_on, lang),
        ]);
        row
    }

    fn missing(&self) -> YearTable {
        let columns = vec![
            Text(Head::Code),
            Text(Head::Name),
            Text(Head::Type),
            Text(Head::Authority),
            Text(Head::Address),
            Number(Head::Last),
            Text(Head::RefusedFile),
        ];
        let rows = self.year.missing.iter().map(|row| {
            vec![
                row.code.clone(),
                text(row.name.as_ref()),
                row.kind.map(|kind| kind.name(self.lang).to_owned()).unwrap_or_default(),
                text(row.authority.as_ref()),
                text(row.address.as_ref()),
                row.last.map(level).unwrap_or_default(),
                row.refused.as_ref().map(place).unwrap_or_default(),
            ]
        });
        self.table("missing", Head::MissingList, columns, rows.collect())
    }

    fn refused(&self) -> YearTable {
        let columns = vec![
            Text(Head::File),
            Text(Head::Sheet),
            Number(Head::Line),
            Text(Head::Cell),
            Text(Head::Code),
            Text(Head::Name),
            Text(Head::Message),
            Text(Head::FaultCode),
        ];
        let rows = self.year.refused.iter().map(|row| {
            vec![
                row.at.file.clone(),
                text(row.at.sheet.as_ref()),
                row.at.line.map(|line| line.to_string()).unwrap_or_default(),
                text(row.cell.as_ref()),
                text(row.institution.as_ref()),
                text(row.name.as_ref()),
                row.message.clone(),
                row.code.clone(),
            ]
        });
        self.table("refused", Head::Refused, columns, rows.collect())
    }

    fn duplicates(&self) -> YearTable {
        let columns = vec![
            Text(Head::Code),
            Text(Head::Stream),
            Text(Head::Period),
            Text(Head::File),
            Text(Head::NameInForm),
            Text(Head::Counted),
            Text(Head::Identical),
            Text(Head::Near),
        ];
        let rows = self.year.duplicates.iter().map(|row| {
            vec![
                row.code.clone(),
                row.stream.name(self.lang).to_owned(),
                text(row.period.as_ref()),
                place(&row.at),
                text(row.name.as_ref()),
                place(&row.counted),
                self.yes(row.identical),
                text(row.near.as_ref()),
            ]
        });
        self.table("duplicates", Head::Duplicates, columns, rows.collect())
    }

    fn unregistered(&self) -> YearTable {
        let columns = vec![Text(Head::Code), Text(Head::NameInForm), Text(Head::File), Text(Head::Near)];
        let rows = self.year.unregistered.iter().map(|row| vec![row.code.clone(), text(row.name.as_ref()), place(&row.at), text(row.near.as_ref())]);
        self.table("unregistered", Head::Unregistered, columns, rows.collect())
    }

    fn differing(&self) -> YearTable {
        let columns = vec![
            Text(Head::Code),
            Text(Head::Name),
            Text(Head::Part),
            Text(Head::Title),
            Text(Head::Own),
            Text(Head::External),
            Text(Head::Difference),
            Text(Head::Movement),
            Text(Head::MovesLevel),
            Text(Head::Reason),
        ];
        let rows = self.year.differing.iter().flat_map(|row| self.differing_rows(row)).collect();
        self.table("differing", Head::Differing, columns, rows)
    }

    fn differing_rows(&self, school: &Differing) -> Vec<Vec<String>> {
        let lang = self.lang;
        let row = |cells: [String; 8]| [vec![school.code.clone(), text(school.name.as_ref())], cells.to_vec()].concat();
        let none = String::new;
        let whole = row([
            Head::Whole.template(lang).to_owned(),
            none(),
            level(school.own),
            level(school.external),
            none(),
            self.movement(school.movement),
            none(),
            none(),
        ]);
        let groups = school.groups.iter().map(|group| {
            let title = self.year.groups.iter().find(|known| known.code == group.code).map(|known| known.title.clone()).unwrap_or_default();
            row([
                Head::GroupShort.say(lang, &[("group", &group.code)]),
                title,
                points(group.own.score, lang),
                points(group.external.score, lang),
                difference(group.difference, lang),
                format!("{} → {} ({})", level(group.own.level), level(group.external.level), self.movement(group.movement)),
                none(),
                none(),
            ])
        });
        let conditions = school.conditions.iter().map(|condition| {
            let states = [self.state(condition.own), self.state(condition.external)];
            let [own, external] = states;
            row([condition.code.to_string(), condition.title.clone(), own, external, none(), none(), none(), none()])
        });
        let indicators = school.indicators.iter().map(|indicator| {
            row([
                indicator.code.to_string(),
                indicator.title.clone(),
                points(indicator.own, lang),
                points(indicator.external, lang),
                difference(indicator.difference, lang),
                none(),
                self.yes(indicator.moves_level),
                text(indicator.reason.as_ref()),
            ])
        });
        std::iter::once(whole).chain(groups).chain(conditions).chain(indicators).collect()
    }

    fn changes(&self) -> YearTable {
        let columns = vec![
            Text(Head::Code),
            Text(Head::Name),
            Text(Head::Part),
            Text(Head::Before),
            Text(Head::After),
            Text(Head::Movement),
            Text(Head::OfPoints),
            Text(Head::Compared),
        ];
        let rows = self.year.changes.iter().flat_map(|change| self.change_rows(change)).collect();
        self.table("changes", Head::Changes, columns, rows)
    }

    fn change_rows(&self, change: &Change) -> Vec<Vec<String>> {
        let lang = self.lang;
        let compared = match change.kind {
            StepKind::OtherFramework => Head::OtherFramework,
            StepKind::Merged => Head::Merged,
            StepKind::Split => Head::Split,
            _ => Head::Comparable,
        };
        let row = |part: String, cells: [String; 4]| {
            let mut row = vec![change.code.clone(), text(change.name.as_ref()), part];
            row.extend(cells);
            row.push(compared.template(lang).to_owned());
            row
        };
        let side = |level: Range<Level>, stream: Stream| format!("{} ({})", self::level(level), stream.name(lang));
        let whole = row(
            Head::Whole.template(lang).to_owned(),
            [
                side(change.from.level, change.from.stream),
                side(change.to.level, change.to.stream),
                change.overall.map(|movement| self.movement(movement)).unwrap_or_default(),
                String::new(),
            ],
        );
        let groups = change.groups.iter().map(|group| {
            let part = Head::GroupShort.say(lang, &[("group", &group.code)]);
            row(part, [level(group.from), level(group.to), self.movement(group.movement), difference(group.score, lang)])
        });
        std::iter::once(whole).chain(groups).collect()
    }

    fn evidence(&self) -> YearTable {
        let columns = vec![Text(Head::Code), Text(Head::Name), Text(Head::File), Text(Head::Required), Text(Head::Without), Number(Head::Answered)];
        let row = |row: &LackingEvidence| {
            let required: Vec<&str> = row.required.iter().map(|required| &*required.code).collect();
            let without: Vec<&str> = row.without.iter().map(|code| &**code).collect();
            vec![row.code.clone(), text(row.name.as_ref()), place(&row.at), required.join(", "), without.join(", "), row.answered.to_string()]
        };
        self.table("evidence", Head::Evidence, columns, self.year.evidence.iter().map(row).collect())
    }

    fn quality(&self) -> YearTable {
        let columns = vec![
            Text(Head::Code),
            Text(Head::Name),
            Text(Head::Stream),
            Text(Head::File),
            Text(Head::Dimension),
            Text(Head::Where),
            Text(Head::Message),
            Text(Head::Rule),
        ];
        let rows = self.year.quality.iter().map(|row| {
            let dimension = match row.dimension {
                Dimension::Correct => Head::Correct,
                Dimension::Complete => Head::Complete,
                Dimension::Clean => Head::Clean,
                _ => Head::Live,
            };
            vec![
                row.code.clone(),
                text(row.name.as_ref()),
                row.stream.name(self.lang).to_owned(),
                place(&row.at),
                dimension.template(self.lang).to_owned(),
                row.what.clone(),
                row.message.clone(),
                row.rule.as_str().to_owned(),
            ]
        });
        self.table("quality", Head::QualityList, columns, rows.collect())
    }

    fn deadlines(&self) -> YearTable {
        let columns = vec![
            Text(Head::Act),
            Text(Head::Deadline),
            Number(Head::DaysLeft),
            Number(Head::Done),
            Number(Head::Open),
            Text(Head::Code),
            Text(Head::Name),
            Text(Head::Authority),
            Number(Head::LateDays),
            Text(Head::DoneOn),
            Text(Head::SentUnrecorded),
        ];
        let rows = self.year.deadlines.iter().flat_map(|due| self.deadline_rows(due)).collect();
        self.table("deadlines", Head::Deadlines, columns, rows)
    }

    /// A row for the deadline, then one for each institution that is late.
    fn deadline_rows(&self, due: &Deadline) -> Vec<Vec<String>> {
        let of_due = || {
            vec![due.act.name(self.lang).to_owned(), due.deadline.text(self.lang), due.days.to_string(), due.done.to_string(), due.open.to_string()]
        };
        let whole = [of_due(), vec![String::new(); 6]].concat();
        let late = due.late.iter().map(|late| {
            let cells = vec![
                late.code.clone(),
                text(late.name.as_ref()),
                text(late.authority.as_ref()),
                late.days.to_string(),
                day(late.on, self.lang),
                self.yes(late.sent),
            ];
            [of_due(), cells].concat()
        });
        std::iter::once(whole).chain(late).collect()
    }

    fn signals(&self) -> YearTable {
        let columns = vec![Text(Head::Signal), Text(Head::Stream), Number(Head::Count), Text(Head::Who)];
        let row = |row: &SignalRow| {
            let who = row.who.iter().map(|who| match &who.name {
                Some(name) => format!("{} · {name}", who.code),
                None => who.code.clone(),
            });
            vec![row.message.clone(), row.stream.name(self.lang).to_owned(), row.count.to_string(), who.collect::<Vec<_>>().join("; ")]
        };
        self.table("signals", Head::SignalList, columns, self.year.signals.iter().map(row).collect())
    }

    fn files(&self) -> YearTable {
        let columns = vec![Text(Head::File), Text(Head::Content), Number(Head::Read), Number(Head::RefusedCount)];
        let rows = self.year.files.iter().map(|file| {
            vec![file.file.clone(), file.content.name(self.lang).to_owned(), file.read.to_string(), file.refused.to_string()]
        });
        self.table("files", Head::Files, columns, rows.collect())
    }

    fn yes(&self, is_so: bool) -> String {
        if is_so { Head::Yes.template(self.lang).to_owned() } else { String::new() }
    }

    fn movement(&self, movement: Movement) -> String {
        let head = match movement {
            Movement::Raised => Head::Raised,
            Movement::Lowered => Head::Lowered,
            Movement::Same => Head::Same,
            _ => Head::OpenMove,
        };
        head.template(self.lang).to_owned()
    }

    fn state(&self, state: ConditionState) -> String {
        let head = match state {
            ConditionState::Met => Head::Met,
            ConditionState::Unmet => Head::Unmet,
            _ => Head::Unknown,
        };
        head.template(self.lang).to_owned()
    }
}

fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn day(day: Option<Date>, lang: Lang) -> String {
    day.map(|day| day.text(lang)).unwrap_or_default()
}

fn points(range: Range<Points>, lang: Lang) -> String {
    range.text(|points| points.text(lang))
}

fn level(range: Range<Level>) -> String {
    range.text(|level| level.to_string())
}

fn difference(range: Range<Difference>, lang: Lang) -> String {
    range.text(|difference| difference.text(lang))
}

/// The file, with the sheet or the line where the file holds many.
fn place(place: &Place) -> String {
    match (&place.sheet, place.line) {
        (Some(sheet), _) => format!("{} · {sheet}", place.file),
        (None, Some(line)) => format!("{}:{line}", place.file),
        (None, None) => place.file.clone(),
    }
}
