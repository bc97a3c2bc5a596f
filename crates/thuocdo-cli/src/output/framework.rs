//! A set of indicators, for people.

use std::io::Write;
use std::iter;

use anyhow::Result;
use comfy_table::{Attribute, Cell, Color, presets};
use thuocdo::text::{capital, shown};
use thuocdo::{Framework, Lang, Standing};
use thuocdo_practice::process::{Calendar, DueDay, Role};

use super::full::overlays;
use crate::terminal::{TITLE, plain, print_table, right, table, title};
use crate::words::Word;

/// Prints every condition and indicator, with its maximum and how well it is confirmed.
pub(crate) fn show(out: &mut dyn Write, framework: &Framework, lang: Lang) -> Result<()> {
    let legal = &framework.legal;
    title(out, &framework.title.shown(lang))?;
    plain(out, &format!("{} · {} {}", shown(&legal.cited(lang)), Word::Revision.template(lang), framework.revision))?;
    plain(out, &Word::DigestOf.say(lang, &[("digest", &framework.digest())]))?;
    overlays(out, framework, lang)?;
    writeln!(out)?;
    for meaning in &framework.levels {
        let level = capital(&Word::LevelNumber.say(lang, &[("level", &meaning.level)]));
        plain(out, &format!("{TITLE}{level}: {}{TITLE:#}. {}", meaning.name.shown(lang), meaning.meaning.shown(lang)))?;
    }
    let bold = |text: &str| Cell::new(text).add_attribute(Attribute::Bold);
    for group in &framework.groups {
        writeln!(out)?;
        title(out, &group.heading(lang))?;
        plain(out, &capital(&group.bands.text(lang)))?;
        let mut rows = table(presets::UTF8_FULL_CONDENSED);
        rows.set_header([Word::Code, Word::Content, Word::Max, Word::Standing].map(|word| bold(word.template(lang))));
        for condition in &group.conditions {
            let mandatory = Cell::new(Word::Mandatory.template(lang));
            let title = with_help(&condition.title.shown(lang), condition.help(lang));
            rows.add_row([Cell::new(&*condition.code), Cell::new(title), mandatory, standing(condition.basis.standing, lang)]);
        }
        for criterion in &group.criteria {
            let max = right(criterion.max.text(lang)).add_attribute(Attribute::Bold);
            let mut title = criterion.title.shown(lang).into_owned();
            if let Some(of_criterion) = &criterion.bands {
                title = format!("{title}\n{}", of_criterion.text(lang));
            }
            rows.add_row([bold(&criterion.code), bold(&title), max, standing(criterion.basis.standing, lang)]);
            for indicator in &criterion.indicators {
                let code = Cell::new(format!("  {}", indicator.code));
                let help = framework.rule_of(indicator).text(lang).into_iter().chain(indicator.help(lang));
                let title = with_help(&indicator.title.shown(lang), help);
                rows.add_row([code, Cell::new(title), right(indicator.max.text(lang)), standing(indicator.basis.standing, lang)]);
            }
        }
        print_table(out, &rows)?;
    }
    deadlines(out, framework, lang)?;
    if let Some(note) = framework.overall_note(lang) {
        writeln!(out)?;
        plain(out, note)?;
    }
    Ok(())
}

/// Prints the last days of the procedure, scope by scope.
fn deadlines(out: &mut dyn Write, framework: &Framework, lang: Lang) -> Result<()> {
    let Some(procedure) = &framework.procedure else { return Ok(()) };
    for scope in Calendar::scopes(framework) {
        writeln!(out)?;
        let title_of = framework.scope_title(scope, lang).unwrap_or(scope);
        title(out, &shown(title_of))?;
        let mut rows = table(presets::UTF8_FULL_CONDENSED);
        let columns = [Word::LastDay, Word::Who, Word::Task, Word::Standing];
        rows.set_header(columns.map(|word| Cell::new(word.template(lang)).add_attribute(Attribute::Bold)));
        for step in procedure.steps.iter().filter(|step| step.scope == scope) {
            let day = DueDay::of(&step.deadline).map_or_else(|| step.deadline.clone(), |day| day.text(lang));
            let who = step.by.parse().map_or_else(|_| step.by.clone(), |role: Role| role.name(lang).to_owned());
            let task = step.note.as_ref().or(step.basis.note.as_ref()).map_or(step.step.as_str(), |task| task.get(lang));
            let cells = [day, who, task.to_owned()].map(|text| Cell::new(shown(&text)));
            rows.add_row(cells.into_iter().chain([standing(step.basis.standing, lang)]));
        }
        print_table(out, &rows)?;
    }
    Ok(())
}

/// A title, and below it a line for each thing that helps to answer.
fn with_help(title: &str, help: impl IntoIterator<Item = String>) -> String {
    let lines: Vec<String> = iter::once(title.to_owned()).chain(help.into_iter().map(|line| shown(&line).into_owned())).collect();
    lines.join("\n")
}

fn standing(standing: Standing, lang: Lang) -> Cell {
    let cell = Cell::new(standing.title(lang));
    if standing.is_confirmed() { cell } else { cell.fg(Color::DarkYellow) }
}
