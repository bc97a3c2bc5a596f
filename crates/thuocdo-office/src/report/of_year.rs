//! The report of a department on the folder of its year.

use thuocdo::json::Value;
use thuocdo::{Assessment, Framework, LocalScorer, Scorecard, Stream, Violations};
use thuocdo_practice::process::{Case, Status};
use thuocdo_practice::review::Pairing;
use thuocdo_practice::{Cohort, CohortReport, Keep, Register};

use super::letter::Letter;
use super::summary::{Moves, Summary, summary};
use crate::folder::Folder;
use crate::paper::Paper;
use crate::year::{PlacedForm, PlacedForms, PlacedSchool, Year, YearOptions};

/// The report on what a folder holds of a year, with the lists of that year by name. Also the year itself, whose lists say what was refused.
///
/// Points and levels are those of the national framework, as in [`summary`]. Institutions that the register does not have are in no count.
///
/// # Errors
///
/// Those of [`Year::of`].
pub fn summary_of_year(folder: &Folder, scorers: &LocalScorer, options: &YearOptions, letter: &Letter) -> Result<(Paper, Year), Violations> {
    let (year, placed, cases) = Year::with_placed(folder, scorers, options)?;
    let register = folder.register.as_ref();
    let of_year = OfYear { placed: &placed, register, scorers };
    let of_schools = cases.into_iter().zip(&placed.schools).filter(|(_, school)| school.is_counted(register));
    let mut cases: Vec<(Case, Status)> = of_schools.filter_map(|(of, _)| Some((of.case, of.status.ok()?))).collect();
    if cases.iter().all(|(case, _)| case.events.is_empty()) {
        // Nobody has written down what was done.
        cases.clear();
    }
    let (own_cards, external_cards) = (of_year.cards(|school| school.own.as_ref()), of_year.cards(|school| school.external.as_ref()));
    let (own, external) = (of_year.counted(&own_cards), of_year.counted(&external_cards));
    let agreement = of_year.pairs().finish();
    let what = Summary {
        agreement: (agreement.reviews > 0).then_some(&agreement),
        as_of: Some(options.as_of),
        cases: &cases,
        external: (external.count > 0).then_some(&external),
        external_cards: &external_cards,
        moves: year.last_period.is_some().then(|| of_year.moves()),
        own: (own.count > 0).then_some(&own),
        own_cards: &own_cards,
        period: Some(&year.period),
        quality: Some(year.summary.quality),
        refused: u64::from(year.summary.refused),
        register,
        year: Some(&year),
    };
    let paper = summary(of_year.framework(), what, letter, options.lang);
    Ok((paper, year))
}

struct OfYear<'y> {
    placed: &'y PlacedForms<'y>,
    register: Option<&'y Register>,
    scorers: &'y LocalScorer,
}

/// The form of an institution under the code that it has today, of the period and stream that it was placed by.
fn form(school: &PlacedSchool<'_>, placed: &PlacedForm<'_>) -> Assessment {
    let mut assessment = placed.form.said();
    let mut institution = assessment.institution.take().unwrap_or_default();
    institution.code = Some(school.code.clone());
    assessment.institution = Some(institution);
    assessment.period.clone_from(&placed.card.period);
    assessment
}

impl<'y> OfYear<'y> {
    fn framework(&self) -> &'y Framework {
        self.scorers.national().framework()
    }

    fn schools(&self) -> impl Iterator<Item = &'y PlacedSchool<'y>> {
        self.placed.schools.iter().filter(|school| school.is_counted(self.register))
    }

    /// The scorecards of one stream by the national framework.
    fn cards(&self, of: impl Fn(&'y PlacedSchool<'y>) -> Option<&'y PlacedForm<'y>>) -> Vec<Scorecard> {
        let card = |school: &'y PlacedSchool<'y>| {
            let form = form(school, of(school)?);
            // Its local result was made of the same answers.
            self.scorers.score(&form).ok().map(|score| score.national)
        };
        self.schools().filter_map(card).collect()
    }

    fn counted(&self, cards: &[Scorecard]) -> CohortReport {
        let mut cohort = Cohort::new(self.framework(), Some(Keep::First));
        for (position, card) in cards.iter().enumerate() {
            // With `keep` no card is refused.
            let _ = cohort.add(position, card, self.register);
        }
        cohort.finish(self.register)
    }

    fn pairs(&self) -> Pairing<&'y thuocdo::Scorer> {
        let mut pairing = Pairing::new(self.scorers.local(), Some(Keep::First));
        for (position, school) in self.schools().enumerate() {
            for (stream, placed) in [(Stream::SelfAssessment, &school.own), (Stream::External, &school.external)] {
                let Some(placed) = placed else { continue };
                let text = form(school, placed).to_json();
                // The scorer has accepted both.
                let _ = Value::parse(text.as_bytes()).map(|value| pairing.add_value(stream, position, &value));
            }
        }
        pairing
    }

    /// How levels as a whole moved: external assessment beside external assessment where both years have one, else self beside self.
    fn moves(&self) -> Moves {
        let mut moves = Moves::default();
        for school in self.schools() {
            let pair = [(&school.last_external, &school.external), (&school.last_own, &school.own)];
            if let Some((last, now)) = pair.into_iter().find_map(|(last, now)| last.as_ref().zip(now.as_ref())) {
                moves.note(last.card.overall.level, now.card.overall.level);
            }
        }
        moves
    }
}
