//! The first screen of one school: what follows, why, how far the next level is, and what to do. At most 20 lines of 80 columns.

use std::io::{self, Write};

use thuocdo::text::{More, first_names};
use thuocdo::{
    Assessment, Blocker, BlockerCode, Framework, Goal, GroupScore, IndicatorScore, IndicatorState, Lang, Plan, Points, Reach, Scorecard, Scorer,
    Standing, Stream, Words, plan_checked,
};

use super::full::{basis_counts, overlays, who};
use super::parts::{group_title, level_in_words, painted, points, sign};
use crate::terminal::{aside, plain, title};
use crate::words::Word;

/// How many lines there may be.
const LINES: usize = 20;
/// How many blockers are told in whole sentences; of more, only the codes.
const SENTENCES: usize = 2;
/// How many codes of missing answers are named.
const CODES: usize = 6;

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
        let mut lines = Vec::new();
        self.lines(&mut lines, card, national, beside, SENTENCES)?;
        if String::from_utf8_lossy(&lines).lines().count() > LINES {
            lines.clear();
            self.lines(&mut lines, card, national, beside, 0)?;
        }
        out.write_all(&lines)
    }

    /// Writes the screen, with whole sentences about so many blockers at most.
    fn lines(&self, out: &mut dyn Write, card: &Scorecard, national: Option<&Scorecard>, beside: &Aside, sentences: usize) -> io::Result<()> {
        let (framework, lang) = (self.scorer.framework(), self.lang);
        // The card was made by this scorer, so there is nothing to refuse.
        let plan = plan_checked(self.scorer, card, &Goal::default()).unwrap_or_default();
        title(out, &who(card, lang))?;
        aside(out, &self.about(card, beside.assessment.as_ref()))?;
        overlays(out, framework, lang)?;
        for remark in &beside.remarks {
            plain(out, &format!("! {remark}"))?;
        }
        writeln!(out)?;
        let words = Words::new(framework, lang).beside(self.national.framework());
        title(out, &format!("{} {}", sign(card), words.eligibility(card)))?;
        self.blockers(out, &words, card, sentences)?;
        self.missing(out, card)?;
        writeln!(out)?;
        self.groups(out, framework, card, &plan)?;
        if let Some(national) = national {
            self.by_national(out, card, national)?;
        }
        title(out, &Word::Next.say(lang, &[("what", &self.next(card, &plan))]))?;
        let (firm, all) = basis_counts(card);
        aside(out, &Word::More.say(lang, &[("firm", &firm), ("all", &all)]))
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
        let parts = [
            card.period.as_ref().map(|period| Word::Period.say(lang, &[("period", period)])),
            card.stream.map(|stream| stream.name(lang).to_owned()),
            day.map(|day| Word::AssessedOn.say(lang, &[("date", &day.text(lang))])),
            evidence,
            Some(self.scorer.framework().legal.act.clone()),
        ];
        parts.into_iter().flatten().collect::<Vec<String>>().join(" · ")
    }

    /// What stands in the way of recognition. That levels are open is told by the missing answers.
    fn blockers(&self, out: &mut dyn Write, words: &Words<'_>, card: &Scorecard, sentences: usize) -> io::Result<()> {
        let blockers: Vec<&Blocker> = card.recognition.blockers.iter().filter(|blocker| blocker.code != BlockerCode::LevelUndetermined).collect();
        if blockers.len() <= sentences {
            return blockers.iter().try_for_each(|blocker| plain(out, &format!("  • {}", words.blocker(blocker.code, &blocker.at, &blocker.group))));
        }
        let kinds = [
            (Word::ConditionsUnmet, BlockerCode::ConditionUnmet),
            (Word::ConditionsUnknown, BlockerCode::ConditionUnknown),
            (Word::EvidenceMissing, BlockerCode::EvidenceMissing),
            (Word::EvidenceUnknown, BlockerCode::EvidenceUnknown),
        ];
        for (word, code) in kinds {
            let codes: Vec<&str> = blockers.iter().filter(|blocker| blocker.code == code).map(|blocker| &*blocker.at).collect();
            if !codes.is_empty() {
                plain(out, &format!("  • {}", word.say(self.lang, &[("codes", &first_names(&codes, CODES, More::Codes, self.lang))])))?;
            }
        }
        Ok(())
    }

    /// What has no answer, and what that could bring.
    fn missing(&self, out: &mut dyn Write, card: &Scorecard) -> io::Result<()> {
        let (unlocated, located): (Vec<_>, Vec<_>) = Screen::without_answer(card).partition(|indicator| self.is_unlocated(&indicator.code));
        if !located.is_empty() {
            let codes: Vec<&str> = located.iter().map(|indicator| &*indicator.code).collect();
            let gain = located.iter().fold(Points::ZERO, |all, indicator| all.saturating_add(indicator.max));
            let told = Word::Missing.say(self.lang, &[("count", &codes.len()), ("points", &gain.text(self.lang))]);
            plain(out, &format!("  • {told}: {}", first_names(&codes, CODES, More::Codes, self.lang)))?;
        }
        unlocated.iter().try_for_each(|indicator| {
            let told = Word::UnlocatedBlank.say(self.lang, &[("code", &indicator.code), ("points", &indicator.max.text(self.lang))]);
            plain(out, &format!("  • {told}"))
        })
    }

    fn without_answer(card: &Scorecard) -> impl Iterator<Item = &IndicatorScore> {
        card.indicators().filter(|indicator| indicator.state == IndicatorState::Missing)
    }

    /// Whether an indicator stands for points that no source assigns to one.
    fn is_unlocated(&self, code: &str) -> bool {
        self.scorer.framework().indicator(code).is_some_and(|indicator| indicator.basis.standing == Standing::Unlocated)
    }

    /// Points, level and distance to the next level of each group, and the level of the whole.
    fn groups(&self, out: &mut dyn Write, framework: &Framework, card: &Scorecard, plan: &Plan) -> io::Result<()> {
        let lang = self.lang;
        let words = Words::new(framework, lang);
        for ((group, known), plan) in card.groups.iter().zip(&framework.groups).zip(&plan.groups) {
            plain(out, &group_title(known, lang))?;
            let score = Word::OfMax.say(lang, &[("points", &points(group.score, lang)), ("max", &group.max.text(lang))]);
            let level = painted(framework, group.level, &level_in_words(&words, group.level, lang));
            let gap = match plan.reach {
                Reach::Reached => Word::AtTop.template(lang).to_owned(),
                _ => Word::Gap.say(lang, &[("points", &plan.needed.text(lang)), ("level", &plan.target)]),
            };
            plain(out, &format!("  {score} · {level} · {gap}"))?;
        }
        let overall = card.overall.level;
        let level = painted(framework, overall, &level_in_words(&words, overall, lang));
        plain(out, &format!("{}: {level}", Word::Overall.template(lang)))
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
        parts.push(format!("{} {}", sign(card), Words::new(framework, lang).eligibility(card)));
        plain(out, &format!("{}: {}", Word::ByNational.say(lang, &[("framework", &framework.id)]), parts.join(" · ")))
    }

    /// What to do next.
    fn next(&self, card: &Scorecard, plan: &Plan) -> String {
        let lang = self.lang;
        let is_blocked = |codes: &[BlockerCode]| card.recognition.blockers.iter().any(|blocker| codes.contains(&blocker.code));
        if Screen::without_answer(card).any(|indicator| !self.is_unlocated(&indicator.code)) || is_blocked(&[BlockerCode::ConditionUnknown]) {
            return Word::NextFill.template(lang).to_owned();
        }
        if is_blocked(&[BlockerCode::ConditionUnmet]) {
            return Word::NextConditions.template(lang).to_owned();
        }
        if is_blocked(&[BlockerCode::EvidenceMissing, BlockerCode::EvidenceUnknown]) {
            return Word::NextEvidence.template(lang).to_owned();
        }
        // The groups that hold the level of the whole back.
        let mut lowest = plan.groups.iter().filter(|group| group.level.low == card.overall.level.low && !group.fewest.raises.is_empty());
        let raise = lowest.next().and_then(|group| {
            let first = group.fewest.raises.first()?;
            let more = group.fewest.raises.len() - 1;
            let (level, code, from, to) = (group.target, &first.code, first.from.text(lang), first.to.text(lang));
            let word = if more == 0 { Word::NextRaise } else { Word::NextRaises };
            Some(word.say(lang, &[("level", &level), ("code", code), ("from", &from), ("to", &to), ("more", &more)]))
        });
        let report = match (card.is_recognisable(), card.stream) {
            (false, _) => None,
            (true, Some(Stream::External)) => Some(Word::NextRecognise.template(lang).to_owned()),
            (true, _) => Some(Word::NextReport.template(lang).to_owned()),
        };
        let parts: Vec<String> = [report, raise].into_iter().flatten().collect();
        if parts.is_empty() { Word::NextPlan.template(lang).to_owned() } else { parts.join("; ") }
    }
}
