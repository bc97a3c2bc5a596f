//! One school, for a person: first its points and levels, then what stands in the way and what is missing, then every point.

use std::io::{self, Write};

use comfy_table::{Attribute, Cell, Color, presets};
use thuocdo::text::{Phrase, phrase, shown};
use thuocdo::{Framework, Indicator, IndicatorScore, IndicatorState, Lang, Points, Range, Scorecard, Standing, Words};

use super::level::{colour, hue, level as level_number, level_in_words, points, sign};
use crate::terminal::stdout::line_width;
use crate::terminal::{ASIDE, TITLE, print_table, right, table, wrapped};
use crate::words::Word;

/// Writes a whole card.
pub(super) fn write(out: &mut dyn Write, framework: &Framework, national: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    heading(out, framework, card, lang)?;
    groups(out, framework, card, lang)?;
    recognition(out, &Words::new(framework, lang).beside(national), card)?;
    missing(out, framework, card, lang)?;
    every_point(out, framework, card, lang)?;
    basis(out, card, lang)
}

/// Which school, when, by whom, under what.
pub(crate) fn heading(out: &mut dyn Write, framework: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    let institution = card.institution.as_ref();
    let name = institution.and_then(|school| school.name.as_deref());
    let code = institution.and_then(|school| school.code.as_deref());
    let who: Vec<&str> = [name, code].into_iter().flatten().collect();
    let who = if who.is_empty() { Word::UnnamedInstitution.template(lang).to_owned() } else { who.join(" · ") };
    writeln!(out, "{TITLE}{}{TITLE:#}", wrapped(&shown(&who), line_width()))?;
    let under = format!("{} ({}, {} {})", framework.legal.act, framework.id, Word::Revision.template(lang), framework.revision);
    let about: Vec<String> = [
        card.period.as_ref().map(|period| Word::Period.say(lang, &[("period", period)])),
        card.stream.map(|stream| stream.name(lang).to_owned()),
        Some(under),
    ]
    .into_iter()
    .flatten()
    .collect();
    writeln!(out, "{ASIDE}{}{ASIDE:#}", wrapped(&shown(&about.join(" · ")), line_width()))?;
    overlays(out, framework, lang)?;
    writeln!(out)
}

/// Which overlays made the framework, and whether anybody issued them.
pub(crate) fn overlays(out: &mut dyn Write, framework: &Framework, lang: Lang) -> io::Result<()> {
    for overlay in &framework.overlays {
        let word = if overlay.issued.is_some() { Word::Laid } else { Word::LaidIllustrative };
        let told = word.say(lang, &[("title", &overlay.title.shown(lang))]);
        writeln!(out, "{ASIDE}{}{ASIDE:#}", wrapped(&told, line_width()))?;
    }
    Ok(())
}

/// What the same answers come to by the national framework.
pub(super) fn national(out: &mut dyn Write, framework: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    writeln!(out, "\n{TITLE}{}{TITLE:#}", Word::ByNational.say(lang, &[("framework", &framework.id)]))?;
    group_lines(out, framework, card, lang)?;
    eligibility(out, &Words::new(framework, lang), card)
}

/// The answer: points and level of each group, and of the whole.
fn groups(out: &mut dyn Write, framework: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    group_lines(out, framework, card, lang)?;
    let overall = card.overall.level;
    let level = level_in_words(&Words::new(framework, lang), overall, lang);
    let style = hue(framework, overall);
    writeln!(out, "\n{}: {style}{level}{style:#}", Word::Overall.template(lang))?;
    if framework.overall.basis.standing == Standing::Assumed {
        writeln!(out, "{ASIDE}{}{ASIDE:#}", wrapped(phrase(Phrase::OverallAssumedLine, lang), line_width()))?;
    }
    Ok(())
}

/// A line a group.
fn group_lines(out: &mut dyn Write, framework: &Framework, card: &Scorecard, lang: Lang) -> io::Result<()> {
    let words = Words::new(framework, lang);
    let mut lines = table(presets::NOTHING);
    for (group, known) in card.groups.iter().zip(&framework.groups) {
        lines.add_row([
            Cell::new(Word::GroupTitle.say(lang, &[("code", &group.code), ("title", &known.title.shown(lang))])),
            right(Word::OfMax.say(lang, &[("points", &points(group.score, lang)), ("max", &group.max.text(lang))])).add_attribute(Attribute::Bold),
            Cell::new(level_in_words(&words, group.level, lang)).fg(colour(framework, group.level)).add_attribute(Attribute::Bold),
        ]);
    }
    print_table(out, &lines)
}

/// Whether anything stands in the way of recognition, and what.
fn recognition(out: &mut dyn Write, words: &Words<'_>, card: &Scorecard) -> io::Result<()> {
    writeln!(out)?;
    eligibility(out, words, card)?;
    for blocker in &card.recognition.blockers {
        let text = words.blocker(blocker.code, &blocker.at, &blocker.group);
        writeln!(out, "{}", wrapped(&format!("  • {text}"), line_width()))?;
    }
    Ok(())
}

fn eligibility(out: &mut dyn Write, words: &Words<'_>, card: &Scorecard) -> io::Result<()> {
    writeln!(out, "{TITLE}{} {}{TITLE:#}", sign(card), words.eligibility(card))
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
    let head = Word::Missing.say(lang, &[("count", &lines.row_count()), ("points", &gain.text(lang))]);
    writeln!(out, "\n{TITLE}{head}{TITLE:#}")?;
    print_table(out, &lines)?;
    let words = Words::new(framework, lang);
    let unanswered = indicators(framework, card).filter(|(_, scored)| scored.state == IndicatorState::Missing);
    for line in unanswered.filter_map(|(known, _)| words.unlocated(known)) {
        writeln!(out, "{}", wrapped(&line, line_width()))?;
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
            let level = criterion.level.map(|level| Cell::new(level_number(level)).fg(colour(framework, level)));
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
    writeln!(out, "\n{TITLE}{}{TITLE:#}", Word::EveryPoint.template(lang))?;
    print_table(out, &rows)
}

/// How firm the figures are, and where to read more.
fn basis(out: &mut dyn Write, card: &Scorecard, lang: Lang) -> io::Result<()> {
    let counts = card.framework.basis;
    let firm = counts.text + counts.corroborated;
    let all = firm + counts.single + counts.derived + counts.assumed + counts.unlocated;
    writeln!(out, "\n{ASIDE}{}{ASIDE:#}", wrapped(&Word::Firm.say(lang, &[("firm", &firm), ("all", &all)]), line_width()))
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
