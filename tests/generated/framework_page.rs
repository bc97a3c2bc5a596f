//! `docs/FRAMEWORK-4725.md`: every figure, its standing, its source, what is unknown.

use std::fmt::Write;

use thuocdo::{Basis, Framework, Lang, Remark, Rule, Standing, Text, Wording, WordingKind};

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
    wordings(page)?;
    levels(page, framework)?;
    rules(page, framework)?;
    for group in &framework.groups {
        writeln!(page, "## Group {}: {} ({})\n", group.code, group.title.vi, group.title.en)?;
        writeln!(page, "| Code | What | Figure | Standing | Sources | Note |\n|---|---|---|---|---|---|")?;
        let title = worded(&group.title, group.wording.as_ref());
        row(page, &group.code, &format!("maximum of the group: {title}"), &group.max.to_string(), &group.basis)?;
        row(page, &group.code, "bands of the group", &group.bands.text(Lang::En), &group.bands.basis)?;
        for condition in &group.conditions {
            let title = worded(&condition.title, condition.wording.as_ref());
            row(page, &condition.code, &format!("condition: {title}"), "must be met", &condition.basis)?;
        }
        for criterion in &group.criteria {
            let title = worded(&criterion.title, criterion.wording.as_ref());
            row(page, &criterion.code, &format!("criterion: {title}"), &criterion.max.to_string(), &criterion.basis)?;
            if let Some(bands) = &criterion.bands {
                row(page, &criterion.code, "bands of the criterion", &bands.text(Lang::En), &bands.basis)?;
            }
            if let Some(evidence) = &criterion.evidence {
                let text = worded(&evidence.text, evidence.wording.as_ref());
                row(page, &criterion.code, &format!("evidence: {text}"), "asked for", &evidence.basis)?;
            }
            for indicator in &criterion.indicators {
                let figure = match framework.rule_of(indicator) {
                    Rule::Direct => indicator.max.to_string(),
                    rule => format!("{} by `{}`", indicator.max, rule.as_str()),
                };
                row(page, &indicator.code, &worded(&indicator.title, indicator.wording.as_ref()), &figure, &indicator.basis)?;
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
        writeln!(page, "- **{id}**: {}", description.get(Lang::En))?;
    }
    Ok(())
}

fn standings(page: &mut String, framework: &Framework) -> std::fmt::Result {
    writeln!(page, "## How firm the figures are\n\n| Standing | Meaning | Figures |\n|---|---|---|")?;
    let figures = framework.figures();
    for standing in Standing::ALL {
        let count = figures.iter().filter(|figure| figure.basis.standing == standing).count();
        let meaning = standing.meaning(Lang::En);
        writeln!(page, "| `{}` | {meaning} | {count} |", standing.as_str())?;
    }
    writeln!(page, "\nCounted are the figures and rules that a result can rest on: {} in all.\n", figures.len())
}

fn wordings(page: &mut String) -> std::fmt::Result {
    writeln!(
        page,
        "Behind each title stands whose words the Vietnamese is, and where they are read; the English is always ours.\n\n| Wording | Meaning |\n|---|---|"
    )?;
    for kind in WordingKind::ALL {
        writeln!(page, "| `{}` | {} |", kind.as_str(), kind.text(Lang::En).1)?;
    }
    writeln!(page)
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
        let what = format!("{}, by the {}: {}", step.step.replace('_', " "), step.by, remark(step.note.as_ref()));
        row(page, &step.scope, &what, &step.deadline, &step.basis)?;
    }
    writeln!(page)?;
    for (role, part) in &procedure.roles {
        writeln!(page, "- **{role}**: {}", part.get(Lang::En))?;
    }
    writeln!(page, "\n{}\n", remark(procedure.note.as_ref()))
}

fn row(page: &mut String, code: &str, what: &str, figure: &str, basis: &Basis) -> std::fmt::Result {
    let cells = [code, what, figure, basis.standing.as_str(), &basis.sources.join(", "), remark(basis.note.as_ref())];
    writeln!(page, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

fn remark(remark: Option<&Remark>) -> &str {
    remark.map_or("", |remark| remark.get(Lang::En))
}

/// A title in both languages, and whose words the Vietnamese is.
fn worded(title: &Text, wording: Option<&Wording>) -> String {
    let Some(wording) = wording else { return format!("{} ({})", title.vi, title.en) };
    let of = if wording.sources.is_empty() { String::new() } else { format!(" ({})", wording.sources.join(", ")) };
    let note = wording.note.as_ref().map(|note| format!(": {}", note.get(Lang::En))).unwrap_or_default();
    format!("{} ({}). *{}{of}{note}*", title.vi, title.en, wording.kind.as_str())
}
