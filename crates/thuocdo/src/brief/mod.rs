//! A scorecard at a glance: whether a level may be recognised, what stands in the way, how far the next level is, and what to do next. The
//! sentences are in `words`.

mod words;

use std::fmt;

use crate::explain::Words;
use crate::framework::{Framework, Group, Standing};
use crate::plan::{Goal, plan_checked};
use crate::points::Points;
use crate::range::{Level, Range};
use crate::scorecard::{Blocker, BlockerCode, GroupScore, IndicatorScore, IndicatorState, Scorecard};
use crate::scorer::{Scorer, next_level};
use crate::text::{Lang, More, capital, first_names, shown};
use crate::{Code, Stream};

use words::Say;

/// How many codes a line names.
const CODES: usize = 6;

/// A scorecard at a glance, in one language: facts, and the sentences about them. Its `Display` is a short text; a program with a layout of
/// its own reads the fields. Every text is safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Brief {
    /// The conditions and the evidence that stand in the way of recognition, a sentence each.
    pub blockers: Vec<String>,
    /// The same in fewer lines: the codes of each kind of blocker.
    pub blocking_codes: Vec<String>,
    /// Whether a level may be recognised, in a sentence.
    pub eligibility: String,
    /// The groups, in the order of the framework.
    pub groups: Vec<GroupBrief>,
    /// What has no answer, and what that could bring, in a line; then the points that no source locates, a line each.
    pub missing: Vec<String>,
    /// What to do next, in order. Empty if nothing is left to do, or no plan reaches the next level.
    pub next: Vec<NextStep>,
    /// The level of the institution in words: `Mức độ 2 (Đáp ứng cơ bản)`.
    pub overall: String,
    /// What stands before the level of the institution: that it is the level of its lowest group.
    pub overall_heading: &'static str,
    /// Whether a level may be recognised.
    pub verdict: Verdict,
    /// The period and who assessed, if they are known.
    pub when: Vec<String>,
    /// The name and code of the institution, or that the assessment does not name it.
    pub who: String,
    lang: Lang,
}

/// One group at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupBrief {
    /// Its code.
    pub code: Code,
    /// The distance to the next level: `thiếu 5 điểm để lên mức độ 3`, or that it is at the highest.
    pub gap: String,
    /// Code and title: `Nhóm 1 · Chuyển đổi số trong dạy, học`.
    pub heading: String,
    /// Its level.
    pub level: Range<Level>,
    /// Its level in words: `Mức độ 2 (Đáp ứng cơ bản)`.
    pub level_text: String,
    /// Its points: `72,5/100 điểm`.
    pub score: String,
}

/// A step to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NextStep {
    /// Which.
    pub kind: NextKind,
    /// In words, without a large letter at the beginning.
    pub text: String,
}

crate::words! {
    /// What to do next.
    pub enum NextKind {
        /// Add the evidence that is required.
        AddEvidence = "add_evidence",
        /// Fill in the answers and conditions that are blank.
        FillIn = "fill_in",
        /// Meet the conditions that are not met.
        MeetConditions = "meet_conditions",
        /// Raise indicators for the next level.
        Raise = "raise",
        /// The authority recognises the level.
        Recognise = "recognise",
        /// The head approves the self-assessment and reports it.
        Report = "report",
    }
}

crate::words! {
    /// Whether a level may be recognised.
    pub enum Verdict {
        /// Something stands in the way.
        Blocked = "blocked",
        /// Nothing stands in the way, but the level is the lowest, which nobody recognises.
        Lowest = "lowest",
        /// A level may be recognised.
        Recognisable = "recognisable",
    }
}

impl Verdict {
    /// The verdict on a scorecard.
    pub fn of(card: &Scorecard) -> Verdict {
        match (card.recognition.eligible, card.is_recognisable()) {
            (false, _) => Verdict::Blocked,
            (true, false) => Verdict::Lowest,
            (true, true) => Verdict::Recognisable,
        }
    }

    /// `✓`, `–` or `✗`.
    pub const fn sign(self) -> char {
        match self {
            Verdict::Blocked => '✗',
            Verdict::Lowest => '–',
            Verdict::Recognisable => '✓',
        }
    }
}

/// A scorecard of the scorer's framework at a glance. `national` is the national framework below overlays; the text marks everything that it
/// does not ask as local.
///
/// ```
/// use thuocdo::{Lang, Scorer, Verdict, brief};
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let card = scorer.score(r#"{ "conditions": {}, "answers": { "1.3.1": 6 } }"#)?;
/// let brief = brief(&scorer, None, &card, Lang::En);
/// assert_eq!(brief.verdict, Verdict::Blocked);
/// assert_eq!(brief.groups[0].gap, "44 points short of level 2"); // 50 − 6
/// assert_eq!(brief.next[0].text, "fill in what is blank, then score again");
/// # Ok::<(), thuocdo::Violations>(())
/// ```
pub fn brief(scorer: &Scorer, national: Option<&Framework>, card: &Scorecard, lang: Lang) -> Brief {
    let framework = scorer.framework();
    let words = Words::new(framework, lang);
    let words = national.map_or(words, |national| words.beside(national));
    let writer = Writer { card, lang, scorer, words };
    Brief {
        blockers: writer.blockers().map(|blocker| safe(&words.blocker(blocker.code, &blocker.at, &blocker.group))).collect(),
        blocking_codes: writer.blocking_codes(),
        eligibility: writer.eligibility(),
        groups: writer.groups(),
        missing: writer.missing(),
        next: writer.next(),
        overall: level_text(&words, card.overall.level, lang),
        overall_heading: Say::Overall.template(lang),
        verdict: Verdict::of(card),
        when: card.when(lang),
        who: card.who(lang),
        lang,
    }
}

impl Scorecard {
    /// The name and code of the institution for people, or that the assessment does not name it.
    pub fn who(&self, lang: Lang) -> String {
        let name = self.institution.as_ref().and_then(|institution| institution.name.as_deref());
        let who: Vec<&str> = [name, self.institution_code()].into_iter().flatten().collect();
        if who.is_empty() { Say::Unnamed.template(lang).to_owned() } else { safe(&who.join(" · ")) }
    }

    /// The period and who assessed for people, if they are known: `Kỳ đánh giá 2023-2024`, `tự đánh giá`.
    pub fn when(&self, lang: Lang) -> Vec<String> {
        let period = self.period.as_ref().map(|period| Say::Period.say(lang, &[("period", period)]));
        period.into_iter().chain(self.stream.map(|stream| stream.name(lang).to_owned())).collect()
    }
}

/// `Mức độ 3 (Đáp ứng tốt)`, or `Mức độ 2–3 (chưa xác định)`.
fn level_text(words: &Words<'_>, level: Range<Level>, lang: Lang) -> String {
    capital(&if level.is_exact() { words.level(level) } else { Say::LevelUndetermined.say(lang, &[("level", &level)]) })
}

fn safe(text: &str) -> String {
    shown(text).into_owned()
}

struct Writer<'a> {
    card: &'a Scorecard,
    lang: Lang,
    scorer: &'a Scorer,
    words: Words<'a>,
}

impl Writer<'_> {
    /// Whether a level may be recognised. A form with blanks is not called ready to be reported: filling them in is what comes next.
    fn eligibility(&self) -> String {
        let is_ready = self.card.is_recognisable() && self.card.stream == Some(Stream::SelfAssessment);
        if is_ready && self.words.is_national() && !self.without_answer().1.is_empty() {
            return Say::ReadyButBlank.template(self.lang).to_owned();
        }
        safe(&self.words.eligibility(self.card))
    }

    /// What stands in the way of recognition. That levels are open shows in the missing answers.
    fn blockers(&self) -> impl Iterator<Item = &Blocker> {
        self.card.recognition.blockers.iter().filter(|blocker| blocker.code != BlockerCode::LevelUndetermined)
    }

    fn blocking_codes(&self) -> Vec<String> {
        let kinds = [
            (Say::ConditionsUnmet, BlockerCode::ConditionUnmet),
            (Say::ConditionsUnknown, BlockerCode::ConditionUnknown),
            (Say::EvidenceMissing, BlockerCode::EvidenceMissing),
            (Say::EvidenceUnknown, BlockerCode::EvidenceUnknown),
        ];
        let line = |(say, kind): (Say, BlockerCode)| {
            let codes: Vec<&str> = self.blockers().filter(|blocker| blocker.code == kind).map(|blocker| &*blocker.at).collect();
            (!codes.is_empty()).then(|| say.say(self.lang, &[("codes", &first_names(&codes, CODES, More::Codes, self.lang))]))
        };
        kinds.into_iter().filter_map(line).collect()
    }

    fn groups(&self) -> Vec<GroupBrief> {
        let groups = self.scorer.framework().groups.iter().zip(self.scorer.bands()).zip(&self.card.groups);
        groups.map(|((group, bands), card)| self.group(group, bands, card)).collect()
    }

    fn group(&self, group: &Group, bands: &[(Points, Level)], card: &GroupScore) -> GroupBrief {
        let lang = self.lang;
        let gap = next_level(bands, card.score.low).map(|(first, level)| {
            let points = first.saturating_sub(card.score.low).text(lang);
            Say::Gap.say(lang, &[("points", &points), ("level", &level)])
        });
        GroupBrief {
            code: group.code.clone(),
            gap: gap.unwrap_or_else(|| Say::AtTop.template(lang).to_owned()),
            heading: group.heading(lang),
            level: card.level,
            level_text: level_text(&self.words, card.level, lang),
            score: Say::OfMax.say(lang, &[("points", &card.score.text(|end| end.text(lang))), ("max", &card.max.text(lang))]),
        }
    }

    /// The indicators without an answer: those that stand for points that no source locates, and the others.
    fn without_answer(&self) -> (Vec<&IndicatorScore>, Vec<&IndicatorScore>) {
        let missing = self.card.indicators().filter(|indicator| indicator.state == IndicatorState::Missing);
        let is_unlocated = |code: &str| self.scorer.framework().indicator(code).is_some_and(|of| of.basis.standing == Standing::Unlocated);
        missing.partition(|indicator| is_unlocated(&indicator.code))
    }

    fn missing(&self) -> Vec<String> {
        let lang = self.lang;
        let (unlocated, located) = self.without_answer();
        let codes: Vec<&str> = located.iter().map(|indicator| &*indicator.code).collect();
        let gain = located.iter().fold(Points::ZERO, |all, indicator| all.saturating_add(indicator.max));
        let line =
            (!codes.is_empty()).then(|| format!("{}: {}", self.words.unanswered(codes.len(), gain), first_names(&codes, CODES, More::Codes, lang)));
        let blank = |of: &&IndicatorScore| Say::UnlocatedBlank.say(lang, &[("code", &of.code), ("points", &of.max.text(lang))]);
        line.into_iter().chain(unlocated.iter().map(blank)).collect()
    }

    fn next(&self) -> Vec<NextStep> {
        let step = |kind: NextKind, say: Say| vec![NextStep { kind, text: say.template(self.lang).to_owned() }];
        let is_blocked = |codes: &[BlockerCode]| self.card.recognition.blockers.iter().any(|blocker| codes.contains(&blocker.code));
        if !self.without_answer().1.is_empty() || is_blocked(&[BlockerCode::ConditionUnknown]) {
            return step(NextKind::FillIn, Say::FillIn);
        }
        if is_blocked(&[BlockerCode::ConditionUnmet]) {
            return step(NextKind::MeetConditions, Say::MeetConditions);
        }
        if is_blocked(&[BlockerCode::EvidenceMissing, BlockerCode::EvidenceUnknown]) {
            return step(NextKind::AddEvidence, Say::AddEvidence);
        }
        let settled = match (self.card.is_recognisable(), self.card.stream) {
            (false, _) => Vec::new(),
            (true, Some(Stream::External)) => step(NextKind::Recognise, Say::Recognise),
            (true, _) => step(NextKind::Report, Say::Report),
        };
        settled.into_iter().chain(self.raise()).collect()
    }

    /// The raise with which a plan for the first of the groups begins that hold back the level of the institution.
    fn raise(&self) -> Option<NextStep> {
        let lang = self.lang;
        // A framework may be made so that its plans are too many to compare; then the brief names no raise.
        let plan = plan_checked(self.scorer, self.card, &Goal::default()).ok()?;
        let mut lowest = plan.groups.iter().filter(|group| group.level.low == self.card.overall.level.low && !group.fewest.raises.is_empty());
        let group = lowest.next()?;
        let (first, others) = group.fewest.raises.split_first()?;
        let (level, code, from, to, more) = (group.target, &first.code, first.from.text(lang), first.to.text(lang), others.len());
        let say = if more == 0 { Say::Raise } else { Say::Raises };
        let text = say.say(lang, &[("level", &level), ("code", code), ("from", &from), ("to", &to), ("more", &more)]);
        Some(NextStep { kind: NextKind::Raise, text })
    }
}

impl Brief {
    /// What to do next, in one line; `None` where nothing is.
    pub fn next_line(&self) -> Option<String> {
        let steps: Vec<&str> = self.next.iter().map(|step| step.text.as_str()).collect();
        (!steps.is_empty()).then(|| Say::Next.say(self.lang, &[("what", &steps.join("; "))]))
    }
}

impl fmt::Display for Brief {
    /// Writes the whole text: who, the verdict and what stands in the way; then each group, the level of the institution, and what to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.who)?;
        if !self.when.is_empty() {
            writeln!(f, "{}", self.when.join(" · "))?;
        }
        writeln!(f, "{} {}", self.verdict.sign(), self.eligibility)?;
        for line in self.blockers.iter().chain(&self.missing) {
            writeln!(f, "  • {line}")?;
        }
        for GroupBrief { gap, heading, level_text, score, .. } in &self.groups {
            writeln!(f, "{heading}: {score} · {level_text} · {gap}")?;
        }
        write!(f, "{}: {}", self.overall_heading, self.overall)?;
        self.next_line().map_or(Ok(()), |next| write!(f, "\n{next}"))
    }
}
