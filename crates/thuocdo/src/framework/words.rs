//! What is asked of whoever answers, in words: for forms, lists and reports.

use super::basis::Standing;
use super::local::{EvidenceRule, FactLabel, Facts};
use super::model::{Condition, Framework, Indicator};
use super::rules::{Rule, StepsOf};
use crate::sentences;
use crate::text::{Lang, Phrase, Text, phrase};

sentences! {
    /// What is said of rules, facts and evidence.
    pub(crate) enum Say {
        Cited: "{act} ngày {issued} của {issuer}", "{act} of {issued}, {issuer}";
        Flag: "đạt: điểm tối đa; không đạt: 0", "met: the maximum; unmet: 0";
        Share: "điểm tối đa × số đạt / tổng số", "the maximum × part / whole";
        Unit: "{title} ({unit})", "{title} ({unit})";
        Ask: "Cần nêu: {facts}", "Asked for: {facts}";
        Evidence: "Minh chứng: ít nhất {count}", "Evidence: at least {count}";
        Kinds: "thuộc loại: {kinds}", "of the kinds: {kinds}";
        Age: "không cũ hơn {days} ngày tính đến ngày đánh giá", "not older than {days} days on the day of the assessment";
    }
}

impl Framework {
    /// That one level for an institution is practice, where the act does not say it.
    pub fn overall_note(&self, lang: Lang) -> Option<&'static str> {
        (self.overall.basis.standing == Standing::Assumed).then(|| phrase(Phrase::OverallAssumedLine, lang))
    }
}

impl Rule {
    /// How points follow, where they are not given as they are.
    pub fn text(&self, lang: Lang) -> Option<String> {
        match self {
            Rule::Direct => None,
            Rule::Flag => Some(Say::Flag.template(lang).to_owned()),
            Rule::Share => Some(Say::Share.template(lang).to_owned()),
            Rule::Steps { of, table } => {
                let percent = if *of == StepsOf::Percent { "%" } else { "" };
                let steps: Vec<String> =
                    table.iter().map(|step| format!("≥ {}{percent}: {}", step.at_least.text(lang), step.points.text(lang))).collect();
                Some(steps.join(" · "))
            }
        }
    }
}

impl FactLabel {
    /// What is asked, and what it is counted in.
    pub fn text(&self, lang: Lang) -> String {
        match &self.unit {
            None => self.title.get(lang).to_owned(),
            Some(unit) => Say::Unit.say(lang, &[("title", &self.title.get(lang)), ("unit", &unit.get(lang))]),
        }
    }
}

impl Facts {
    /// Each fact that is asked for; a part before its whole.
    pub fn text(&self, lang: Lang) -> String {
        let texts: Vec<String> = self.labels().into_iter().filter_map(|(_, label)| label.map(|label| label.text(lang))).collect();
        Say::Ask.say(lang, &[("facts", &texts.join(" / "))])
    }
}

impl EvidenceRule {
    /// How many, of which kinds and how old.
    pub fn text(&self, lang: Lang) -> String {
        let mut parts = vec![Say::Evidence.say(lang, &[("count", &self.at_least)])];
        if !self.kinds.is_empty() {
            let kinds: Vec<String> = self.kinds.iter().map(|(kind, title)| format!("{} (`{kind}`)", title.get(lang))).collect();
            parts.push(Say::Kinds.say(lang, &[("kinds", &kinds.join(", "))]));
        }
        parts.extend(self.max_age_days.map(|days| Say::Age.say(lang, &[("days", &days)])));
        parts.join("; ")
    }
}

impl Indicator {
    /// What helps to answer it, a line each: its facts, its guidance, the evidence it needs. Nothing of most.
    pub fn help(&self, lang: Lang) -> Vec<String> {
        help(self.facts.as_ref(), self.guidance.as_ref(), self.required_evidence.as_ref(), lang)
    }
}

impl Condition {
    /// What helps to answer it, a line each: its guidance, the evidence it needs. Nothing of most.
    pub fn help(&self, lang: Lang) -> Vec<String> {
        help(None, self.guidance.as_ref(), self.required_evidence.as_ref(), lang)
    }
}

pub(super) fn help(facts: Option<&Facts>, guidance: Option<&Text>, evidence: Option<&EvidenceRule>, lang: Lang) -> Vec<String> {
    let facts = facts.map(|facts| facts.text(lang));
    let guidance = guidance.map(|guidance| guidance.get(lang).to_owned());
    let evidence = evidence.map(|evidence| evidence.text(lang));
    [facts, guidance, evidence].into_iter().flatten().collect()
}
