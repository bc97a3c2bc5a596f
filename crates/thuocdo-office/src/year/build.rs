//! Puts the lists of a year together.

use std::collections::BTreeSet;

use thuocdo::{Date, FrameworkRef, Lang, LocalScorer, Violations};
use thuocdo_practice::process::Calendar;
use thuocdo_practice::{Cohort, CohortReport, Keep, Movement, Register};

use super::cases::{self, SchoolCase};
use super::lists::{GroupTitle, Summary, Year};
use super::placed::{PlacedForm, PlacedForms, PlacedSchool};
use super::{changes, deadlines, differing, evidence, quality, schools, todo};
use crate::folder::{Content, FileRead, Folder, Place, count};

/// How a folder is looked at. Write `YearOptions { period: …, ..YearOptions::on(day) }`, so that a field more does not break your build.
#[derive(Clone, Debug)]
pub struct YearOptions {
    /// The day that is looked at.
    pub as_of: Date,
    /// The deadlines; without them the national ones of the framework.
    pub calendar: Option<Calendar>,
    /// Which of several forms of one institution, period and stream counts; without it the first, and the others are refused.
    pub keep: Option<Keep>,
    /// The language of the sentences.
    pub lang: Lang,
    /// The period; without it the latest that a form names and that has begun.
    pub period: Option<String>,
}

impl YearOptions {
    /// Looks at a folder on a day, in Vietnamese.
    pub const fn on(as_of: Date) -> YearOptions {
        YearOptions { as_of, calendar: None, keep: None, lang: Lang::Vi, period: None }
    }

    fn calendar(&self, scorers: &LocalScorer) -> Result<Calendar, Violations> {
        self.calendar.clone().map_or_else(|| Calendar::national(scorers.local().framework()), Ok)
    }
}

impl Folder {
    /// The forms and events of the folder by institution.
    pub fn placed(&self, scorers: &LocalScorer, options: &YearOptions) -> PlacedForms<'_> {
        PlacedForms::of(self, scorers, options.period.as_deref(), options.keep, options.as_of, options.lang)
    }

    /// The case of each institution, in the order of [`PlacedForms::schools`], from the events of the folder.
    ///
    /// # Errors
    ///
    /// Those of [`Calendar::national`], if the options have no calendar.
    pub fn cases(&self, scorers: &LocalScorer, options: &YearOptions) -> Result<Vec<SchoolCase>, Violations> {
        let calendar = options.calendar(scorers)?;
        Ok(cases::cases(&self.placed(scorers, options), scorers, &calendar, self.register.as_ref(), options.as_of))
    }
}

impl Year {
    /// Every list of a folder.
    ///
    /// ```
    /// use thuocdo::{Framework, Lang, LocalScorer, Scorer};
    /// use thuocdo_office::{FolderReader, Year, YearOptions};
    ///
    /// let scorers = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
    /// let mut reader = FolderReader::new(&scorers, None, Lang::Vi);
    /// let register = "mã;tên;cấp học\n31-0042;Trường A (ví dụ giả định);TH\n31-0043;Trường B (ví dụ giả định);TH\n";
    /// reader.file("danh-sach.csv", Box::new(register.as_bytes()));
    /// reader.file("phieu.csv", Box::new("mã trường;năm học;1.3.1\n31-0042;2026-2027;5,5\n".as_bytes()));
    /// let year = Year::of(&reader.finish(), &scorers, &YearOptions::on("2027-05-20".parse()?))?;
    /// assert_eq!((year.period.as_str(), year.summary.sent), ("2026-2027", 1));
    /// assert_eq!(year.missing[0].name.as_deref(), Some("Trường B (ví dụ giả định)"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Calendar::national`], if the options have no calendar. What is wrong with the folder is in [`Year::refused`].
    pub fn of(folder: &Folder, scorers: &LocalScorer, options: &YearOptions) -> Result<Year, Violations> {
        Year::with_placed(folder, scorers, options).map(|(year, ..)| year)
    }

    /// As [`Year::of`], with the forms and cases that the lists were made of. What was refused and what is there twice has gone into the lists.
    pub(crate) fn with_placed<'f>(
        folder: &'f Folder,
        scorers: &LocalScorer,
        options: &YearOptions,
    ) -> Result<(Year, PlacedForms<'f>, Vec<SchoolCase>), Violations> {
        let YearOptions { as_of, lang, .. } = *options;
        let calendar = options.calendar(scorers)?;
        let (scorer, register) = (scorers.local(), folder.register.as_ref());
        let mut placed = folder.placed(scorers, options);
        let cases = cases::cases(&placed, scorers, &calendar, register, as_of);
        let own = cohort(&placed, scorers, register, |school| school.own.as_ref());
        let external = cohort(&placed, scorers, register, |school| school.external.as_ref());
        let mut refused = folder.refused.clone();
        refused.append(&mut placed.refused);
        refused.append(&mut cases::refused(&placed, &cases, lang));
        for row in &mut refused {
            let entry = row.institution.as_deref().and_then(|code| register?.find(code));
            row.name = row.name.take().or_else(|| entry.and_then(|entry| entry.name.clone()));
        }
        let coverages: Vec<_> = [&own.register, &external.register].into_iter().flatten().collect();
        let unregistered = register.map(|register| schools::unregistered(&placed, &coverages, register)).unwrap_or_default();
        let missing = match (register, &own.register) {
            (Some(register), Some(coverage)) => schools::missing(&placed, coverage, &refused, &unregistered, register),
            _ => Vec::new(),
        };
        let (deadlines, next_deadline) = deadlines::deadlines(&placed, &cases, scorers, &calendar, register, as_of);
        let quality = quality::quality(&placed, scorer, as_of, lang);
        let levels = schools::levels(&placed, &cases);
        let differing = differing::differing(&placed, scorer, lang);
        let changes = changes::changes(&placed, register);
        let sum = |is_meant: &dyn Fn(&PlacedSchool<'_>) -> bool| {
            count(placed.schools.iter().filter(|school| school.is_counted(register) && is_meant(school)).count())
        };
        let refused_places: BTreeSet<(&Place, Option<&str>)> = refused
            .iter()
            // A form is one place, and so is each cell of a register or of a sheet of events.
            .map(|row| (&row.at, row.cell.as_deref().filter(|_| row.at.line.is_none() && is_ledger(folder, &row.at))))
            .collect();
        let summary = Summary {
            assessed: sum(&|school| school.external.is_some()),
            differing: count(differing.len()),
            duplicates: count(placed.duplicates.len()),
            fallen: count(changes.iter().filter(|change| change.has_fallen()).count()),
            files: count(folder.files.len()),
            later: count(placed.later.len()),
            lowered: count(differing.iter().filter(|row| row.moves(Movement::Lowered)).count()),
            missing: count(missing.len()),
            published: count(levels.iter().filter(|school| school.published_on.is_some()).count()),
            quality: quality.scores,
            raised: count(differing.iter().filter(|row| row.moves(Movement::Raised)).count()),
            recognised: count(levels.iter().filter(|school| school.recognised.is_some()).count()),
            refused: count(refused_places.len()),
            registered: register.map(|register| count(register.institutions().len())),
            risen: count(changes.iter().filter(|change| change.has_risen()).count()),
            sent: sum(&|school| school.own.is_some()),
            unregistered: count(unregistered.len()),
            external,
            own,
        };
        let mut year = Year {
            as_of,
            changes,
            deadlines,
            differing,
            duplicates: std::mem::take(&mut placed.duplicates),
            evidence: evidence::lacking(&placed),
            files: files(folder, &placed),
            framework: FrameworkRef::from(scorer.framework()),
            groups: GroupTitle::all(scorer.framework(), lang),
            lang: match lang {
                Lang::Vi => "vi",
                Lang::En => "en",
            },
            last_period: placed.last_period.clone(),
            later: std::mem::take(&mut placed.later),
            levels,
            missing,
            next_deadline,
            period: placed.period.clone(),
            quality: quality.rows,
            refused,
            signals: quality.signals,
            summary,
            todo: Vec::new(),
            unregistered,
        };
        year.todo = todo::todo(&year, register.is_some(), lang);
        Ok((year, placed, cases))
    }
}

/// Counts the forms of one stream: those of institutions of the register, and, for what forms and register say of each other, all.
fn cohort<'p>(
    placed: &'p PlacedForms<'_>,
    scorers: &LocalScorer,
    register: Option<&Register>,
    form: impl Fn(&'p PlacedSchool<'_>) -> Option<&'p PlacedForm<'p>>,
) -> CohortReport {
    let (mut counted, mut all) =
        (Cohort::new(scorers.local().framework(), Some(Keep::First)), Cohort::new(scorers.local().framework(), Some(Keep::First)));
    for (position, school) in placed.schools.iter().enumerate() {
        let Some(found) = form(school) else { continue };
        let cohorts = if school.is_counted(register) { vec![&mut counted, &mut all] } else { vec![&mut all] };
        for cohort in cohorts {
            // With `keep` no card is refused.
            let _ = cohort.add(position, &found.card, register);
        }
    }
    let mut report = counted.finish(register);
    report.register = all.finish(register).register;
    report
}

/// The files; those of which every form is of last year are last year's.
fn files(folder: &Folder, placed: &PlacedForms<'_>) -> Vec<FileRead> {
    let of = |school: &PlacedSchool<'_>, is_last: bool| -> Vec<String> {
        let forms = if is_last { [&school.last_own, &school.last_external] } else { [&school.own, &school.external] };
        forms.into_iter().flatten().map(|placed| placed.form.at.file.clone()).collect()
    };
    let of_last: BTreeSet<String> = placed.schools.iter().flat_map(|school| of(school, true)).collect();
    let of_this: BTreeSet<String> = placed.schools.iter().flat_map(|school| of(school, false)).collect();
    let file = |file: &FileRead| {
        let is_last = file.content == Content::Assessments && of_last.contains(&file.file) && !of_this.contains(&file.file);
        FileRead { content: if is_last { Content::LastYear } else { file.content }, ..file.clone() }
    };
    folder.files.iter().map(file).collect()
}

/// Whether a place is in the register or in a sheet of events. What is no file of the folder is a register beside it.
fn is_ledger(folder: &Folder, at: &Place) -> bool {
    folder.files.iter().find(|file| file.file == at.file).is_none_or(|file| matches!(file.content, Content::Register | Content::Events))
}
