//! The paper of one school: its self-assessment, or an external assessment of it, as it is printed and signed.

use thuocdo::{
    Answer, Assessment, ConditionAnswer, Criterion, CriterionScore, Fact, Framework, Goal, Group, GroupPlan, GroupScore, Indicator, IndicatorScore,
    Lang, LocalScorer, Points, Reach, Scorecard, Stream, Violations, explain, plan,
};

use super::about::{About, kind, name, period};
use super::letter::{Letter, day, short_day, signature};
use super::parts::{dots, line, note, running};
use super::words::{LetterWord, SchoolWord as Say};
use crate::paper::{Bar, Bars, Block, Cell, Column, Columns, Paper, Paragraph, Span, Table, blank};
use crate::words::head_title;

/// The phiếu of one assessment: who and when, conditions and points with notes and evidence, totals and levels, what is missing, what the next
/// level needs and a plan in half points, a bar for each criterion, and room for dates, signatures and seal.
///
/// `before` is the scorecard of the last period, which then stands beside this one if it is of the same framework to the byte. The levels
/// are local where the scorer has overlays; the national ones stand beside them then.
///
/// # Errors
///
/// What the scorer refuses, with places in the assessment.
///
/// ```
/// use thuocdo::{Assessment, Lang, LocalScorer, Points, Scorer};
/// use thuocdo_office::report::{Letter, school};
///
/// let scorer = LocalScorer::new(Scorer::shipped("moet-4725-2022")?);
/// let form = Assessment::new().of("0007").in_period("2023-2024").answer("1.3.1", Points::try_from(5.5)?);
/// let paper = school(&scorer, &form, None, &Letter::default(), Lang::Vi)?;
/// let page = paper.html();
/// assert!(page.contains("PHIẾU TỰ ĐÁNH GIÁ") && page.contains("DỰ THẢO") && page.contains("5,5"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn school(scorer: &LocalScorer, form: &Assessment, before: Option<&Scorecard>, letter: &Letter, lang: Lang) -> Result<Paper, Violations> {
    let score = scorer.score(form)?;
    let framework = scorer.local().framework();
    let card = &score.local;
    let before = before.filter(|before| before.framework.digest == card.framework.digest);
    let sheet = Sheet { about: About::new(framework, lang), before, card, form, letter };
    let mut blocks = sheet.top();
    blocks.extend(sheet.general());
    blocks.extend(sheet.conditions());
    blocks.extend(sheet.points());
    blocks.extend(sheet.result());
    if !scorer.overlays().is_empty() {
        blocks.extend(sheet.national(scorer.national().framework(), &score.national));
    }
    blocks.extend(sheet.remarks());
    blocks.extend(sheet.plan(scorer)?);
    blocks.extend(sheet.end());
    let title = Say::FileTitle
        .say(lang, &[("title", &sheet.title()), ("name", &name(card.institution.as_ref())), ("period", &period(card.period.as_deref(), lang))]);
    Ok(Paper { blocks, foot: sheet.about.foot(&card.digest()), lang, title })
}

struct Sheet<'a> {
    about: About<'a>,
    before: Option<&'a Scorecard>,
    card: &'a Scorecard,
    form: &'a Assessment,
    letter: &'a Letter,
}

impl Sheet<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    fn heading(&self, word: Say) -> Block {
        Block::Heading(vec![Span::new(self.word(word))])
    }

    fn is_external(&self) -> bool {
        self.card.stream == Some(Stream::External)
    }

    fn title(&self) -> &'static str {
        self.word(if self.is_external() { Say::TitleExternal } else { Say::TitleOwn })
    }

    fn top(&self) -> Vec<Block> {
        let school = name(self.card.institution.as_ref());
        let mut blocks = self.letter.head((!self.is_external()).then_some(school.as_str()), &format!("BC-{}", blank(3)), self.about.lang);
        let about = Say::AboutLevel.say(self.about.lang, &[("period", &period(self.card.period.as_deref(), self.about.lang))]);
        if self.is_external() {
            blocks.extend(Letter::title(self.title(), &about));
            return blocks;
        }
        blocks.push(Block::Paragraph(Paragraph::centred([Span::bold(self.word(Say::Annex))])));
        blocks.extend(Letter::title(self.title(), &about));
        let number = self.letter.number.clone().unwrap_or_else(|| format!("{}/BC-{}", blank(3), blank(3)));
        let with = Say::WithReport.say(self.about.lang, &[("number", &number), ("day", &day(self.letter.on, self.about.lang)), ("school", &school)]);
        blocks.push(Block::Paragraph(Paragraph::centred([Span::italic(with)])));
        blocks
    }

    /// Who and when. What no file of the program knows is a blank.
    fn general(&self) -> Vec<Block> {
        let institution = self.card.institution.as_ref();
        let code = institution.and_then(|of| of.code.clone()).unwrap_or_else(|| blank(10));
        let filled = |word: Say, value: String| line(word.say(self.about.lang, &[("value", &value)]));
        let lines = [
            filled(Say::Name, name(institution)),
            filled(Say::Code, code),
            filled(Say::Type, kind(institution, self.about.lang)),
            filled(Say::Address, blank(28)),
            filled(Say::Authority, self.letter.above.clone().unwrap_or_else(|| blank(16))),
            filled(Say::Head, self.letter.signer.clone().unwrap_or_else(|| blank(17))),
            filled(Say::InCharge, blank(21)),
            line(Say::Sizes.say(self.about.lang, &[("blank", &blank(5))])),
            filled(Say::AssessedOn, short_day(self.form.assessed_on, self.about.lang)),
            filled(Say::Framework, self.about.acts()),
        ];
        [self.heading(Say::General)].into_iter().chain(lines).collect()
    }

    fn conditions(&self) -> Vec<Block> {
        let mut table = Table::new([
            Column::centred(self.word(Say::Nth), 6),
            Column::centred(self.word(Say::CodeShort), 8),
            Column::words(self.word(Say::Content), 40),
            Column::centred(self.word(Say::MetOrNot), 14),
            Column::words(self.word(Say::Evidence), 32),
        ]);
        let results = self.card.groups.iter().flat_map(|group| &group.conditions);
        let pairs = results.filter_map(|result| Some((self.about.framework.condition(&result.code)?, result.state)));
        for (nth, (condition, state)) in (1_u32..).zip(pairs) {
            let none = ConditionAnswer::default();
            let answer = self.form.conditions.get(condition.code.as_str()).unwrap_or(&none);
            table.row([
                Cell::from(nth.to_string()),
                Cell::from(&condition.code),
                Cell::from(condition.title.get(self.about.lang)),
                Cell::from(self.about.state(state)),
                self.about.remarks(answer.note.as_deref(), &answer.evidence, condition.required_evidence.as_ref()),
            ]);
        }
        vec![self.heading(Say::Conditions), Block::Table(table)]
    }

    fn points(&self) -> Vec<Block> {
        let assessed = if self.is_external() { Say::PointsExternal } else { Say::PointsOwn };
        let mut columns = vec![
            Column::centred(self.word(Say::CodeShort), 9),
            Column::words(self.word(Say::Content), 36),
            Column::centred(self.word(Say::Max), 10),
            Column::centred(self.word(assessed), 11),
        ];
        columns.extend(self.before.map(|_| Column::centred(self.word(Say::Before), 11)));
        columns.push(Column::words(self.word(Say::NotesAndEvidence), 35));
        let mut table = Table::new(columns);
        for (group, score) in self.about.framework.groups.iter().zip(&self.card.groups) {
            let before = self.before.and_then(|before| before.group(&group.code));
            table.section(self.about.group(&group.code));
            for (nth, (criterion, of)) in group.criteria.iter().zip(&score.criteria).enumerate() {
                let before = before.and_then(|before| before.criteria.get(nth));
                self.criterion(&mut table, criterion, of, before);
            }
            let mut cells = vec![Cell::empty(), Cell::from(Say::GroupSum.say(self.about.lang, &[("group", &group.code)]))];
            cells.extend([Cell::from(group.max.text(self.about.lang)), Cell::from(self.about.points(score.score))]);
            cells.extend(self.before.map(|_| before.map_or_else(Cell::empty, |before| Cell::from(self.about.points(before.score)))));
            cells.push(Cell::from(self.about.level(score.level)));
            table.strong(cells);
        }
        let heading = if self.is_external() { Say::ScoringExternal } else { Say::ScoringOwn };
        let rules = Paragraph::new([Span::italic(self.word(Say::Rules))]).small();
        let bars = self.bars();
        vec![
            self.heading(heading),
            Block::Table(table),
            Block::Paragraph(rules),
            Block::Heading(vec![Span { is_italic: true, ..Span::new(self.word(Say::BarsTitle)) }]),
            Block::Bars(bars),
        ]
    }

    fn criterion(&self, table: &mut Table, criterion: &Criterion, score: &CriterionScore, before: Option<&CriterionScore>) {
        let level = score.level.map(|level| self.about.level(level)).unwrap_or_default();
        let mut cells = vec![Cell::from(&criterion.code), Cell::from(criterion.title.get(self.about.lang))];
        cells.extend([Cell::from(score.max.text(self.about.lang)), Cell::from(self.about.points(score.score))]);
        cells.extend(self.before.map(|_| before.map_or_else(Cell::empty, |before| Cell::from(self.about.points(before.score)))));
        cells.push(Cell::from(level));
        table.strong(cells);
        for (nth, (indicator, of)) in criterion.indicators.iter().zip(&score.indicators).enumerate() {
            let before = before.and_then(|before| before.indicators.get(nth));
            let mut cells = vec![Cell::from(&indicator.code), Cell::from(indicator.title.get(self.about.lang))];
            cells.extend([Cell::from(of.max.text(self.about.lang)), Cell::from(self.about.answered(of.score, of.state))]);
            cells.extend(self.before.map(|_| before.map_or_else(Cell::empty, |before| Cell::from(self.about.answered(before.score, before.state)))));
            cells.push(self.notes(indicator));
            table.row(cells);
        }
    }

    /// The fact of an answer where it is not points, then its note and evidence.
    fn notes(&self, indicator: &Indicator) -> Cell {
        let none = Answer::default();
        let answer = self.form.answers.get(indicator.code.as_str()).unwrap_or(&none);
        let fact = match answer.fact {
            Some(Fact::Share(share)) => Some(format!("{}/{}", share.part(), share.whole())),
            Some(Fact::Count(count)) => Some(count.to_string()),
            Some(Fact::Met(met)) => Some(self.about.state(Some(met).into()).to_owned()),
            _ => None,
        };
        let mut cell = Cell::empty();
        if let Some(fact) = fact {
            cell.add(Say::Fact.say(self.about.lang, &[("fact", &fact)]));
        }
        cell.lines.extend(self.about.remarks(answer.note.as_deref(), &answer.evidence, indicator.required_evidence.as_ref()).lines);
        cell
    }

    fn bars(&self) -> Bars {
        let criteria =
            self.about.framework.groups.iter().zip(&self.card.groups).flat_map(|(group, score)| group.criteria.iter().zip(&score.criteria));
        let bars = criteria.map(|(criterion, score)| {
            let label = format!("{} {}", criterion.code, criterion.title.get(self.about.lang));
            let value = format!("{}/{}", self.about.points(score.score), score.max.text(self.about.lang));
            let ends = [score.score.low, score.score.high].map(Points::hundredths);
            let before = self.before.and_then(|before| before.groups.iter().flat_map(|group| &group.criteria).find(|of| of.code == criterion.code));
            let mark = before.map(|before| Bar::part(before.score.low.hundredths(), before.max.hundredths()));
            Bar { mark, ..Bar::new(label, value, ends, score.max.hundredths()) }
        });
        Bars { bars: bars.collect(), mark: self.word(Say::BarsMark).to_owned() }
    }

    fn result(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(if self.is_external() { Say::ResultExternal } else { Say::ResultOwn }), self.levels(self.card)];
        let words = self.about.words();
        blocks.extend(words.overall(self.card).into_iter().map(line));
        blocks.push(line(self.before_line()));
        blocks.push(Block::Paragraph(Paragraph::new([Span::bold(words.eligibility(self.card))])));
        let blockers = self.card.recognition.blockers.iter().map(|blocker| words.blocker(blocker.code, &blocker.at, &blocker.group));
        blocks.extend(blockers.map(|blocker| line(format!("- {blocker}"))));
        blocks.push(line(self.missing()));
        let explained = explain(self.about.framework, self.card, self.about.lang);
        let gaps = explained.groups.iter().map(|group| Say::Gap.say(self.about.lang, &[("group", &group.code), ("gap", &group.next_level)]));
        blocks.extend(gaps.map(line));
        blocks.push(note(self.about.basis(self.card.framework.basis)));
        blocks
    }

    /// Points and level of each group, with those of the last period beside.
    fn levels(&self, card: &Scorecard) -> Block {
        let level = if self.is_external() { Say::LevelExternal } else { Say::LevelOwn };
        let mut columns =
            vec![Column::words(self.word(Say::GroupColumn), 36), Column::centred(self.word(Say::Points), 16), Column::centred(self.word(level), 30)];
        let before = self.before.filter(|before| before.framework.digest == card.framework.digest);
        columns.extend(before.map(|_| Column::centred(self.word(Say::BeforeLevel), 24)));
        let mut table = Table::new(columns);
        for group in &card.groups {
            let side = |group: &GroupScore| format!("{}/{}", self.about.points(group.score), group.max.text(self.about.lang));
            let mut cells = vec![Cell::from(self.about.group(&group.code)), Cell::from(side(group)), Cell::from(self.about.level(group.level))];
            cells.extend(before.map(|before| {
                let mut cell = Cell::empty();
                if let Some(group) = before.group(&group.code) {
                    cell.add(Say::BeforeCell.say(self.about.lang, &[("points", &self.about.points(group.score)), ("level", &group.level)]));
                }
                cell
            }));
            table.row(cells);
        }
        Block::Table(table)
    }

    /// Which period stands beside this one, or that none does.
    fn before_line(&self) -> String {
        match self.before {
            Some(before) => Say::BesidePeriod.say(self.about.lang, &[("period", &period(before.period.as_deref(), self.about.lang))]),
            None => self.word(Say::NothingBefore).to_owned(),
        }
    }

    /// The indicators without an answer, in one line.
    fn missing(&self) -> String {
        let missing: Vec<&str> =
            self.card.indicators().filter(|of| of.state != thuocdo::IndicatorState::Answered).map(|of| of.code.as_str()).collect();
        if missing.is_empty() {
            self.word(Say::NothingMissing).to_owned()
        } else {
            Say::Missing.say(self.about.lang, &[("codes", &missing.join(", "))])
        }
    }

    /// The result without the overlays.
    fn national(&self, national: &Framework, card: &Scorecard) -> Vec<Block> {
        let about = About::new(national, self.about.lang);
        let heading = Say::National.say(self.about.lang, &[("act", &national.legal.act)]);
        let mut blocks = vec![Block::Heading(vec![Span::new(heading)])];
        let beside = Sheet { about, before: None, card, ..*self };
        blocks.push(beside.levels(card));
        let mut lines = about.words().recognition(card);
        lines.splice(0..0, about.words().overall(card).into_iter().take(1));
        blocks.extend(lines.into_iter().map(line));
        blocks
    }

    /// What only people can write.
    fn remarks(&self) -> Vec<Block> {
        let room = |word: Say| [self.heading(word), dots(), dots()];
        [self.heading(Say::Remarks)].into_iter().chain(room(Say::Strengths)).chain(room(Say::Weaknesses)).collect()
    }

    /// Which indicators to raise for the next level, with room for who and until when.
    fn plan(&self, scorer: &LocalScorer) -> Result<Vec<Block>, Violations> {
        let plan = plan(scorer.local(), self.card, &Goal::default())?;
        let step = plan.step.text(self.about.lang);
        let mut blocks = vec![self.heading(Say::Tasks), note(Say::TasksNote.say(self.about.lang, &[("step", &step)]))];
        for (group, plan) in self.about.framework.groups.iter().zip(&plan.groups) {
            self.group_plan(&mut blocks, group, plan);
        }
        blocks.extend([self.heading(Say::Proposals), dots(), dots()]);
        Ok(blocks)
    }

    fn group_plan(&self, blocks: &mut Vec<Block>, group: &Group, plan: &GroupPlan) {
        let (code, target, needed) = (&group.code, self.about.words().level(plan.target.into()), plan.needed.text(self.about.lang));
        let unlocated = plan.unlocated.iter().map(|of| of.points).fold(Points::ZERO, Points::saturating_add);
        let text = match plan.reach {
            Reach::Reached => Say::PlanReached.say(self.about.lang, &[("group", code), ("level", &target)]),
            Reach::OutOfReach => Say::PlanOutOfReach
                .say(self.about.lang, &[("group", code), ("level", &target), ("points", &plan.fewest.lacking.text(self.about.lang))]),
            _ => Say::PlanNeeded.say(self.about.lang, &[("group", code), ("level", &target), ("points", &needed)]),
        };
        blocks.push(line(text));
        if unlocated > Points::ZERO && plan.reach != Reach::Reached {
            let text = Say::PlanUnlocated.say(self.about.lang, &[("points", &unlocated.text(self.about.lang))]);
            blocks.push(note(text));
        }
        if plan.fewest.raises.is_empty() {
            return;
        }
        let mut table = Table::new([
            Column::centred(self.word(Say::CodeShort), 9),
            Column::words(self.word(Say::Indicator), 37),
            Column::centred(self.word(Say::Now), 11),
            Column::centred(self.word(Say::To), 11),
            Column::words(self.word(Say::Who), 18),
            Column::words(self.word(Say::Until), 14),
        ]);
        for raise in &plan.fewest.raises {
            let title = self.about.framework.indicator(&raise.code).map_or("", |indicator| indicator.title.get(self.about.lang));
            let is_missing = self.card.indicator(&raise.code).is_some_and(|of: &IndicatorScore| of.state != thuocdo::IndicatorState::Answered);
            let now = if is_missing { self.word(Say::NotFilled).to_owned() } else { raise.from.text(self.about.lang) };
            table.row([
                Cell::from(&raise.code),
                Cell::from(title),
                Cell::from(now),
                Cell::from(raise.to.text(self.about.lang)),
                Cell::empty(),
                Cell::empty(),
            ]);
        }
        blocks.push(Block::Table(table));
    }

    fn end(&self) -> Vec<Block> {
        let school = name(self.card.institution.as_ref());
        let mut blocks = Vec::new();
        if !self.is_external() {
            blocks.push(running(Say::Responsible.say(self.about.lang, &[("school", &school)]) + "."));
            blocks.push(note(self.word(Say::Deadline)));
        }
        let by = if self.is_external() {
            self.word(Say::PanelLead)
        } else {
            head_title(self.card.institution.as_ref().and_then(|of| of.kind), self.about.lang)
        };
        let maker = signature(self.word(Say::Maker), LetterWord::SignAndName.template(self.about.lang), None);
        let head = self.letter.signature(by, LetterWord::SignAndSeal.template(self.about.lang));
        blocks.push(Block::Columns(Columns::new([50, 50], [maker, head])));
        blocks
    }
}
