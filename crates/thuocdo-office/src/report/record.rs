//! The record of an external assessment: both sides, where they differ, and what each says.

use thuocdo::{Assessment, Difference, Lang, LocalScorer, Range, Violations};
use thuocdo_practice::review::{Combine, GroupReview, IndicatorReview, Panel, Review, review};

use super::about::{About, name, period};
use super::letter::{Letter, day, short_day, signature, stop};
use super::parts::{dots, line, note, running};
use super::words::{LetterWord, RecordWord as Say};
use crate::paper::{Block, Cell, Column, Columns, Paper, Paragraph, Span, Table, blank};
use crate::words::head_title;

/// The biên bản of one institution: its self-assessment beside the external assessment, with the reasons of the panel, and room for the
/// words of the institution. `members` adds the points of each member as an annex.
///
/// # Errors
///
/// Those of [`review`]: what the scorer refuses, and two forms that do not belong together, under `/self` and `/external`.
pub fn record(
    scorer: &LocalScorer,
    own: &Assessment,
    external: &Assessment,
    members: Option<&Panel>,
    letter: &Letter,
    lang: Lang,
) -> Result<Paper, Violations> {
    let review = review(scorer.local(), own, external)?;
    let framework = scorer.local().framework();
    let record = Record { about: About::new(framework, lang), external, letter, members, own, review: &review };
    let mut blocks = record.top();
    blocks.extend(record.conditions());
    blocks.extend(record.scores());
    blocks.extend(record.differences());
    blocks.extend(record.conclusion());
    blocks.extend(record.end());
    if let Some(panel) = members {
        blocks.extend(record.annex(panel));
    }
    let title = Say::FileTitle.say(lang, &[("name", &name(review.institution.as_ref())), ("period", &period(review.period.as_deref(), lang))]);
    // What both sides rest on, in one digest: that of the review.
    Ok(Paper { blocks, foot: record.about.foot(&thuocdo::digest(&review.to_json())), lang, title })
}

struct Record<'a> {
    about: About<'a>,
    external: &'a Assessment,
    letter: &'a Letter,
    members: Option<&'a Panel>,
    own: &'a Assessment,
    review: &'a Review,
}

impl Record<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    fn heading(&self, word: Say) -> Block {
        Block::Heading(vec![Span::new(self.word(word))])
    }

    fn school(&self) -> String {
        name(self.review.institution.as_ref())
    }

    fn top(&self) -> Vec<Block> {
        let period = period(self.review.period.as_deref(), self.about.lang);
        let mut blocks = self.letter.head(Some(self.word(Say::Panel)), "BB-ĐGN", self.about.lang);
        blocks.extend(Letter::title(self.word(Say::Title), &Say::About.say(self.about.lang, &[("school", &self.school()), ("period", &period)])));
        let filled = |word: Say, value: String| line(word.say(self.about.lang, &[("value", &value)]));
        blocks.extend([
            filled(Say::Grounds, blank(17)),
            filled(Say::Begin, format!("{} {}", self.word(Say::Hour).replace('_', &blank(2)), day(None, self.about.lang))),
            filled(Say::Place, blank(29)),
            line(self.word(Say::Present)),
            filled(Say::PresentPanel, blank(34)),
            filled(Say::PresentSchool, blank(34)),
            self.heading(Say::Work),
            filled(Say::Seen, short_day(self.own.assessed_on, self.about.lang)),
            filled(Say::Systems, blank(34)),
            filled(Say::AssessedOn, short_day(self.external.assessed_on, self.about.lang)),
            filled(Say::By, self.about.acts()),
        ]);
        blocks
    }

    fn conditions(&self) -> Vec<Block> {
        let mut table = Table::new([
            Column::centred(self.word(Say::Code), 8),
            Column::words(self.word(Say::Content), 40),
            Column::centred(self.word(Say::Own), 13),
            Column::centred(self.word(Say::External), 13),
            Column::words(self.word(Say::Remark), 26),
        ]);
        for of in self.review.groups.iter().flat_map(|group| &group.conditions) {
            let condition = self.about.framework.condition(&of.code);
            let answer = self.external.conditions.get(of.code.as_str());
            let note = answer.and_then(|answer| answer.note.as_deref());
            table.row([
                Cell::from(&of.code),
                Cell::from(condition.map_or("", |condition| condition.title.get(self.about.lang))),
                Cell::from(self.about.state(of.own)),
                Cell::from(self.about.state(of.external)),
                self.about.remarks(note, &[], None),
            ]);
        }
        vec![self.heading(Say::Conditions), Block::Table(table)]
    }

    fn scores(&self) -> Vec<Block> {
        let mut table = Table::new([
            Column::words(self.word(Say::Group), 30),
            Column::centred(self.word(Say::OwnPoints), 14),
            Column::centred(self.word(Say::ExternalPoints), 14),
            Column::centred(self.word(Say::Difference), 14),
            Column::centred(self.word(Say::OwnLevel), 14),
            Column::centred(self.word(Say::ExternalLevel), 14),
        ]);
        for group in &self.review.groups {
            table.row([
                Cell::from(self.about.group(&group.code)),
                Cell::from(self.about.points(group.own.score)),
                Cell::from(self.about.points(group.external.score)),
                Cell::from(self.difference(group.difference)),
                Cell::from(group.own.level.to_string()),
                Cell::from(group.external.level.to_string()),
            ]);
        }
        let overall = &self.review.overall;
        table.strong([
            Cell::from(self.word(Say::Overall)),
            Cell::empty(),
            Cell::empty(),
            Cell::empty(),
            Cell::from(overall.own.to_string()),
            Cell::from(overall.external.to_string()),
        ]);
        let mut blocks = vec![self.heading(Say::Scores), Block::Table(table)];
        blocks.extend(self.about.framework.overall_note(self.about.lang).map(note));
        if let Some(panel) = self.members {
            blocks.push(note(self.word(if panel.combine == Combine::Mean { Say::ByMean } else { Say::ByMedian })));
        }
        blocks
    }

    /// External less self, with a real minus sign.
    fn difference(&self, difference: Range<Difference>) -> String {
        let end = |end: Difference| end.signed(self.about.lang).replace('-', "−");
        match difference.known() {
            Some(known) => end(known),
            None => Say::Between.say(self.about.lang, &[("low", &end(difference.low)), ("high", &end(difference.high))]),
        }
    }

    fn differences(&self) -> Vec<Block> {
        let disputed: Vec<&IndicatorReview> = self.review.groups.iter().flat_map(|group| &group.indicators).filter(|of| of.disputed).collect();
        let mut blocks = vec![self.heading(Say::Differences)];
        if disputed.is_empty() {
            blocks.push(line(self.word(Say::NoDifference)));
            return blocks;
        }
        let mut table = Table::new([
            Column::centred(self.word(Say::Code), 9),
            Column::words(self.word(Say::Content), 25),
            Column::centred(self.word(Say::Max), 8),
            Column::centred(self.word(Say::OwnShort), 9),
            Column::centred(self.word(Say::ExternalShort), 9),
            Column::words(self.word(Say::PanelSays), 22),
            Column::words(self.word(Say::SchoolSays), 18),
        ]);
        for of in disputed {
            let title = self.about.framework.indicator(&of.code).map_or("", |indicator| indicator.title.get(self.about.lang));
            let answer = self.external.answers.get(of.code.as_str());
            let rule = self.about.framework.indicator(&of.code).and_then(|indicator| indicator.required_evidence.as_ref());
            table.row([
                Cell::from(&of.code),
                Cell::from(title),
                Cell::from(of.max.text(self.about.lang)),
                Cell::from(self.about.points(of.own)),
                Cell::from(self.about.points(of.external)),
                self.about.remarks(of.reason.as_deref(), answer.map_or(&[], |answer| &answer.evidence), rule),
                Cell::empty(),
            ]);
        }
        blocks.push(Block::Table(table));
        blocks.extend(self.review.groups.iter().filter_map(|group| self.reserved(group)).map(line));
        blocks
    }

    /// What would follow if every reservation of a group were accepted.
    fn reserved(&self, group: &GroupReview) -> Option<String> {
        group.indicators.iter().any(|of| of.disputed).then(|| {
            if group.disputed.level.is_exact() {
                return Say::ReservedHarmless.say(self.about.lang, &[("group", &group.code), ("level", &group.disputed.level)]);
            }
            let (points, level) = (self.about.points(group.own.score), group.own.level.to_string());
            Say::ReservedMoves.say(self.about.lang, &[("group", &group.code), ("points", &points), ("level", &level)])
        })
    }

    fn conclusion(&self) -> Vec<Block> {
        let groups: Vec<String> = self
            .review
            .groups
            .iter()
            .map(|group| Say::GroupLevel.say(self.about.lang, &[("group", &group.code), ("level", &group.external.level)]))
            .collect();
        vec![
            self.heading(Say::Remarks),
            line(self.word(Say::Strengths)),
            dots(),
            line(self.word(Say::Weaknesses)),
            dots(),
            line(Say::More.say(self.about.lang, &[("day", &short_day(None, self.about.lang))])),
            dots(),
            self.heading(Say::SchoolOpinion),
            line(format!("☐ {}", self.word(Say::Agrees))),
            line(format!("☐ {}", Say::Reserves.say(self.about.lang, &[("blank", &blank(22))]))),
            self.heading(Say::Conclusion),
            line(format!("☐ {}", Say::Recognise.say(self.about.lang, &[("groups", &groups.join(", "))]))),
            line(format!("☐ {}", Say::NotRecognise.say(self.about.lang, &[("blank", &blank(22))]))),
        ]
    }

    fn end(&self) -> Vec<Block> {
        let copies = Say::Copies.say(self.about.lang, &[("blank", &blank(2))]);
        let until = format!("{} {}", self.word(Say::Hour).replace('_', &blank(2)), day(None, self.about.lang));
        let over = stop(&Say::Over.say(self.about.lang, &[("value", &until)]));
        let how = LetterWord::SignAndName.template(self.about.lang);
        let secretary = signature(self.word(Say::Secretary), how, None);
        let kind = self.review.institution.as_ref().and_then(|of| of.kind);
        let head = Say::SignsForSchool.say(self.about.lang, &[("head", &head_title(kind, self.about.lang))]);
        let school = signature(self.word(Say::ForSchool), &head, None);
        let lead = self.letter.signature(self.word(Say::Lead), how);
        let members = format!("{} 1. {}  2. {}  3. {}", self.word(Say::Members), blank(6), blank(6), blank(6));
        vec![
            running(copies + "."),
            running(over),
            Block::Columns(Columns::new([30, 38, 32], [secretary, school, lead])),
            line(members),
            Block::Paragraph(Paragraph::new([Span::new(Say::CopyTo.say(self.about.lang, &[("school", &self.school())]))]).small()),
        ]
    }

    /// The points of each member, in as many columns as there are members.
    fn annex(&self, panel: &Panel) -> Vec<Block> {
        let mut columns = vec![Column::centred(self.word(Say::Code), 9), Column::words(self.word(Say::Content), 32)];
        let count = panel.alone.len();
        let each = u16::try_from(48_usize.checked_div(count).unwrap_or(0)).unwrap_or(0).max(3);
        columns.extend((1..=count).map(|nth| Column::centred(Say::Member.say(self.about.lang, &[("nth", &nth)]), each)));
        columns.push(Column::centred(self.word(Say::Together), 11));
        let mut table = Table::new(columns);
        for group in &panel.groups {
            table.section(self.about.group(&group.code));
            for of in &group.indicators {
                let title = self.about.framework.indicator(&of.code).map_or("", |indicator| indicator.title.get(self.about.lang));
                let mut cells = vec![Cell::from(&of.code), Cell::from(title)];
                cells.extend(of.values.iter().map(|value| Cell::from(self.about.points(*value))));
                cells.push(Cell::from(self.about.points(of.combined)));
                table.row(cells);
            }
        }
        vec![
            Block::PageBreak,
            Block::Paragraph(Paragraph::centred([Span::bold(self.word(Say::Annex))])),
            Block::Paragraph(Paragraph::centred([Span::bold(self.word(Say::AnnexTitle))])),
            Block::Table(table),
        ]
    }
}
