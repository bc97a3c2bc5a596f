//! What changed from one framework to another, or from one overlay to another, by code.
//!
//! `elements` describes both sides as lists of elements, each with its aspects in words. Here the two lists are compared, and `report`
//! says the changes with the sentences of `words`.

mod elements;
mod report;
mod words;

use std::collections::BTreeSet;

use serde::Serialize;

use self::elements::{Described, of_framework, of_overlay};
use super::model::Framework;
use super::overlay::Overlay;
use super::reference::FrameworkRef;
use crate::canonical;
use crate::text::{Lang, Text};

/// What changed from one framework to another, or from one overlay to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Diff {
    /// The second one.
    pub after: FrameworkRef,
    /// The first one.
    pub before: FrameworkRef,
    /// The changes, in the order of the first one; what only the second one has comes last.
    pub changes: Vec<Changed>,
}

/// One change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Changed {
    /// The value in the second one, in words; null if it has none.
    pub after: Option<Text>,
    /// What of the element changed.
    pub aspect: Aspect,
    /// The value in the first one, in words; null if it has none.
    pub before: Option<Text>,
    /// Code of the group, criterion, condition or indicator; number of the level; name of the source; empty for the whole.
    pub code: String,
    /// What kind of element it is.
    pub element: Element,
}

crate::words! {
    /// A kind of element.
    #[derive(Default)]
    pub enum Element {
        /// The framework or overlay as a whole.
        #[default]
        Whole = "whole" ("cả bộ", "the whole"),
        /// A level.
        Level = "level" ("mức độ", "level"),
        /// A group of criteria.
        Group = "group" ("nhóm", "group"),
        /// A mandatory condition.
        Condition = "condition" ("điều kiện", "condition"),
        /// A criterion.
        Criterion = "criterion" ("tiêu chí", "criterion"),
        /// An indicator, or a part of one.
        Indicator = "indicator" ("mục", "indicator"),
        /// A deadline.
        Deadline = "deadline" ("thời hạn", "deadline"),
        /// A source.
        Source = "source" ("nguồn", "source"),
    }
}

crate::words! {
    /// What of an element changed.
    #[derive(Default)]
    pub enum Aspect {
        /// That the element is there.
        #[default]
        Presence = "presence" ("có hay không", "whether it is there"),
        /// The act that issued it.
        Act = "act" ("văn bản ban hành", "the act"),
        /// The rule for points of indicators without a rule of their own.
        Award = "award" ("cách cho điểm chung", "how points are awarded"),
        /// The points of each level.
        Bands = "bands" ("khoảng điểm của các mức độ", "the bands"),
        /// What an overlay is laid on.
        Base = "base" ("bộ chỉ số được cụ thể hóa", "the base"),
        /// What the figures rest on.
        Basis = "basis" ("nguồn xác nhận", "the basis"),
        /// The last day.
        Day = "day" ("ngày", "the day"),
        /// The effect of an unmet condition.
        Effect = "effect" ("hệ quả khi điều kiện chưa đạt", "the effect of an unmet condition"),
        /// The evidence that is required, or that the act lists.
        Evidence = "evidence" ("minh chứng", "the evidence"),
        /// The facts that the rule uses.
        Facts = "facts" ("số liệu cần nêu", "the facts"),
        /// How to answer.
        Guidance = "guidance" ("hướng dẫn", "the guidance"),
        /// The id.
        Id = "id" ("mã của bộ chỉ số", "the id"),
        /// Where the element stands.
        Parent = "parent" ("vị trí", "the place"),
        /// The maximum points.
        Max = "max" ("điểm tối đa", "the maximum"),
        /// A remark for the reader.
        Note = "note" ("ghi chú", "the note"),
        /// The overlays that were applied.
        Overlays = "overlays" ("các bản cụ thể hóa đã áp dụng", "the overlays"),
        /// How the level of the institution follows.
        Overall = "overall" ("cách xếp mức độ chung", "the overall level"),
        /// The revision.
        Revision = "revision" ("số bản", "the revision"),
        /// The tasks of the roles.
        Roles = "roles" ("nhiệm vụ của các bên", "the roles"),
        /// The rule for points.
        Rule = "rule" ("cách tính", "the rule"),
        /// The title.
        Title = "title" ("tên gọi", "the title"),
        /// What no source says.
        Unknown = "unknown" ("những điều chưa nguồn nào cho biết", "what no source says"),
        /// Who worded the title.
        Wording = "wording" ("lời văn", "the wording"),
    }
}

impl Diff {
    /// What changed from one framework to another.
    ///
    /// ```
    /// use thuocdo::{Diff, Framework};
    ///
    /// let national = Framework::shipped("moet-4725-2022")?;
    /// let mut renamed = national.clone();
    /// renamed.groups[0].title.en = "Teaching".to_owned();
    /// let diff = Diff::of_frameworks(&national, &renamed);
    /// assert_eq!((diff.changes.len(), diff.changes[0].code.as_str()), (1, "1"));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    pub fn of_frameworks(before: &Framework, after: &Framework) -> Diff {
        Diff { after: after.into(), before: before.into(), changes: changes(of_framework(before), of_framework(after)) }
    }

    /// What changed from one overlay to another.
    pub fn of_overlays(before: &Overlay, after: &Overlay) -> Diff {
        Diff { after: after.into(), before: before.into(), changes: changes(of_overlay(before), of_overlay(after)) }
    }

    /// The changes as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        canonical(self)
    }
}

/// Compares elements of the same kind and code, aspect by aspect.
fn changes(before: Vec<Described>, mut after: Vec<Described>) -> Vec<Changed> {
    let mut changes = Vec::new();
    for old in before {
        match after.iter().position(|new| new.is_same(&old)) {
            None => changes.push(old.presence(|title| (Some(title), None))),
            Some(place) => compare(&old, &after.remove(place), &mut changes),
        }
    }
    changes.extend(after.into_iter().map(|new| new.presence(|title| (None, Some(title)))));
    changes
}

fn compare(old: &Described, new: &Described, changes: &mut Vec<Changed>) {
    let aspects: BTreeSet<Aspect> = old.aspects.keys().chain(new.aspects.keys()).copied().collect();
    for aspect in aspects {
        let (before, after) = (old.aspects.get(&aspect), new.aspects.get(&aspect));
        if before != after {
            changes.push(Changed { after: after.cloned(), aspect, before: before.cloned(), code: old.code.clone(), element: old.element });
        }
    }
}

impl Described {
    fn is_same(&self, other: &Described) -> bool {
        (self.element, &self.code) == (other.element, &other.code)
    }

    /// That only one side has the element: its title, or all that is said of it.
    fn presence(&self, sides: impl FnOnce(Text) -> (Option<Text>, Option<Text>)) -> Changed {
        let everything = |lang| {
            let said = self.aspects.iter().map(|(aspect, text)| format!("{}: {}", aspect.name(lang), text.get(lang)));
            said.collect::<Vec<_>>().join("; ")
        };
        let title = self.aspects.get(&Aspect::Title).cloned();
        let (before, after) = sides(title.unwrap_or_else(|| Text { en: everything(Lang::En), vi: everything(Lang::Vi) }));
        Changed { after, aspect: Aspect::Presence, before, code: self.code.clone(), element: self.element }
    }
}
