//! Data quality by institution, and signals.

use thuocdo::text::place;
use thuocdo::{Date, Lang, Scorer, Stream};
use thuocdo_practice::quality::{Batch, BatchQuality, Quality, QualityOptions, Scores, Signal};

use super::lists::{QualityRow, SignalRow, Who};
use super::placed::{PlacedForm, PlacedForms, PlacedSchool};

/// What the data of the forms shows.
pub(super) struct Found {
    pub(super) rows: Vec<QualityRow>,
    pub(super) scores: Scores,
    pub(super) signals: Vec<SignalRow>,
}

/// Looks at every form that counts.
pub(super) fn quality(placed: &PlacedForms<'_>, scorer: &Scorer, as_of: Date, lang: Lang) -> Found {
    let options = QualityOptions { as_of: Some(as_of), ..QualityOptions::default() };
    let mut found = Found { rows: Vec::new(), scores: Scores::default(), signals: Vec::new() };
    for stream in [Stream::SelfAssessment, Stream::External] {
        let mut batch = Batch::new(scorer, options);
        for school in &placed.schools {
            let of = if stream == Stream::External { &school.external } else { &school.own };
            let Some(form) = of else { continue };
            let quality = batch.add(&form.form.assessment);
            found.rows.extend(rows(school, form, &quality, lang));
        }
        let of_batch = batch.finish();
        found.scores = found.scores.and(of_batch.scores);
        signals(placed, of_batch, stream, lang, &mut found.signals);
    }
    jumps(placed, scorer, options, lang, &mut found.signals);
    found
}

fn rows<'q>(school: &'q PlacedSchool<'_>, form: &'q PlacedForm<'_>, quality: &'q Quality, lang: Lang) -> impl Iterator<Item = QualityRow> + 'q {
    quality.findings.iter().map(move |finding| QualityRow {
        at: form.form.at.clone(),
        code: school.code.clone(),
        dimension: finding.rule().dimension(),
        message: finding.message(lang),
        name: school.name(),
        rule: finding.rule(),
        stream: form.form.stream,
        what: place(finding.at(), lang),
    })
}

fn signals(placed: &PlacedForms<'_>, quality: BatchQuality, stream: Stream, lang: Lang, rows: &mut Vec<SignalRow>) {
    rows.extend(quality.signals.into_iter().map(|signal| SignalRow {
        count: signal.count,
        message: signal.message(lang),
        group: signal.group,
        signal: signal.signal,
        stream,
        who: signal.who.into_iter().map(|code| Who { name: placed.name_of(&code), code }).collect(),
    }));
}

/// Who rose by two levels or more needs both years in one batch, of which only that signal counts.
fn jumps(placed: &PlacedForms<'_>, scorer: &Scorer, options: QualityOptions, lang: Lang, rows: &mut Vec<SignalRow>) {
    let mut batch = Batch::new(scorer, options);
    for school in placed.schools.iter().filter(|school| school.last_own.is_some()) {
        for form in [&school.last_own, &school.own].into_iter().flatten() {
            batch.add(&form.form.assessment);
        }
    }
    let mut both = batch.finish();
    both.signals.retain(|signal| signal.signal == Signal::Jump);
    signals(placed, both, Stream::SelfAssessment, lang, rows);
}
