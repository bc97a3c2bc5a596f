//! Columns of results: points and levels that a table states beside its answers, or without any. A reader looks for them only on request;
//! else they are columns of others.

use thuocdo::json::Value;
use thuocdo::{Framework, Points};

use crate::cell::{Cell, folded};
use crate::fact::{FactKind, whole_number};

/// A column of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimColumn {
    part: Part,
    end: End,
}

/// What of a result a column states. A group is named by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Eligible,
    Level(usize),
    Overall,
    Refused,
    Score(usize),
}

/// Which end of a range a column states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Both,
    High,
    Low,
}

/// The groups of a framework, whose results a table may state.
#[derive(Clone, Debug)]
pub(crate) struct Claims {
    groups: Vec<(String, Points)>,
}

/// A column that the reader found: its place, and what it states.
pub(crate) type Claimed = (usize, ClaimColumn);

impl Claims {
    pub(crate) fn of(framework: &Framework) -> Claims {
        Claims { groups: framework.groups.iter().map(|group| (group.code.to_string(), group.max)).collect() }
    }

    /// The column of a name: those that `score` writes, with and without an end, and those that people write.
    pub(crate) fn recognise(&self, name: &str) -> Option<ClaimColumn> {
        let name = folded(name);
        let (name, end) = match (name.strip_suffix(".low"), name.strip_suffix(".high")) {
            (Some(name), _) => (name.to_owned(), End::Low),
            (_, Some(name)) => (name.to_owned(), End::High),
            _ => (name.trim_end_matches([':', '*', ' ']).to_owned(), End::Both),
        };
        let part = match name.as_str() {
            "overall.level" | "overall level" | "mức độ chung" | "mức độ" | "xếp mức độ" | "level" => Part::Overall,
            "eligible" | "đủ điều kiện" | "đủ điều kiện xét công nhận" => Part::Eligible,
            "refused" | "từ chối" => Part::Refused,
            name => self.groups.iter().enumerate().find_map(|(group, (code, _))| of_group(name, code, group))?,
        };
        let has_ends = !matches!(part, Part::Eligible | Part::Refused);
        (end == End::Both || has_ends).then_some(ClaimColumn { part, end })
    }

    /// What a row states, as `{ "eligible", "groups": { "1": { "level", "score" } }, "level", "refused" }` with what it has of these.
    pub(crate) fn value<'a>(&'a self, columns: &[Claimed], cell: impl Fn(usize) -> Option<Cell<'a>>) -> Value<'a> {
        let mut entries = Vec::new();
        let of = |part: Part| {
            let own = || columns.iter().filter(|(_, column)| column.part == part);
            let read = |index: usize| cell(index).map(|cell| self.cell(part, cell));
            if let Some((index, _)) = own().find(|(_, column)| column.end == End::Both) {
                return read(*index);
            }
            let ends = own().filter_map(|(index, column)| Some(((if column.end == End::Low { "low" } else { "high" }).into(), read(*index)?)));
            let ends: Vec<_> = ends.collect();
            (!ends.is_empty()).then_some(Value::Object(ends))
        };
        let groups = self.groups.iter().enumerate().filter_map(|(group, (code, _))| {
            let own = [("level", of(Part::Level(group))), ("score", of(Part::Score(group)))];
            let own: Vec<_> = own.into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect();
            (!own.is_empty()).then(|| (code.as_str().into(), Value::Object(own)))
        });
        entries.push(("groups".into(), Value::Object(groups.collect())));
        for (key, part) in [("eligible", Part::Eligible), ("level", Part::Overall), ("refused", Part::Refused)] {
            entries.extend(of(part).map(|value| (key.into(), value)));
        }
        Value::Object(entries)
    }

    fn cell<'a>(&self, part: Part, cell: Cell<'a>) -> Value<'a> {
        match part {
            Part::Eligible | Part::Refused => FactKind::Met.value(cell),
            Part::Level(_) | Part::Overall => whole_number(cell),
            Part::Score(group) => FactKind::Points(self.groups.get(group).map_or(Points::MAX, |(_, max)| *max)).value(cell),
        }
    }

    /// The column of a pointer into what a row states.
    #[cfg(feature = "csv")]
    pub(crate) fn column_at(&self, columns: &[Claimed], pointer: &str) -> Option<usize> {
        let part = |column: &ClaimColumn| match column.part {
            Part::Eligible => "/eligible".to_owned(),
            Part::Overall => "/level".to_owned(),
            Part::Refused => "/refused".to_owned(),
            Part::Level(group) | Part::Score(group) => {
                let code = self.groups.get(group).map_or("", |(code, _)| code.as_str());
                let of = if matches!(column.part, Part::Level(_)) { "level" } else { "score" };
                format!("/groups/{code}/{of}")
            }
        };
        columns.iter().find(|(_, column)| pointer.starts_with(&part(column))).map(|(index, _)| *index)
    }
}

/// A column of one group, by its code: `group.1.score`, `Điểm nhóm 1`, `Nhóm 1: điểm`.
fn of_group(name: &str, code: &str, group: usize) -> Option<Part> {
    let is = |before: &str, after: &str| name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)) == Some(code);
    let score =
        [("group.", ".score"), ("điểm nhóm ", ""), ("tổng điểm nhóm ", ""), ("nhóm ", ": điểm"), ("group ", ": points"), ("points of group ", "")];
    let level = [("group.", ".level"), ("mức độ nhóm ", ""), ("nhóm ", ": mức độ"), ("group ", ": level"), ("level of group ", "")];
    if score.iter().any(|(before, after)| is(before, after)) {
        Some(Part::Score(group))
    } else {
        level.iter().any(|(before, after)| is(before, after)).then_some(Part::Level(group))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_named_as_programs_and_people_write_them() {
        let framework = Framework::shipped("moet-4725-2022").expect("shipped");
        let claims = Claims::of(&framework);
        let found = |name: &str| claims.recognise(name).map(|column| (column.part, column.end));
        for name in ["group.1.score", "Điểm nhóm 1", "Nhóm 1: điểm", "TỔNG ĐIỂM NHÓM 1:", "Points of group 1", "Điểm nhóm 1 *"] {
            assert_eq!(found(name), Some((Part::Score(0), End::Both)), "{name}");
        }
        assert_eq!(found("group.2.level.high"), Some((Part::Level(1), End::High)));
        assert_eq!(found("overall.level.low"), Some((Part::Overall, End::Low)));
        assert_eq!(found("Mức độ chung"), Some((Part::Overall, End::Both)));
        // There is no group 3, an indicator is no group, and eligibility has no ends.
        for name in ["group.3.score", "Điểm nhóm 3", "1.3.1", "Điểm", "eligible.low", "Tên trường", ""] {
            assert_eq!(found(name), None, "{name}");
        }
    }
}
