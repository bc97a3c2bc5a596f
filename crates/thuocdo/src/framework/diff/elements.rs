//! The elements of a framework or an overlay, each with its aspects in words of both languages.

use std::collections::BTreeMap;

use super::super::basis::{Basis, Wording};
use super::super::evidence::EvidenceRule;
use super::super::facts::Facts;
use super::super::figures::FigureKind;
use super::super::legal::Legal;
use super::super::model::{Condition, Criterion, Deadline, Framework, Group, Indicator};
use super::super::overlay::{LocalCondition, Overlay, OverlayCondition, OverlayIndicator, OverlayPart};
use super::super::rules::Rule;
use super::words::Say;
use super::{Aspect, Element};
use crate::text::{Lang, Remark, Text};

/// An element with its aspects. An aspect that it does not have is absent.
pub(super) struct Described {
    pub(super) aspects: BTreeMap<Aspect, Text>,
    pub(super) code: String,
    pub(super) element: Element,
}

impl Described {
    fn new(element: Element, code: &impl ToString) -> Described {
        Described { aspects: BTreeMap::new(), code: code.to_string(), element }
    }

    fn with(mut self, aspect: Aspect, text: Option<Text>) -> Described {
        self.aspects.extend(text.map(|text| (aspect, text)));
        self
    }

    fn basis(self, basis: &Basis) -> Described {
        let cited = |lang: Lang| match basis.sources.join(", ") {
            sources if sources.is_empty() => basis.standing.title(lang).to_owned(),
            sources => format!("{} ({sources})", basis.standing.title(lang)),
        };
        self.with(Aspect::Basis, Some(in_both(cited))).with(Aspect::Note, basis.note.as_ref().map(remark))
    }

    fn wording(self, wording: Option<&Wording>) -> Described {
        let text = |wording: &Wording, lang: Lang| {
            let note = wording.note.as_ref().map(|note| format!("; {}", note.get(lang))).unwrap_or_default();
            format!("{} ({}){note}", wording.kind.text(lang).0, wording.sources.join(", "))
        };
        self.with(Aspect::Wording, wording.map(|wording| in_both(|lang| text(wording, lang))))
    }

    /// What an overlay may add to an indicator or condition.
    fn added(self, rule: Option<&Rule>, facts: Option<&Facts>, guidance: Option<&Text>, evidence: Option<&EvidenceRule>) -> Described {
        self.with(Aspect::Rule, rule.map(rule_text))
            .with(Aspect::Facts, facts.map(facts_text))
            .with(Aspect::Guidance, guidance.cloned())
            .with(Aspect::Evidence, evidence.map(|evidence| in_both(|lang| evidence.text(lang))))
    }
}

pub(super) fn of_framework(framework: &Framework) -> Vec<Described> {
    let listed =
        |texts: Vec<Text>| (!texts.is_empty()).then(|| in_both(|lang| texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("; ")));
    let figure =
        |kind: FigureKind| framework.figures().into_iter().find(|figure| figure.kind == kind).map(|figure| in_both(|lang| figure.value(lang)));
    let procedure = framework.procedure.as_ref();
    let roles = procedure.map(|procedure| procedure.roles.iter().map(|(role, task)| named(role, &remark(task))).collect());
    let overlays = framework.overlays.iter().map(|laid| plain(&format!("{} ({}, {})", laid.id, laid.revision, laid.digest))).collect();
    let whole = head(&framework.id, framework.revision, &framework.title)
        .with(Aspect::Act, Some(act(&framework.legal)))
        .with(Aspect::Award, figure(FigureKind::Award))
        .with(Aspect::Effect, figure(FigureKind::ConditionsEffect))
        .with(Aspect::Note, procedure.and_then(|procedure| procedure.note.as_ref()).map(remark))
        .with(Aspect::Overall, figure(FigureKind::Overall))
        .with(Aspect::Overlays, listed(overlays))
        .with(Aspect::Roles, listed(roles.unwrap_or_default()))
        .with(Aspect::Unknown, listed(framework.unknown.clone()));
    let mut elements = vec![whole];
    elements.extend(framework.levels.iter().map(|level| {
        let text = in_both(|lang| format!("{}: {}", level.name.get(lang), level.meaning.get(lang)));
        Described::new(Element::Level, &level.level).with(Aspect::Title, Some(text))
    }));
    for group in &framework.groups {
        elements.push(of_group(group));
        elements.extend(group.conditions.iter().map(|condition| of_condition(condition, group)));
        for criterion in &group.criteria {
            elements.push(of_criterion(criterion, group));
            elements.extend(criterion.indicators.iter().map(|indicator| of_indicator(indicator, criterion)));
        }
    }
    elements.extend(procedure.into_iter().flat_map(|procedure| &procedure.steps).map(|step| of_deadline(framework, step)));
    elements.extend(sources(&framework.sources));
    elements
}

pub(super) fn of_overlay(overlay: &Overlay) -> Vec<Described> {
    let whole = head(&overlay.id, overlay.revision, &overlay.title)
        .with(Aspect::Base, Some(plain(&format!("{} ({})", overlay.base.id, overlay.base.digest))))
        .with(Aspect::Act, overlay.issued.as_ref().map(act))
        .basis(&overlay.basis);
    let mut elements = vec![whole];
    for (code, refined) in &overlay.indicators {
        let OverlayIndicator { facts, guidance, parts, required_evidence, rule, title } = refined;
        elements.push(
            Described::new(Element::Indicator, code)
                .added(rule.as_ref(), facts.as_ref(), guidance.as_ref(), required_evidence.as_ref())
                .with(Aspect::Title, title.clone()),
        );
        for part in parts.iter().flatten() {
            let OverlayPart { code: own, facts, guidance, max, required_evidence, rule, title } = part;
            elements.push(
                Described::new(Element::Indicator, own)
                    .added(rule.as_ref(), facts.as_ref(), guidance.as_ref(), required_evidence.as_ref())
                    .with(Aspect::Max, Some(in_both(|lang| max.text(lang))))
                    .with(Aspect::Parent, Some(inside(code)))
                    .with(Aspect::Title, Some(title.clone())),
            );
        }
    }
    for (code, OverlayCondition { guidance, required_evidence }) in &overlay.conditions {
        elements.push(Described::new(Element::Condition, code).added(None, None, guidance.as_ref(), required_evidence.as_ref()));
    }
    for LocalCondition { code, group, guidance, required_evidence, title } in &overlay.local_conditions {
        let condition = Described::new(Element::Condition, code).added(None, None, guidance.as_ref(), required_evidence.as_ref());
        elements.push(condition.with(Aspect::Parent, Some(inside(group))).with(Aspect::Title, Some(title.clone())));
    }
    elements.extend(sources(&overlay.sources));
    elements
}

fn head(id: &str, revision: u32, title: &Text) -> Described {
    Described::new(Element::Whole, &"")
        .with(Aspect::Id, Some(plain(id)))
        .with(Aspect::Revision, Some(plain(&revision.to_string())))
        .with(Aspect::Title, Some(title.clone()))
}

fn of_group(group: &Group) -> Described {
    Described::new(Element::Group, &group.code)
        .with(Aspect::Bands, Some(in_both(|lang| group.bands.text(lang))))
        .with(Aspect::Max, Some(in_both(|lang| group.max.text(lang))))
        .with(Aspect::Title, Some(group.title.clone()))
        .basis(&group.basis)
        .wording(group.wording.as_ref())
}

fn of_condition(condition: &Condition, group: &Group) -> Described {
    Described::new(Element::Condition, &condition.code)
        .added(None, None, condition.guidance.as_ref(), condition.required_evidence.as_ref())
        .with(Aspect::Parent, Some(inside(&group.code)))
        .with(Aspect::Title, Some(condition.title.clone()))
        .basis(&condition.basis)
        .wording(condition.wording.as_ref())
}

fn of_criterion(criterion: &Criterion, group: &Group) -> Described {
    Described::new(Element::Criterion, &criterion.code)
        .with(Aspect::Bands, criterion.bands.as_ref().map(|bands| in_both(|lang| bands.text(lang))))
        .with(Aspect::Evidence, criterion.evidence.as_ref().map(|evidence| evidence.text.clone()))
        .with(Aspect::Max, Some(in_both(|lang| criterion.max.text(lang))))
        .with(Aspect::Parent, Some(inside(&group.code)))
        .with(Aspect::Title, Some(criterion.title.clone()))
        .basis(&criterion.basis)
        .wording(criterion.wording.as_ref())
}

fn of_indicator(indicator: &Indicator, criterion: &Criterion) -> Described {
    Described::new(Element::Indicator, &indicator.code)
        .added(indicator.rule.as_ref(), indicator.facts.as_ref(), indicator.guidance.as_ref(), indicator.required_evidence.as_ref())
        .with(Aspect::Max, Some(in_both(|lang| indicator.max.text(lang))))
        .with(Aspect::Parent, Some(inside(&criterion.code)))
        .with(Aspect::Title, Some(indicator.title.clone()))
        .basis(&indicator.basis)
        .wording(indicator.wording.as_ref())
}

fn of_deadline(framework: &Framework, step: &Deadline) -> Described {
    let scope = |lang| framework.scope_title(&step.scope, lang).unwrap_or(&step.scope);
    let task = in_both(|lang| match step.note.as_ref().or(step.basis.note.as_ref()) {
        Some(task) => format!("{}: {}", scope(lang), task.get(lang)),
        None => scope(lang).to_owned(),
    });
    Described::new(Element::Deadline, &format!("{} · {}", step.scope, step.step))
        .with(Aspect::Day, Some(plain(&step.deadline)))
        .with(Aspect::Roles, Some(plain(&step.by)))
        .with(Aspect::Title, Some(task))
        .basis(&step.basis)
}

fn sources(sources: &BTreeMap<String, Remark>) -> impl Iterator<Item = Described> {
    sources.iter().map(|(name, text)| Described::new(Element::Source, name).with(Aspect::Title, Some(remark(text))))
}

fn act(legal: &Legal) -> Text {
    in_both(|lang| format!("{}: {}", legal.cited(lang), legal.title))
}

/// How points follow; in words also if the assessor sets them.
fn rule_text(rule: &Rule) -> Text {
    in_both(|lang| rule.text(lang).unwrap_or_else(|| Say::Direct.template(lang).to_owned()))
}

fn facts_text(facts: &Facts) -> Text {
    let labels = facts.labels();
    in_both(|lang| labels.iter().filter_map(|(_, label)| label.map(|label| label.text(lang))).collect::<Vec<_>>().join(" / "))
}

fn inside(code: &str) -> Text {
    in_both(|lang| Say::Inside.say(lang, &[("code", &code)]))
}

fn named(name: &str, text: &Text) -> Text {
    in_both(|lang| format!("{name}: {}", text.get(lang)))
}

fn remark(remark: &Remark) -> Text {
    in_both(|lang| remark.get(lang).to_owned())
}

fn plain(text: &str) -> Text {
    in_both(|_| text.to_owned())
}

fn in_both(text: impl Fn(Lang) -> String) -> Text {
    Text { en: text(Lang::En), vi: text(Lang::Vi) }
}
