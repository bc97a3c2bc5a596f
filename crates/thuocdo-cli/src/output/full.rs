//! Every part of one school, for a person: its points and levels, what stands in the way and what is missing, then every point.

use std::io::{self, Write};

use comfy_table::{Attribute, Cell, Color, presets};
use thuocdo::text::shown;
use thuocdo::{Brief, Date, Framework, Indicator, IndicatorScore, IndicatorState, Lang, Points, Range, Scorecard, Scorer, Words, brief};

use super::parts::{colour, painted, points};
use crate::terminal::{aside, plain, print_table, right, table, title};
use crate::words::Word;

/// Writes a whole card.
pub(super) fn write(
    out: &mut dyn Write,
    scorer: &Scorer,
    national: &Framework,
    card: &Scorecard,
    assessed_on: Option<Date>,
    lang: Lang,
) -> io::Result<()> {
    let framework = scorer.framework();
    let brief = brief(scorer, Some(national), card, lang);
    head(out, framework, card, assessed_on, lang)?;
    groups(out, framework, card, &brief, lang)?;
    recognition(out, &Words::new(framework, lang).beside(national), card, &brief)?;
    missing(out, framework, card, lang)?;
    every_point(out, framework, card, lang)?;
    basis(out, card, lang)
}

/// Which school, when, by whom, under what.
pub(crate) fn heading(out: &mut dyn Write, framework: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    head(out, framework, card, None, lang)
}

/// As [`heading`], with the day of the assessment.
fn head(out: &mut dyn Write, framework: &Framework, card: &Scorecard, assessed_on: Option<Date>, lang: Lang) -> io::Result<()> {
    title(out, &card.who(lang))?;
    let day = assessed_on.map(|day| Word::AssessedOn.say(lang, &[("date", &day.text(lang))]));
    let under = format!("{} ({}, {} {})", framework.legal.act, framework.id, Word::Revision.template(lang), framework.revision);
    let about: Vec<String> = card.when(lang).into_iter().chain(day).chain([under]).collect();
    aside(out, &shown(&about.join(" · ")))?;
    overlays(out, framework, lang)?;
    writeln!(out)
}

/// Which overlays made the framework, and whether anybody issued them.
pub(super) fn overlays(out: &mut dyn Write, framework: &Framework, lang: Lang) -> io::Result<()> {
    for overlay in &framework.overlays {
        let word = if overlay.issued.is_some() { Word::Laid } else { Word::LaidIllustrative };
        aside(out, &word.say(lang, &[("title", &overlay.title.shown(lang))]))?;
    }
    Ok(())
}

/// What the same answers come to by the national framework.
pub(super) fn national(out: &mut dyn Write, scorer: &Scorer, card: &Scorecard, lang: Lang) -> io::Result<()> {
    let brief = brief(scorer, None, card, lang);
    writeln!(out)?;
    title(out, &Word::ByNational.say(lang, &[("framework", &scorer.framework().id)]))?;
    group_lines(out, scorer.framework(), &brief)?;
    eligibility(out, &brief)
}

/// The answer: points and level of each group, and of the whole.
fn groups(out: &mut dyn Write, framework: &Framework, card: &Scorecard, brief: &Brief, lang: Lang) -> io::Result<()> {
    group_lines(out, framework, brief)?;
    writeln!(out, "\n{}: {}", brief.overall_heading, painted(framework, card.overall.level, &brief.overall))?;
    framework.overall_note(lang).map_or(Ok(()), |note| aside(out, note))
}

/// A line a group.
fn group_lines(out: &mut dyn Write, framework: &Framework, brief: &Brief) -> io::Result<()> {
    let mut lines = table(presets::NOTHING);
    for group in &brief.groups {
        lines.add_row([
            Cell::new(&group.heading),
            right(&group.score).add_attribute(Attribute::Bold),
            Cell::new(&group.level_text).fg(colour(framework, group.level)).add_attribute(Attribute::Bold),
        ]);
    }
    print_table(out, &lines)
}

/// Whether anything stands in the way of recognition, and what.
fn recognition(out: &mut dyn Write, words: &Words<'_>, card: &Scorecard, brief: &Brief) -> io::Result<()> {
    writeln!(out)?;
    eligibility(out, brief)?;
    for blocker in &card.recognition.blockers {
        plain(out, &format!("  • {}", words.blocker(blocker.code, &blocker.at, &blocker.group)))?;
    }
    Ok(())
}

fn eligibility(out: &mut dyn Write, brief: &Brief) -> io::Result<()> {
    title(out, &format!("{} {}", brief.verdict.sign(), brief.eligibility))
}

/// What has no answer, and what that could bring.
fn missing(out: &mut dyn Write, framework: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    let mut lines = table(presets::NOTHING);
    let mut gain = Points::ZERO;
    for (known, scored) in indicators(framework, card) {
        if scored.state == IndicatorState::Missing {
            gain = gain.saturating_add(scored.max);
            lines.add_row([
                Cell::new(&*scored.code),
                Cell::new(known.title.shown(lang)),
                right(Word::UpTo.say(lang, &[("points", &scored.max.text(lang))])),
            ]);
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let words = Words::new(framework, lang);
    title(out, &words.unanswered(lines.row_count(), gain))?;
    print_table(out, &lines)?;
    let unanswered = indicators(framework, card).filter(|(_, scored)| scored.state == IndicatorState::Missing);
    for line in unanswered.filter_map(|(known, _)| words.unlocated(known)) {
        plain(out, &line)?;
    }
    Ok(())
}

/// Where every point comes from.
fn every_point(out: &mut dyn Write, framework: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    let mut rows = table(presets::UTF8_FULL_CONDENSED);
    let bold = |text: String| Cell::new(text).add_attribute(Attribute::Bold);
    rows.set_header([Word::Code, Word::Content, Word::Points, Word::Level].map(|word| bold(word.template(lang).to_owned())));
    for (group, known) in card.groups.iter().zip(&framework.groups) {
        for (criterion, known) in group.criteria.iter().zip(&known.criteria) {
            let level = criterion.level.map(|level| Cell::new(level).fg(colour(framework, level)));
            rows.add_row([
                bold(criterion.code.to_string()),
                bold(known.title.shown(lang).into_owned()),
                right(of_max(criterion.score, criterion.max, lang)).add_attribute(Attribute::Bold),
                level.unwrap_or_else(|| Cell::new("")),
            ]);
            for (indicator, known) in criterion.indicators.iter().zip(&known.indicators) {
                let is_missing = indicator.state == IndicatorState::Missing;
                let score = right(of_max(indicator.score, indicator.max, lang));
                rows.add_row([
                    Cell::new(format!("  {}", indicator.code)),
                    Cell::new(known.title.shown(lang)),
                    if is_missing { score.fg(Color::DarkCyan) } else { score },
                    Cell::new(""),
                ]);
            }
        }
    }
    writeln!(out)?;
    title(out, Word::EveryPoint.template(lang))?;
    print_table(out, &rows)
}

/// How firm the figures are, and where to read more.
fn basis(out: &mut dyn Write, card: &Scorecard, lang: Lang) -> io::Result<()> {
    let basis = card.framework.basis;
    writeln!(out)?;
    aside(out, &Word::Firm.say(lang, &[("firm", &basis.confirmed()), ("all", &basis.all())]))
}

/// Every indicator of the framework with what was scored for it.
fn indicators<'a>(framework: &'a Framework, card: &'a Scorecard) -> impl Iterator<Item = (&'a Indicator, &'a IndicatorScore)> {
    let scored = card.groups.iter().flat_map(|group| &group.criteria).flat_map(|criterion| &criterion.indicators);
    framework.indicators().zip(scored)
}

/// `78/100`
fn of_max(score: Range<Points>, max: Points, lang: Lang) -> String {
    format!("{}/{}", points(score, lang), max.text(lang))
}
