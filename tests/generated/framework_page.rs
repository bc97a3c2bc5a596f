//! `docs/FRAMEWORK-4725.md`: every figure, its standing, its source, what is unknown.

use std::fmt::Write;

use thuocdo::{Basis, Framework, Lang, Rule, Standing, text};

/// The page of one framework.
pub(crate) fn page(framework: &Framework) -> String {
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = write_page(&mut page, framework);
    page
}

fn write_page(page: &mut String, framework: &Framework) -> std::fmt::Result {
    let legal = &framework.legal;
    writeln!(page, "<!-- Made by `cargo xtask gen` from crates/thuocdo/frameworks/{}.json. Correct that file, not this page. -->\n", framework.id)?;
    writeln!(page, "# {}: every figure and what it rests on\n", legal.act)?;
    writeln!(page, "*{}*, {}, {}. {}.\n", legal.title, legal.issuer, legal.issued, framework.title.en)?;
    writeln!(page, "Framework `{}`, revision {}, digest `{}`.\n", framework.id, framework.revision, framework.digest())?;
    standings(page, framework)?;
    levels(page, framework)?;
    rules(page, framework)?;
    for group in &framework.groups {
        writeln!(page, "## Group {}: {} ({})\n", group.code, group.title.vi, group.title.en)?;
        writeln!(page, "| Code | What | Figure | Standing | Sources | Note |\n|---|---|---|---|---|---|")?;
        row(page, &group.code, "**maximum of the group**", &group.max.to_string(), &group.basis)?;
        row(page, &group.code, "**bands of the group**", &bands(&group.bands), &group.bands.basis)?;
        for condition in &group.conditions {
            row(page, &condition.code, &format!("condition: {} ({})", condition.title.vi, condition.title.en), "must be met", &condition.basis)?;
        }
        for criterion in &group.criteria {
            row(
                page,
                &criterion.code,
                &format!("**{}** ({})", criterion.title.vi, criterion.title.en),
                &criterion.max.to_string(),
                &criterion.basis,
            )?;
            if let Some(of_criterion) = &criterion.bands {
                row(page, &criterion.code, "bands of the criterion", &bands(of_criterion), &of_criterion.basis)?;
            }
            if let Some(evidence) = &criterion.evidence {
                row(page, &criterion.code, &format!("evidence: {} ({})", evidence.text.vi, evidence.text.en), "asked for", &evidence.basis)?;
            }
            for indicator in &criterion.indicators {
                let figure = match framework.rule_of(indicator) {
                    Rule::Direct => indicator.max.to_string(),
                    rule => format!("{} by `{}`", indicator.max, rule.as_str()),
                };
                row(page, &indicator.code, &format!("{} ({})", indicator.title.vi, indicator.title.en), &figure, &indicator.basis)?;
            }
        }
        writeln!(page)?;
    }
    procedure(page, framework)?;
    writeln!(page, "## What no source tells\n")?;
    for unknown in &framework.unknown {
        writeln!(page, "- {} ({})", unknown.en, unknown.vi)?;
    }
    writeln!(
        page,
        "\nWhoever holds the annex can tick off every figure with `thuocdo framework checklist` and correct the file; the same loader checks it.\n"
    )?;
    writeln!(page, "## Sources\n")?;
    for (id, description) in &framework.sources {
        writeln!(page, "- **{id}**: {description}")?;
    }
    Ok(())
}

fn standings(page: &mut String, framework: &Framework) -> std::fmt::Result {
    writeln!(page, "## How firm the figures are\n\n| Standing | Meaning | Figures |\n|---|---|---|")?;
    let figures = framework.figures();
    for standing in Standing::ALL {
        let count = figures.iter().filter(|figure| figure.basis.standing == standing).count();
        let (_, meaning) = text::standing(standing, Lang::En);
        writeln!(page, "| `{}` | {meaning} | {count} |", standing.as_str())?;
    }
    writeln!(page, "\nCounted are the figures and rules that a result can rest on: {} in all.\n", figures.len())
}

fn levels(page: &mut String, framework: &Framework) -> std::fmt::Result {
    writeln!(page, "## Levels\n\n| Level | Name | Meaning |\n|---|---|---|")?;
    for level in &framework.levels {
        writeln!(page, "| {} | {} ({}) | {} ({}) |", level.level, level.name.vi, level.name.en, level.meaning.vi, level.meaning.en)?;
    }
    writeln!(page)
}

fn rules(page: &mut String, framework: &Framework) -> std::fmt::Result {
    writeln!(page, "## Rules\n\n| | What | Rule | Standing | Sources | Note |\n|---|---|---|---|---|---|")?;
    row(page, "", "how points are awarded", &format!("`{}`", framework.award.rule.as_str()), &framework.award.basis)?;
    row(page, "", "one level per institution", &format!("`{}`", framework.overall.rule.as_str()), &framework.overall.basis)?;
    let effect = &framework.conditions_effect;
    row(page, "", "effect of an unmet condition", &format!("`{}`", effect.effect.as_str()), &effect.basis)?;
    let not_applicable = if framework.not_applicable.allowed { "allowed" } else { "not allowed" };
    row(page, "", "\"not applicable\"", not_applicable, &framework.not_applicable.basis)?;
    writeln!(page)
}

fn procedure(page: &mut String, framework: &Framework) -> std::fmt::Result {
    let Some(procedure) = &framework.procedure else { return Ok(()) };
    writeln!(page, "## Procedure\n\n| Where | Step, by whom | Last day | Standing | Sources | Note |\n|---|---|---|---|---|---|")?;
    for step in &procedure.steps {
        let what = format!("{}, by the {}: {}", step.step.replace('_', " "), step.by, step.note.as_deref().unwrap_or_default());
        row(page, &step.scope, &what, &step.deadline, &step.basis)?;
    }
    writeln!(page)?;
    for (role, part) in &procedure.roles {
        writeln!(page, "- **{role}**: {part}")?;
    }
    writeln!(page, "\n{}\n", procedure.note.as_deref().unwrap_or_default())
}

fn row(page: &mut String, code: &str, what: &str, figure: &str, basis: &Basis) -> std::fmt::Result {
    let cells = [code, what, figure, basis.standing.as_str(), &basis.sources.join(", "), basis.note.as_deref().unwrap_or_default()];
    writeln!(page, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

fn bands(bands: &thuocdo::Bands) -> String {
    let texts: Vec<String> = bands.bands.iter().map(|band| format!("level {}: {band}", band.level)).collect();
    texts.join("; ")
}
