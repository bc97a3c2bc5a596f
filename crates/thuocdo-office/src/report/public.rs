//! The page of a self-assessment for the school's own site.

use thuocdo::text::capital;
use thuocdo::{Assessment, Framework, IndicatorState, Lang, LocalScorer, Named, Points, Scorecard, Stream, Violation, Violations};

use super::about::{About, name, period};
use super::letter::Letter;
use super::parts::{heading, line, note};
use super::year_words::PublicWord as Say;
use crate::paper::{Bar, Bars, Block, Cell, Column, Paper, Paragraph, Span, Table};
use crate::words::head_title;

/// What a school makes public of its self-assessment: points and levels of the groups, the mandatory conditions, a bar for each criterion, when, by
/// which framework and on which ground, and that nobody has recognised the level yet. Notes, evidence and answers are not in it. What nobody said is
/// left out: a page has no blanks to fill in by hand.
///
/// [`Paper::html`] makes the whole page, [`Paper::fragment`] what goes into a page of the site.
///
/// # Errors
///
/// `wrong_stream` of an external assessment; else what the scorer refuses, with places in the assessment.
pub fn public(scorer: &LocalScorer, form: &Assessment, letter: &Letter, lang: Lang) -> Result<Paper, Violations> {
    if form.stream == Some(Stream::External) {
        let named = |stream: Stream| Named::from(stream);
        return Err(Violation::wrong_stream("/stream", named(Stream::External), named(Stream::SelfAssessment)).into());
    }
    let score = scorer.score(form)?;
    let framework = scorer.local().framework();
    let page = Page { about: About::new(framework, lang), card: &score.local, form, letter };
    let mut blocks = page.top();
    blocks.push(page.levels(&score.local));
    blocks.extend(framework.overall_note(lang).map(note));
    blocks.extend(page.open());
    blocks.extend([heading(page.word(Say::ByCriterion)), Block::Bars(page.bars())]);
    blocks.extend(page.conditions());
    if !scorer.overlays().is_empty() {
        blocks.extend(page.national(scorer.national().framework(), &score.national));
    }
    blocks.extend(page.facts());
    let title = Say::FileTitle.say(lang, &[("name", &page.school()), ("period", &page.period())]);
    Ok(Paper { blocks, foot: page.about.foot(&score.local.digest()), lang, title })
}

struct Page<'a> {
    about: About<'a>,
    card: &'a Scorecard,
    form: &'a Assessment,
    letter: &'a Letter,
}

impl Page<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    fn school(&self) -> String {
        self.letter.body.clone().unwrap_or_else(|| name(self.card.institution.as_ref()))
    }

    fn period(&self) -> String {
        period(self.card.period.as_deref(), self.about.lang)
    }

    fn top(&self) -> Vec<Block> {
        let level = self.about.level(self.card.overall.level);
        let centred = |span: Span| Block::Paragraph(Paragraph::centred([span]));
        let mut blocks = vec![Block::Title(self.word(Say::Title).to_owned()), centred(Span::bold(self.school()))];
        blocks.extend(self.card.period.is_some().then(|| centred(Span::new(capital(&self.period())))));
        blocks.extend([centred(Span::bold(Say::Verdict.say(self.about.lang, &[("level", &level)]))), line(format!("{}.", self.word(Say::IsOwn)))]);
        blocks
    }

    /// Points and level of each group and as a whole.
    fn levels(&self, card: &Scorecard) -> Block {
        let mut table = Table::new([
            Column::words(self.word(Say::Group), 46),
            Column::centred(self.word(Say::Points), 20),
            Column::centred(self.word(Say::Level), 34),
        ]);
        for group in &card.groups {
            let points = format!("{}/{}", self.about.points(group.score), group.max.text(self.about.lang));
            table.row([Cell::from(self.about.group(&group.code)), Cell::from(points), Cell::from(self.about.level(group.level))]);
        }
        table.strong([Cell::from(self.word(Say::Overall)), Cell::empty(), Cell::from(self.about.level(card.overall.level))]);
        Block::Table(table)
    }

    /// What is not answered yet, if anything is.
    fn open(&self) -> Option<Block> {
        let open = self.card.indicators().filter(|of| of.state != IndicatorState::Answered);
        let codes: Vec<&str> = open.map(|of| of.code.as_str()).collect();
        (!codes.is_empty()).then(|| note(Say::Open.say(self.about.lang, &[("codes", &codes.join(", "))])))
    }

    fn bars(&self) -> Bars {
        let groups = self.about.framework.groups.iter().zip(&self.card.groups);
        let criteria = groups.flat_map(|(group, score)| group.criteria.iter().zip(&score.criteria));
        let bars = criteria.map(|(criterion, score)| {
            let label = format!("{} {}", criterion.code, criterion.title.get(self.about.lang));
            let value = format!("{}/{}", self.about.points(score.score), score.max.text(self.about.lang));
            Bar::new(label, value, [score.score.low, score.score.high].map(Points::hundredths), score.max.hundredths())
        });
        Bars { bars: bars.collect(), mark: String::new() }
    }

    fn conditions(&self) -> Vec<Block> {
        let mut table = Table::new([Column::words(self.word(Say::Condition), 72), Column::centred(self.word(Say::State), 28)]);
        for result in self.card.groups.iter().flat_map(|group| &group.conditions) {
            if let Some(condition) = self.about.framework.condition(&result.code) {
                let title = format!("{} {}", condition.code, condition.title.get(self.about.lang));
                table.row([Cell::from(title), Cell::from(capital(self.about.state(result.state)))]);
            }
        }
        vec![heading(self.word(Say::Conditions)), Block::Table(table)]
    }

    /// The levels without the overlays.
    fn national(&self, national: &Framework, card: &Scorecard) -> Vec<Block> {
        let page = Page { about: About::new(national, self.about.lang), card, ..*self };
        vec![heading(Say::National.say(self.about.lang, &[("act", &national.legal.act)])), page.levels(card)]
    }

    /// Who, when, and by what; only what somebody said.
    fn facts(&self) -> Vec<Block> {
        let lang = self.about.lang;
        let institution = self.card.institution.as_ref();
        let signer = self.letter.signer.as_ref().map(|signer| {
            let title = head_title(institution.and_then(|of| of.kind), lang);
            format!("{signer} ({})", self.letter.signer_title.as_deref().unwrap_or(title))
        });
        let facts = [
            (Say::Code, institution.and_then(|of| of.code.clone())),
            (Say::Type, institution.and_then(|of| of.kind).map(|kind| kind.name(lang).to_owned())),
            (Say::Authority, self.letter.above.clone()),
            (Say::AssessedOn, self.form.assessed_on.map(|day| day.text(lang))),
            (Say::Report, self.letter.number.clone()),
            (Say::ApprovedBy, signer),
            (Say::PublishedOn, self.letter.on.map(|day| day.text(lang))),
            (Say::Framework, Some(capital(&self.about.acts()))),
            (Say::Basis, Some(self.about.basis(self.card.framework.basis))),
        ];
        let mut table = Table::new([Column::words(self.word(Say::What), 34), Column::words(self.word(Say::Value), 66)]);
        for (what, value) in facts {
            if let Some(value) = value {
                table.row([Cell::from(self.word(what)), Cell::from(value)]);
            }
        }
        vec![heading(self.word(Say::About)), Block::Table(table)]
    }
}
