//! The draft of a decision that recognises levels, with its list.

use std::collections::BTreeSet;

use thuocdo::{Framework, Institution, Lang, Level, LocalScorer, Points, Range, Violations};
use thuocdo_practice::process::{Act, Calendar, Case, State};

use super::about::{About, kind, name, period};
use super::letter::{Letter, day, stop};
use super::parts::{ground, line, note};
use super::words::{DecisionWord as Say, LetterWord};
use crate::paper::{Block, Cell, Column, Paper, Paragraph, Span, Table, blank};

/// An institution that a decision may name, as its case stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// Points and level of each group by the external assessment, in the order of the framework; empty before there is one.
    pub groups: Vec<(Range<Points>, Range<Level>)>,
    /// Who it is.
    pub institution: Institution,
    /// The level as a whole; `None` before the external assessment.
    pub overall: Option<Range<Level>>,
    /// Of which period.
    pub period: String,
    /// Where the case stands.
    pub state: Option<State>,
    /// What stands in the way of recognition, as sentences; empty where nothing does.
    pub why_not: Vec<Why>,
}

/// A reason why a level is not recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// A blocker of the external assessment.
    Blocked(thuocdo::Blocker),
    /// The level is the lowest, which nobody recognises.
    Lowest,
    /// The case is not yet, or no longer, at the step before recognition.
    NotThere,
    /// Another case of this institution and period comes before it.
    Twice,
}

impl Candidate {
    /// How a case stands after all its events.
    ///
    /// # Errors
    ///
    /// Those of [`Case::replay`].
    pub fn of(scorer: &LocalScorer, case: &Case) -> Result<Candidate, Violations> {
        let status = case.replay(scorer, &Calendar::national(scorer.national().framework())?, None)?;
        let outcome = status.external.as_ref();
        let is_recognised = status.recognised.is_some();
        let mut why_not: Vec<Why> = Vec::new();
        if !is_recognised {
            if !status.next.iter().any(|next| next.act == Act::Recognise) {
                why_not.push(Why::NotThere);
            }
            why_not.extend(outcome.iter().flat_map(|outcome| &outcome.blockers).cloned().map(Why::Blocked));
            if why_not.is_empty() && outcome.is_some_and(|outcome| outcome.overall.level.low <= Level::new(1)) {
                why_not.push(Why::Lowest);
            }
        }
        Ok(Candidate {
            groups: outcome.map(|outcome| outcome.groups.iter().map(|group| (group.score, group.level)).collect()).unwrap_or_default(),
            institution: (&case.institution).into(),
            overall: outcome.map(|outcome| outcome.overall.level),
            period: case.period.clone(),
            state: status.state,
            why_not,
        })
    }

    /// Whether a decision may name it.
    pub fn is_recognisable(&self) -> bool {
        self.why_not.is_empty()
    }
}

/// The draft of a Quyết định công nhận mức độ chuyển đổi số, with the list of those whose case lets their level be recognised, and a list of
/// the others with the reason of each. The authority decides and signs; the program only fills in what the cases say.
pub fn decision(framework: &Framework, candidates: &[Candidate], letter: &Letter, lang: Lang) -> Paper {
    let draft = Draft { about: About::new(framework, lang), letter };
    // A decision names an institution once.
    let mut seen = BTreeSet::new();
    let mut candidates = candidates.to_vec();
    for candidate in &mut candidates {
        if !seen.insert((candidate.institution.code.clone(), candidate.period.clone())) {
            candidate.why_not = vec![Why::Twice];
        }
    }
    let (named, others): (Vec<&Candidate>, Vec<&Candidate>) = candidates.iter().partition(|candidate| candidate.is_recognisable());
    let period = draft.period(&candidates);
    let mut blocks = draft.articles(named.len(), &period);
    blocks.extend(draft.list(&named, &period));
    if !others.is_empty() {
        blocks.extend(draft.others(&others));
    }
    let title = Say::FileTitle.say(lang, &[("period", &period)]);
    Paper { blocks, foot: draft.about.foot(&framework.digest()), lang, title }
}

struct Draft<'a> {
    about: About<'a>,
    letter: &'a Letter,
}

impl Draft<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    /// The period that all cases name; a blank where they name several.
    fn period(&self, candidates: &[Candidate]) -> String {
        let first = candidates.first().map(|candidate| candidate.period.as_str());
        period(first.filter(|first| candidates.iter().all(|candidate| candidate.period == *first)), self.about.lang)
    }

    fn articles(&self, count: usize, period: &str) -> Vec<Block> {
        let lang = self.about.lang;
        let running = |spans: Vec<Span>| Block::Paragraph(Paragraph::running(spans));
        let body = self.letter.body.clone().unwrap_or_else(|| blank(14));
        let signer = self.letter.signer_title.as_deref().map_or_else(|| blank(16), str::to_uppercase);
        let mut blocks = self.letter.head(None, &format!("QĐ-{}", blank(3)), lang);
        blocks.extend(Letter::title(self.word(Say::Title), &Say::About.say(lang, &[("period", &period)])));
        blocks.push(Block::Paragraph(Paragraph::centred([Span::bold(signer)])));
        blocks.extend([
            ground(Say::GroundPowers.say(lang, &[("blank", &blank(18))])),
            ground(self.about.ground() + ";"),
            ground(Say::GroundGuide.say(lang, &[("blank", &blank(18))])),
            ground(Say::GroundRecord.say(lang, &[("blank", &blank(12))])),
            ground(Say::GroundProposal.say(lang, &[("blank", &blank(18))]) + "."),
            Block::Paragraph(Paragraph::centred([Span::bold(self.word(Say::Decides))])),
        ]);
        let article = |number: Say, text: String| running(vec![Span::bold(format!("{}. ", self.word(number))), Span::new(text)]);
        blocks.extend([
            article(Say::Article1, Say::Recognises.say(lang, &[("period", &period), ("count", &count)]) + "."),
            article(Say::Article2, Say::Duties.say(lang, &[("blank", &blank(10))]) + "."),
            article(Say::Article3, stop(&Say::Effect.say(lang, &[("body", &body)]))),
            Block::Paragraph(Paragraph::default()),
        ]);
        let to = [Say::ToArticle3, Say::ToAbove, Say::ToPortal].map(|word| self.word(word).to_owned());
        blocks.push(self.letter.end(&blank(12), &to, lang));
        blocks
    }

    fn institution(&self, nth: u32, candidate: &Candidate) -> Vec<Cell> {
        let institution = Some(&candidate.institution);
        vec![
            Cell::from(nth.to_string()),
            Cell::from(candidate.institution.code.as_deref().unwrap_or_default()),
            Cell::from(name(institution)),
            Cell::from(candidate.institution.kind.map_or_else(String::new, |_| kind(institution, self.about.lang))),
        ]
    }

    fn result(&self, nth: usize, candidate: &Candidate) -> Cell {
        candidate.groups.get(nth).map_or_else(Cell::empty, |(score, level)| self.about.points_and_level(*score, *level))
    }

    fn list(&self, named: &[&Candidate], period: &str) -> Vec<Block> {
        let number = self.letter.number.clone().unwrap_or_else(|| format!("{}/QĐ-{}", blank(3), blank(3)));
        let with = Say::WithDecision.say(self.about.lang, &[("number", &number), ("day", &day(self.letter.on, self.about.lang))]);
        let mut columns = vec![
            Column::centred(self.word(Say::Nth), 6),
            Column::words(self.word(Say::Code), 14),
            Column::words(self.word(Say::Name), 30),
            Column::words(self.word(Say::Type), 15),
        ];
        columns.extend(
            self.about.framework.groups.iter().map(|group| Column::centred(Say::GroupColumn.say(self.about.lang, &[("group", &group.code)]), 14)),
        );
        columns.extend([Column::centred(self.word(Say::Overall), 10), Column::words(self.word(Say::Note), 11)]);
        let mut table = Table::new(columns);
        for (nth, candidate) in (1_u32..).zip(named) {
            let mut cells = self.institution(nth, candidate);
            cells.extend((0..self.about.framework.groups.len()).map(|nth| self.result(nth, candidate)));
            let is_lowest = candidate.overall.is_some_and(|level| level.low <= Level::new(1));
            cells.extend([
                Cell::from(candidate.overall.map(|level| level.to_string()).unwrap_or_default()),
                if is_lowest { Cell::from(self.word(Say::Determined)) } else { Cell::empty() },
            ]);
            table.row(cells);
        }
        let mut blocks = vec![Block::PageBreak];
        blocks.extend(Letter::title(self.word(Say::ListTitle), &Say::ListAbout.say(self.about.lang, &[("period", &period)])));
        blocks.push(Block::Paragraph(Paragraph::centred([Span::italic(with)])));
        if named.is_empty() {
            blocks.push(line(self.word(Say::Nobody)));
        } else {
            blocks.push(Block::Table(table));
        }
        let levels: Vec<String> = self.about.framework.levels.iter().map(|of| self.about.level(of.level.into())).collect();
        blocks.push(note(levels.join("; ")));
        blocks.extend(self.about.framework.overall_note(self.about.lang).map(note));
        blocks
    }

    /// Those that the decision does not name, and why. This list helps those who decide; it is no part of the decision.
    fn others(&self, others: &[&Candidate]) -> Vec<Block> {
        let mut table = Table::new([
            Column::centred(self.word(Say::Nth), 6),
            Column::words(self.word(Say::Code), 14),
            Column::words(self.word(Say::Name), 30),
            Column::words(self.word(Say::Type), 15),
            Column::words(self.word(Say::Reason), 35),
        ]);
        for (nth, candidate) in (1_u32..).zip(others) {
            let mut cells = self.institution(nth, candidate);
            let mut reasons = Cell::empty();
            for why in &candidate.why_not {
                reasons.add(self.why(why, candidate.state));
            }
            cells.push(reasons);
            table.row(cells);
        }
        vec![Block::Heading(vec![Span::new(self.word(Say::OthersTitle))]), note(self.word(Say::OthersNote)), Block::Table(table)]
    }

    fn why(&self, why: &Why, state: Option<State>) -> String {
        match why {
            Why::Blocked(blocker) => self.about.words().blocker(blocker.code, &blocker.at, &blocker.group),
            Why::Lowest => Say::Lowest.say(self.about.lang, &[("level", &self.about.words().level(Level::new(1).into()))]),
            Why::Twice => self.word(Say::Twice).to_owned(),
            Why::NotThere => {
                let state = state.map_or_else(|| LetterWord::NotBegun.template(self.about.lang), |state| state.name(self.about.lang));
                Say::NotThere.say(self.about.lang, &[("state", &state)])
            }
        }
    }
}
