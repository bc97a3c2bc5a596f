//! An overlay from nothing: a person names codes, and gets a file that is valid and says what is still to be written.

use std::collections::BTreeMap;

use super::super::basis::{Basis, Standing};
use super::super::code::Code;
use super::super::evidence::EvidenceRule;
use super::super::facts::{FactLabel, Facts};
use super::super::legal::Legal;
use super::super::model::{Framework, Indicator};
use super::super::rules::{Rule, Step, StepsOf};
use super::super::words::of_share;
use super::words::Say;
use super::{LocalCondition, Overlay, OverlayBase, OverlayCondition, OverlayIndicator};
use crate::points::Points;
use crate::text::{Lang, Remark, Text};
use crate::violation::Violations;

/// What an overlay is to add to a framework.
///
/// ```
/// use thuocdo::{Draft, DraftRule, Framework, Lang, Text};
///
/// let national = Framework::shipped("moet-4725-2022")?;
/// let mut draft = Draft { id: "vi-du".to_owned(), ..Draft::default() };
/// draft.rules.insert("1.6.1".to_owned(), DraftRule::Share { unit: Some(Text::only(Lang::Vi, "giáo viên")) });
/// draft.evidence.insert("1.6.1".to_owned(), 1);
/// let overlay = draft.overlay(&national)?;
/// assert!(overlay.apply(&national).is_ok());
/// assert_eq!(overlay.undecided(), ["/title", "/basis/note"]);
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// How many pieces of evidence an indicator or a condition needs, by its code.
    pub evidence: BTreeMap<String, u32>,
    /// The id of the local framework.
    pub id: String,
    /// The act that issues the overlay; without it, the overlay only illustrates.
    pub issued: Option<Legal>,
    /// Conditions of its own: code and requirement. The code begins with that of the group: `1.hp1`.
    pub local_conditions: Vec<(String, Text)>,
    /// The rules of indicators, by code.
    pub rules: BTreeMap<String, DraftRule>,
    /// The name of the local framework; without it, a text that says that one is to be written.
    pub title: Option<Text>,
}

/// The rule of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftRule {
    /// All or nothing.
    Flag,
    /// In proportion, of what is counted in this unit: "teachers".
    Share {
        /// What is counted.
        unit: Option<Text>,
    },
    /// By a table; an empty one is filled with two rows that hold the place.
    Steps {
        /// What the rows are compared with.
        of: StepsOf,
        /// The rows.
        table: Vec<Step>,
        /// What is counted.
        unit: Option<Text>,
    },
}

impl Draft {
    /// The overlay for `base`. The base's digest is filled in; facts get titles from the base's own words. What a person must decide is a
    /// text that says so: see [`Overlay::undecided`].
    ///
    /// # Errors
    /// Every reason why such an overlay cannot be: an id that is none, a code that the base does not have, a rule that the base has already.
    pub fn overlay(&self, base: &Framework) -> Result<Overlay, Violations> {
        let mut overlay = Overlay {
            base: OverlayBase { digest: base.digest(), id: base.id.clone() },
            basis: Basis { note: Some(Remark::Both(marked(Say::DraftBasis))), sources: Vec::new(), standing: Standing::Assumed },
            format: 1,
            id: self.id.clone(),
            issued: self.issued.clone(),
            local_conditions: self.local_conditions.iter().map(|(code, title)| local_condition(code, title)).collect(),
            revision: 1,
            title: self.title.clone().unwrap_or_else(|| marked(Say::DraftTitle)),
            ..Overlay::default()
        };
        for (code, rule) in &self.rules {
            overlay.indicators.insert(code.clone(), base.indicator(code).map(|known| rule.refined(known)).unwrap_or_default());
        }
        for (code, at_least) in &self.evidence {
            let required = Some(EvidenceRule { at_least: *at_least, ..EvidenceRule::default() });
            if base.condition(code).is_some() {
                overlay.conditions.insert(code.clone(), OverlayCondition { required_evidence: required, ..OverlayCondition::default() });
            } else {
                overlay.indicators.entry(code.clone()).or_default().required_evidence = required;
            }
        }
        let mut violations = Violations::default();
        overlay.judge(base, "", &mut violations);
        violations.or(overlay)
    }
}

impl Overlay {
    /// The overlay as a file for people to edit: JSON with indents, and a line end.
    pub fn to_file(&self) -> String {
        // Writing to memory cannot fail: the keys are strings.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl DraftRule {
    fn refined(&self, known: &Indicator) -> OverlayIndicator {
        let title = &known.title;
        let facts = match self {
            DraftRule::Flag => Facts { met: Some(FactLabel { title: title.in_both_languages(), unit: None }), ..Facts::default() },
            DraftRule::Share { unit } | DraftRule::Steps { of: StepsOf::Percent, unit, .. } => share(title, unit.as_ref()),
            DraftRule::Steps { of: StepsOf::Count, unit, .. } => {
                let counted = in_both(|lang| Say::CountOf.say(lang, &[("title", &title.get(lang))]));
                Facts { count: Some(FactLabel { title: counted, unit: Some(unit_of(unit.as_ref())) }), ..Facts::default() }
            }
        };
        let (rule, guidance) = match self {
            DraftRule::Flag => (Rule::Flag, None),
            DraftRule::Share { .. } => (Rule::Share, None),
            DraftRule::Steps { of, table, .. } if table.is_empty() => {
                (Rule::Steps { of: *of, table: placeholder(*of, known.max) }, Some(marked(Say::DraftSteps)))
            }
            DraftRule::Steps { of, table, .. } => (Rule::Steps { of: *of, table: table.clone() }, None),
        };
        OverlayIndicator { facts: Some(facts), guidance, rule: Some(rule), ..OverlayIndicator::default() }
    }
}

/// Two steps: nothing gives no points; one thing, or all of them, gives the maximum.
fn placeholder(of: StepsOf, max: Points) -> Vec<Step> {
    let last = match of {
        StepsOf::Count => 100,
        StepsOf::Percent => 10_000,
    };
    let row = |at_least, points| Step { at_least: Points::from_hundredths(at_least).unwrap_or_default(), points };
    vec![row(0, Points::ZERO), row(last, max)]
}

/// The labels of a part and its whole. A title such as "Tỉ lệ giáo viên có tài khoản" gives "Số giáo viên có tài khoản".
fn share(title: &Text, unit: Option<&Text>) -> Facts {
    let part = in_both(|lang| {
        let title = title.get(lang);
        match of_share(title, lang) {
            Some(what) => Say::NumberOf.say(lang, &[("what", &what)]),
            None => Say::ReachedOf.say(lang, &[("title", &title)]),
        }
    });
    let whole = in_both(|lang| match unit.filter(|unit| unit.is_in(lang)) {
        Some(unit) => Say::WholeOfUnit.say(lang, &[("unit", &unit.get(lang))]),
        None => Say::WholeOf.say(lang, &[("title", &title.get(lang))]),
    });
    let label = |title| Some(FactLabel { title, unit: Some(unit_of(unit)) });
    Facts { part: label(part), whole: label(whole), ..Facts::default() }
}

fn unit_of(unit: Option<&Text>) -> Text {
    unit.cloned().unwrap_or_else(|| marked(Say::DraftUnit))
}

/// A condition of the group whose code its own begins with.
fn local_condition(code: &str, title: &Text) -> LocalCondition {
    let group = code.split('.').next().unwrap_or_default();
    LocalCondition { code: Code::unchecked(code), group: Code::unchecked(group), title: title.clone(), ..LocalCondition::default() }
}

fn marked(say: Say) -> Text {
    in_both(|lang| say.template(lang).to_owned())
}

fn in_both(text: impl Fn(Lang) -> String) -> Text {
    Text { en: text(Lang::En), vi: text(Lang::Vi) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn national() -> Result<Framework, Violations> {
        Framework::shipped("moet-4725-2022")
    }

    fn draft(rules: &[(&str, DraftRule)]) -> Draft {
        Draft { id: "thu".to_owned(), rules: rules.iter().map(|(code, rule)| ((*code).to_owned(), rule.clone())).collect(), ..Draft::default() }
    }

    #[test]
    fn facts_have_the_words_of_the_framework() -> Result<(), Violations> {
        let teachers = Some(Text { en: "teachers".to_owned(), vi: "giáo viên".to_owned() });
        let overlay = draft(&[("1.6.1", DraftRule::Share { unit: teachers }), ("1.7.2", DraftRule::Share { unit: None })]).overlay(&national()?)?;
        let titles = |code: &str| {
            let facts = overlay.indicators.get(code).and_then(|indicator| indicator.facts.clone()).unwrap_or_default();
            [facts.part, facts.whole].map(|label| label.map(|label| [label.title.vi, label.title.en]).unwrap_or_default())
        };
        assert_eq!(
            titles("1.6.1"),
            [
                ["Số giáo viên có tài khoản bồi dưỡng trực tuyến", "Number of teachers with an online-training account"],
                ["Tổng số giáo viên", "All teachers"],
            ]
        );
        // Its title is no share, and nobody has said what is counted.
        assert_eq!(titles("1.7.2")[0][0], "Số đạt: Mức độ đáp ứng yêu cầu dạy môn Tin học");
        assert_eq!(overlay.undecided(), ["/title", "/basis/note", "/indicators/1.7.2/facts/part/unit", "/indicators/1.7.2/facts/whole/unit"]);
        Ok(())
    }

    #[test]
    fn steps_that_nobody_gave_hold_the_place_and_say_so() -> Result<(), Violations> {
        let base = national()?;
        let steps = |of| DraftRule::Steps { of, table: Vec::new(), unit: Some(Text::only(Lang::Vi, "học liệu")) };
        let overlay = draft(&[("1.4.1", steps(StepsOf::Count)), ("1.6.2", steps(StepsOf::Percent))]).overlay(&base)?;
        let local = overlay.apply(&base)?;
        let rule = |code: &str| local.indicator(code).and_then(|indicator| indicator.rule.as_ref()?.text(Lang::En)).unwrap_or_default();
        assert_eq!((rule("1.4.1").as_str(), rule("1.6.2").as_str()), ("≥ 0: 0 · ≥ 1: 10", "≥ 0%: 0 · ≥ 100%: 7"));
        assert!(overlay.undecided().contains(&"/indicators/1.4.1/guidance".to_owned()));
        Ok(())
    }

    #[test]
    fn what_the_base_does_not_allow_is_refused() {
        let refused = |draft: Draft| -> Vec<(String, String)> {
            let violations = national().and_then(|base| draft.overlay(&base)).err().unwrap_or_default();
            violations.iter().map(|violation| (violation.code().as_str().to_owned(), violation.at().to_owned())).collect()
        };
        let place = |code: &str, at: &str| vec![(code.to_owned(), at.to_owned())];
        assert_eq!(refused(draft(&[("1.6.9", DraftRule::Flag)])), place("unknown_indicator", "/indicators/1.6.9"));
        assert_eq!(refused(Draft { id: "Hải Phòng".to_owned(), ..Draft::default() }), place("ill_formed_code", "/id"));
        let own = Draft { local_conditions: vec![("7.hp".to_owned(), Text::only(Lang::Vi, "Có"))], ..draft(&[]) };
        assert_eq!(refused(own), place("unknown_group", "/local_conditions/0/group"));
        assert_eq!(
            refused(Draft { evidence: [("1.6.1".to_owned(), 0)].into(), ..draft(&[]) }),
            place("unknown_value", "/indicators/1.6.1/required_evidence/at_least")
        );
    }
}
