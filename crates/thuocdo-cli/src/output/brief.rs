//! The first screen of one school: what follows, why, how far the next level is, and what to do. At most 20 lines of 80 columns. The core's
//! [`Brief`] has what it says; here it gets colours, and what the assessment says beside its card.

use std::io::{self, Write};

use thuocdo::{Assessment, Brief, GroupScore, Lang, NextKind, Scorecard, Scorer, Verdict, Words, brief};

use super::full::overlays;
use super::parts::{painted, points};
use crate::terminal::{aside, plain, title};
use crate::words::Word;

/// How many lines there may be.
const LINES: usize = 20;
/// How many blockers are told in whole sentences; of more, only the codes.
const SENTENCES: usize = 2;

/// What the screen of a school needs to know beside its card.
pub(super) struct Screen<'a> {
    pub(super) scorer: &'a Scorer,
    pub(super) national: &'a Scorer,
    pub(super) lang: Lang,
}

/// What the assessment says beside the card.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// The day, and how many of its answers have evidence.
    pub(super) assessment: Option<Assessment>,
    /// What is odd about its dates.
    pub(super) remarks: Vec<String>,
}

impl Screen<'_> {
    /// Writes the screen. `national` is the card by the national framework, if overlays made another one.
    pub(super) fn write(&self, out: &mut dyn Write, card: &Scorecard, national: Option<&Scorecard>, beside: &Aside) -> io::Result<()> {
        let brief = brief(self.scorer, Some(self.national.framework()), card, self.lang);
        let mut lines = Vec::new();
        self.lines(&mut lines, card, &brief, national, beside, brief.blockers.len() <= SENTENCES)?;
        if String::from_utf8_lossy(&lines).lines().count() > LINES {
            lines.clear();
            self.lines(&mut lines, card, &brief, national, beside, false)?;
        }
        out.write_all(&lines)
    }

    /// Writes the screen, with whole sentences about the blockers, or with their codes alone.
    fn lines(
        &self,
        out: &mut dyn Write,
        card: &Scorecard,
        brief: &Brief,
        national: Option<&Scorecard>,
        beside: &Aside,
        in_sentences: bool,
    ) -> io::Result<()> {
        let (framework, lang) = (self.scorer.framework(), self.lang);
        title(out, &brief.who)?;
        aside(out, &self.about(card, beside.assessment.as_ref()))?;
        overlays(out, framework, lang)?;
        for remark in &beside.remarks {
            plain(out, &format!("! {remark}"))?;
        }
        writeln!(out)?;
        title(out, &format!("{} {}", brief.verdict.sign(), brief.eligibility))?;
        let blockers = if in_sentences { &brief.blockers } else { &brief.blocking_codes };
        for line in blockers.iter().chain(&brief.missing) {
            plain(out, &format!("  • {line}"))?;
        }
        writeln!(out)?;
        for group in &brief.groups {
            plain(out, &group.heading)?;
            plain(out, &format!("  {} · {} · {}", group.score, painted(framework, group.level, &group.level_text), group.gap))?;
        }
        plain(out, &format!("{}: {}", brief.overall_heading, painted(framework, card.overall.level, &brief.overall)))?;
        if let Some(national) = national {
            self.by_national(out, card, national)?;
        }
        title(out, &self.next(brief))?;
        let basis = card.framework.basis;
        aside(out, &Word::More.say(lang, &[("firm", &basis.confirmed()), ("all", &basis.all())]))
    }

    /// When, by whom, by which act, and how much evidence there is.
    fn about(&self, card: &Scorecard, assessment: Option<&Assessment>) -> String {
        let lang = self.lang;
        let day = assessment.and_then(|assessment| assessment.assessed_on);
        let evidence = assessment.map(|assessment| {
            let answers = assessment.answers.values().filter(|answer| answer.fact.is_some());
            let (all, with) = answers.fold((0, 0), |(all, with), answer| (all + 1, with + u32::from(!answer.evidence.is_empty())));
            Word::WithEvidence.say(lang, &[("with", &with), ("all", &all)])
        });
        let day = day.map(|day| Word::AssessedOn.say(lang, &[("date", &day.text(lang))]));
        let parts = card.when(lang).into_iter().chain(day).chain(evidence).chain([self.scorer.framework().legal.act.clone()]);
        parts.collect::<Vec<String>>().join(" · ")
    }

    /// What the same answers come to by the national framework: the groups that differ, and what follows.
    fn by_national(&self, out: &mut dyn Write, local: &Scorecard, card: &Scorecard) -> io::Result<()> {
        let (framework, lang) = (self.national.framework(), self.lang);
        let group = |group: &GroupScore| {
            let level = Word::LevelNumber.say(lang, &[("level", &group.level)]);
            format!("{}: {} ({level})", Word::OfGroup.say(lang, &[("code", &group.code)]), points(group.score, lang))
        };
        let differing = card.groups.iter().zip(&local.groups).filter(|(group, local)| (group.score, group.level) != (local.score, local.level));
        let mut parts: Vec<String> = differing.map(|(of, _)| group(of)).collect();
        parts.push(format!("{} {}", Verdict::of(card).sign(), Words::new(framework, lang).eligibility(card)));
        plain(out, &format!("{}: {}", Word::ByNational.template(lang), parts.join(" · ")))
    }

    /// What to do next, and the command that tells more.
    fn next(&self, brief: &Brief) -> String {
        let has_plan = |kind: NextKind| matches!(kind, NextKind::MeetConditions | NextKind::Raise);
        match brief.next_line() {
            Some(next) if brief.next.iter().any(|step| has_plan(step.kind)) => Word::NextAndPlan.say(self.lang, &[("next", &next)]),
            Some(next) => next,
            None => Word::NextPlan.template(self.lang).to_owned(),
        }
    }
}
