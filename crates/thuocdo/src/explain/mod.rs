//! Explains a scorecard in words. The sentences are in `words`.

mod words;

use std::fmt;

use serde::Serialize;

use crate::assessment::{Assessment, Evidence, Stream};
use crate::canonical;
use crate::framework::{Code, Condition, Criterion, EvidenceRule, Framework, Group, Indicator, Standing};
use crate::points::Points;
use crate::range::{Level, Range};
use crate::scorecard::{BlockerCode, ConditionState, CriterionScore, GroupScore, IndicatorScore, IndicatorState, Scorecard};
use crate::scorer::next_level;
use crate::text::Lang;

use words::Say;

/// A scorecard in words. Its `Display` is the whole text; its fields serve a program with a layout of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// Group by group.
    pub groups: Vec<GroupExplanation>,
    /// The level of the institution, and the provenance of its rule.
    pub overall: Vec<String>,
    /// Whether a level may be recognised, and the blockers.
    pub recognition: Vec<String>,
    #[serde(skip)]
    lang: Lang,
}

/// One group in words: a heading, and lists of lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroupExplanation {
    /// How many of the points depend on figures of each standing.
    pub basis: Vec<String>,
    /// Code of the group.
    pub code: String,
    /// Each condition and its state.
    pub conditions: Vec<String>,
    /// The sources of the points: each criterion, and each answered indicator.
    pub gained: Vec<String>,
    /// Points and level of the group.
    pub headline: String,
    /// Each indicator without an answer, and the points that it could bring.
    pub missing: Vec<String>,
    /// The distance to the next level.
    pub next_level: String,
    /// Notes and evidence of the answers, if the caller has the assessment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

/// Explains a scorecard of `framework` in one language.
///
/// ```
/// use thuocdo::{Lang, Scorer, explain};
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let card = scorer.score(r#"{ "conditions": {}, "answers": { "1.3.1": 6 } }"#)?;
/// let words = explain(scorer.framework(), &card, Lang::En);
/// assert!(words.groups[0].headline.contains("6 to 100 of 100 points"));
/// println!("{words}");
/// # Ok::<(), thuocdo::Violations>(())
/// ```
pub fn explain(framework: &Framework, card: &Scorecard, lang: Lang) -> Explanation {
    Words::new(framework, lang).explain(card)
}

/// As [`explain`], with the notes and evidence of the scorecard's assessment. `national` is the national framework below overlays; the text
/// marks everything that it does not ask as local.
pub fn explain_assessment(framework: &Framework, national: Option<&Framework>, card: &Scorecard, assessment: &Assessment, lang: Lang) -> Explanation {
    let words = Words { framework, lang, national };
    let mut explanation = words.explain(card);
    for (group, of) in explanation.groups.iter_mut().zip(&framework.groups) {
        group.remarks = words.remarks(of, assessment);
    }
    explanation
}

/// Writes the sentences for one framework in one language. A program that lays out a table calls it line by line.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    framework: &'a Framework,
    lang: Lang,
    national: Option<&'a Framework>,
}

impl<'a> Words<'a> {
    /// The sentences for `framework` in `lang`.
    pub const fn new(framework: &'a Framework, lang: Lang) -> Words<'a> {
        Words { framework, lang, national: None }
    }

    /// Sets the national framework below overlays. The text marks everything that it does not ask as local.
    #[must_use]
    pub const fn beside(self, national: &'a Framework) -> Words<'a> {
        Words { national: Some(national), ..self }
    }

    fn explain(&self, card: &Scorecard) -> Explanation {
        let pairs = self.framework.groups.iter().zip(&card.groups);
        Explanation {
            groups: pairs.map(|(group, score)| self.group(group, score)).collect(),
            overall: self.overall(card),
            recognition: self.recognition(card),
            lang: self.lang,
        }
    }

    /// `78/100 điểm`, or `từ 60 đến 85/100 điểm`.
    pub fn score(&self, score: Range<Points>, max: Points) -> String {
        let (low, high, max) = (score.low.text(self.lang), score.high.text(self.lang), max.text(self.lang));
        if score.is_exact() {
            self.say(Say::ScoreExact, &[("score", &low), ("max", &max)])
        } else {
            self.say(Say::ScoreRange, &[("low", &low), ("high", &high), ("max", &max)])
        }
    }

    /// `mức độ 3 (Đáp ứng tốt)`, or that the level is open, and between which levels.
    pub fn level(&self, level: Range<Level>) -> String {
        let (low, high) = (level.low.to_string(), level.high.to_string());
        if level.is_exact() {
            self.say(Say::LevelExact, &[("level", &low), ("name", &self.level_name(level.low))])
        } else {
            let (low_name, high_name) = (self.level_name(level.low), self.level_name(level.high));
            self.say(Say::LevelRange, &[("low", &low), ("lower", &low_name), ("high", &high), ("higher", &high_name)])
        }
    }

    /// The name of a level.
    pub fn level_name(&self, level: Level) -> &'a str {
        self.framework.level(level).map_or("", |meaning| meaning.name.get(self.lang))
    }

    /// A blocker of recognition as a sentence.
    pub fn blocker(&self, code: BlockerCode, at: &str, group: &str) -> String {
        let condition = self.framework.condition(at);
        match (code, condition) {
            (BlockerCode::ConditionUnmet, Some(condition)) => self.condition(condition, ConditionState::Unmet),
            (BlockerCode::ConditionUnknown, Some(condition)) => self.condition(condition, ConditionState::Unknown),
            (BlockerCode::EvidenceMissing, _) => self.evidence(Say::EvidenceMissing, at),
            (BlockerCode::EvidenceUnknown, _) => self.evidence(Say::EvidenceUnknown, at),
            _ => self.say(Say::Undetermined, &[("group", &group)]),
        }
    }

    fn evidence(&self, sentence: Say, at: &str) -> String {
        let condition = self.framework.condition(at).map(|condition| (&condition.title, condition.required_evidence.as_ref()));
        let indicator = || self.framework.indicator(at).map(|indicator| (&indicator.title, indicator.required_evidence.as_ref()));
        let (title, rule) = condition.or_else(indicator).unzip();
        let asked = rule.flatten().map(|rule| rule.text(self.lang)).unwrap_or_default();
        self.say(sentence, &[("code", &at), ("title", &title.map_or("", |title| title.get(self.lang))), ("asked", &asked)])
    }

    /// How many indicators have no answer, and how many points they could bring together.
    pub fn unanswered(&self, count: usize, points: Points) -> String {
        self.say(Say::Unanswered, &[("count", &count), ("points", &points.text(self.lang))])
    }

    /// The advice on unlocated points; `None` if the indicator stands for none.
    pub fn unlocated(&self, indicator: &Indicator) -> Option<String> {
        (indicator.basis.standing == Standing::Unlocated)
            .then(|| self.say(Say::Unlocated, &[("code", &indicator.code), ("max", &indicator.max.text(self.lang))]))
    }

    /// The notes and evidence of a group's answers, in the order of the framework.
    fn remarks(&self, group: &Group, assessment: &Assessment) -> Vec<String> {
        let conditions = group.conditions.iter().filter_map(|condition| {
            let said = assessment.conditions.get(&*condition.code)?;
            Some((&condition.code, condition.required_evidence.as_ref(), said.note.as_deref(), said.evidence.as_slice()))
        });
        let indicators = group.indicators().filter_map(|indicator| {
            let said = assessment.answers.get(&*indicator.code)?;
            Some((&indicator.code, indicator.required_evidence.as_ref(), said.note.as_deref(), said.evidence.as_slice()))
        });
        let lines = |(code, rule, note, evidence): (&Code, Option<&EvidenceRule>, Option<&str>, &[Evidence])| {
            let note = note.map(|note| self.say(Say::Note, &[("code", code), ("note", &note)]));
            let pieces = evidence.iter().map(|piece| self.say(Say::Evidence, &[("code", code), ("evidence", &self.piece(piece, rule))]));
            note.into_iter().chain(pieces).collect::<Vec<_>>()
        };
        conditions.chain(indicators).flat_map(lines).collect()
    }

    /// A piece of evidence: its title, kind, date and link. `rule` is what the framework requires there; it has the titles of kinds.
    pub fn piece(&self, piece: &Evidence, rule: Option<&EvidenceRule>) -> String {
        let kind = piece.kind.as_deref().map(|kind| rule.and_then(|rule| rule.kinds.get(kind)).map_or(kind, |title| title.get(self.lang)));
        let day = piece.date.map(|date| date.text(self.lang));
        let about: Vec<&str> = [kind, day.as_deref(), piece.uri.as_deref().filter(|uri| !piece.title.contains(uri))].into_iter().flatten().collect();
        if about.is_empty() { piece.title.clone() } else { format!("{} ({})", piece.title, about.join("; ")) }
    }

    fn say(&self, say: Say, params: &[(&str, &dyn fmt::Display)]) -> String {
        say.say(self.lang, params)
    }

    fn group(&self, group: &Group, card: &GroupScore) -> GroupExplanation {
        let (score, level) = (self.score(card.score, card.max), self.level(card.level));
        let title = group.title.get(self.lang);
        let criteria = || group.criteria.iter().zip(&card.criteria);
        GroupExplanation {
            basis: self.basis(group, card),
            code: group.code.to_string(),
            conditions: group.conditions.iter().zip(&card.conditions).map(|(condition, result)| self.condition(condition, result.state)).collect(),
            gained: criteria().flat_map(|(criterion, card)| self.gained(criterion, card)).collect(),
            headline: self.say(Say::Group, &[("code", &group.code), ("title", &title), ("score", &score), ("level", &level)]),
            missing: criteria().flat_map(|(criterion, card)| self.missing(criterion, card)).collect(),
            next_level: self.next_level(group, card),
            remarks: Vec::new(),
        }
    }

    fn condition(&self, condition: &Condition, state: ConditionState) -> String {
        let is_local = self.national.is_some_and(|national| national.condition(&condition.code).is_none());
        let phrase = match (state, is_local) {
            (ConditionState::Met, _) => Say::ConditionMet,
            (ConditionState::Unmet, false) => Say::ConditionUnmet,
            (ConditionState::Unmet, true) => Say::LocalConditionUnmet,
            (ConditionState::Unknown, false) => Say::ConditionUnknown,
            (ConditionState::Unknown, true) => Say::LocalConditionUnknown,
        };
        self.say(phrase, &[("code", &condition.code), ("title", &condition.title.get(self.lang)), ("act", &self.framework.legal.act)])
    }

    fn gained(&self, criterion: &Criterion, card: &CriterionScore) -> Vec<String> {
        let line = |phrase, code: &str, title: &str, score: String, level: String| {
            self.say(phrase, &[("code", &code), ("title", &title), ("score", &score), ("level", &level)])
        };
        let (score, title) = (self.score(card.score, card.max), criterion.title.get(self.lang));
        let mut lines = vec![match card.level {
            Some(level) => line(Say::CriterionBanded, &criterion.code, title, score, self.level(level)),
            None => line(Say::Part, &criterion.code, title, score, String::new()),
        }];
        let answered = criterion.indicators.iter().zip(&card.indicators).filter(|(_, card)| card.state == IndicatorState::Answered);
        lines.extend(answered.map(|(indicator, card)| {
            let score = self.score(card.score, card.max);
            format!("  {}", line(Say::Part, &indicator.code, indicator.title.get(self.lang), score, String::new()))
        }));
        lines
    }

    fn missing(&self, criterion: &Criterion, card: &CriterionScore) -> Vec<String> {
        let missing = criterion.indicators.iter().zip(&card.indicators).filter(|(_, card)| card.state == IndicatorState::Missing);
        missing
            .map(|(indicator, card)| {
                let max = card.max.text(self.lang);
                let title = indicator.title.get(self.lang);
                self.unlocated(indicator).unwrap_or_else(|| self.say(Say::Missing, &[("code", &indicator.code), ("title", &title), ("max", &max)]))
            })
            .collect()
    }

    /// The points from the certain total to the first hundredth of the next level.
    fn next_level(&self, group: &Group, card: &GroupScore) -> String {
        let Some((first, level)) = next_level(&group.bands.compile(group.max), card.score.low) else {
            return self.say(Say::TopLevel, &[]);
        };
        let needed = first.saturating_sub(card.score.low).text(self.lang);
        let low = card.score.low.text(self.lang);
        self.say(Say::NextLevel, &[("points", &needed), ("low", &low), ("level", &level), ("name", &self.level_name(level))])
    }

    /// The share of the group that depends on unconfirmed figures, by standing. An indicator weighs as much as its maximum.
    fn basis(&self, group: &Group, card: &GroupScore) -> Vec<String> {
        let sum = |points: &mut dyn Iterator<Item = Points>| points.fold(Points::ZERO, Points::saturating_add);
        let indicators: Vec<(Standing, &IndicatorScore)> = group
            .criteria
            .iter()
            .zip(&card.criteria)
            .flat_map(|(criterion, card)| criterion.indicators.iter().map(|indicator| indicator.basis.standing).zip(&card.indicators))
            .collect();
        let of_group = group.max.text(self.lang);
        let unconfirmed = || indicators.iter().filter(|(standing, _)| !standing.is_confirmed());
        let resting = sum(&mut unconfirmed().map(|(_, card)| card.max));
        let gained = sum(&mut unconfirmed().map(|(_, card)| card.score.low));
        let mut lines = Vec::new();
        if resting > Points::ZERO {
            let (points, gained) = (resting.text(self.lang), gained.text(self.lang));
            lines.push(self.say(Say::Unconfirmed, &[("points", &points), ("max", &of_group), ("gained", &gained)]));
        }
        for standing in Standing::ALL {
            let points = sum(&mut indicators.iter().filter(|(of, _)| *of == standing).map(|(_, card)| card.max));
            if points > Points::ZERO {
                let points = points.text(self.lang);
                let (name, meaning) = (standing.title(self.lang), standing.meaning(self.lang));
                lines.push(self.say(Say::Basis, &[("points", &points), ("max", &of_group), ("standing", &name), ("meaning", &meaning)]));
            }
        }
        lines
    }

    /// The level of the institution; adds that its rule is common practice, if it is.
    pub fn overall(&self, card: &Scorecard) -> Vec<String> {
        let mut lines = vec![self.say(Say::Overall, &[("level", &self.level(card.overall.level))])];
        lines.extend(self.framework.overall_note(self.lang).map(str::to_owned));
        lines
    }

    /// Whether a level may be recognised, in one sentence. It depends on who made the assessment and on the level. The lowest level is
    /// never recognised.
    pub fn eligibility(&self, card: &Scorecard) -> String {
        let level = card.overall.level.low;
        let phrase = match (card.recognition.eligible, card.stream) {
            (false, _) if self.framework.overlays.is_empty() => Say::NotEligible,
            (false, _) => Say::NotEligibleLocal,
            (true, _) if !card.is_recognisable() => Say::EligibleLowest,
            (true, _) if !self.framework.overlays.is_empty() => Say::EligibleLocal,
            (true, Some(Stream::SelfAssessment)) => Say::EligibleSelf,
            (true, Some(Stream::External)) => Say::EligibleExternal,
            (true, None) => Say::Eligible,
        };
        self.say(phrase, &[("level", &level.to_string()), ("name", &self.level_name(level))])
    }

    /// Whether these are the words of a framework without overlays.
    pub(crate) fn is_national(&self) -> bool {
        self.framework.overlays.is_empty()
    }

    /// Whether a level may be recognised, and the blockers.
    pub fn recognition(&self, card: &Scorecard) -> Vec<String> {
        let mut lines = vec![self.eligibility(card)];
        lines.extend(card.recognition.blockers.iter().map(|blocker| self.blocker(blocker.code, &blocker.at, &blocker.group)));
        lines
    }
}

impl Explanation {
    /// The explanation as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }
}

impl fmt::Display for Explanation {
    /// Writes the whole text in the requested language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for group in &self.groups {
            writeln!(f, "{}", group.headline)?;
            let next = std::slice::from_ref(&group.next_level);
            let parts: [(Say, &[String]); 6] = [
                (Say::HeadGained, &group.gained),
                (Say::HeadMissing, &group.missing),
                (Say::HeadConditions, &group.conditions),
                (Say::HeadRemarks, &group.remarks),
                (Say::HeadNext, next),
                (Say::HeadBasis, &group.basis),
            ];
            for (head, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
                writeln!(f, "  {}", head.template(self.lang))?;
                for line in lines {
                    writeln!(f, "    {line}")?;
                }
            }
            writeln!(f)?;
        }
        for line in self.overall.iter().chain(&self.recognition) {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}
