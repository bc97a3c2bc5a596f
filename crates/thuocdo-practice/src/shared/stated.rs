//! What another program states of a result: points and levels of groups, the level as a whole, and whether nothing stands in the way. It is
//! read as far as it can be, and kept as it was written where it cannot: what is no level at all differs from every level.

use std::collections::BTreeMap;

use thuocdo::json::{Number, Read, Reader, Value, pointer};
use thuocdo::text::decimal;
use thuocdo::{BlockerCode, Framework, Lang, Level, Points, Range, Scorecard, Term, Violation, Violations};
use thuocdo_tables::folded;

thuocdo::sentences! {
    /// The names of what is stated, and of two of its values.
    enum Say {
        Score: "điểm nhóm {code}", "points of group {code}";
        Level: "mức độ nhóm {code}", "level of group {code}";
        Overall: "mức độ chung", "overall level";
        Eligible: "đủ điều kiện", "eligible";
        Refused: "từ chối", "refused";
        Yes: "có", "yes";
        No: "không", "no";
    }
}

/// A value that somebody states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stated<T> {
    /// That it is not known yet.
    Open,
    /// What is no such value, as it was written.
    Other(String),
    /// A value, or its two ends.
    Range(Range<T>),
}

/// What somebody states of one institution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StatedResult {
    pub(crate) eligible: Option<bool>,
    pub(crate) groups: StatedGroups,
    pub(crate) level: Option<Stated<Level>>,
    pub(crate) refused: Option<bool>,
}

/// What is stated of groups, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StatedGroups(pub(crate) BTreeMap<String, StatedGroup>);

/// What is stated of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StatedGroup {
    pub(crate) level: Option<Stated<Level>>,
    pub(crate) score: Option<Stated<Points>>,
}

thuocdo::record!(StatedResult { eligible ? value, groups ? list, level ? value, refused ? value });
thuocdo::record!(StatedGroup { level ? value, score ? value });

impl Read for StatedGroups {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<StatedGroups> {
        reader.map(value).map(StatedGroups)
    }
}

/// Points or a level.
pub(crate) trait Measure: Copy + PartialEq {
    fn of_number(number: Number) -> Option<Self>;
    fn of_text(text: &str) -> Option<Self>;
}

impl Measure for Points {
    fn of_number(number: Number) -> Option<Points> {
        number.points().ok()
    }

    fn of_text(text: &str) -> Option<Points> {
        text.parse().ok()
    }
}

impl Measure for Level {
    fn of_number(number: Number) -> Option<Level> {
        u8::try_from(number.count()?.get()).ok()?.try_into().ok()
    }

    fn of_text(text: &str) -> Option<Level> {
        text.parse::<u8>().ok()?.try_into().ok()
    }
}

/// The longest text that is kept of what is no value, in characters.
const EXCERPT: usize = 40;
/// What people and programs write for a value that is not known yet, folded.
const OPEN: [&str; 6] = ["chưa xác định", "chưa rõ", "undetermined", "unknown", "?", "null"];

impl<T: Measure> Read for Stated<T> {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Stated<T>> {
        match value {
            Value::Number(number) => {
                Some(T::of_number(*number).map_or_else(|| Stated::Other(number.to_string()), |value| Stated::Range(Range::exact(value))))
            }
            Value::Text(text) => Some(Stated::of_text(text.trim())),
            Value::Object(_) => {
                let mut fields = reader.object(value, &["high", "low"])?;
                let (low, high): (Option<Stated<T>>, Option<Stated<T>>) = (fields.optional("low"), fields.optional("high"));
                Some(match (low, high) {
                    (Some(Stated::Range(low)), Some(Stated::Range(high))) if low.is_exact() && high.is_exact() => {
                        Stated::Range(Range { high: high.high, low: low.low })
                    }
                    (Some(Stated::Other(text)), _) | (_, Some(Stated::Other(text))) => Stated::Other(text),
                    (None | Some(Stated::Open), _) | (_, None | Some(Stated::Open)) => Stated::Open,
                    _ => Stated::Other("…".to_owned()),
                })
            }
            _ => reader.wrong_type(value, Term::Number),
        }
    }
}

impl<T: Measure> Stated<T> {
    fn of_text(text: &str) -> Stated<T> {
        if let Some(value) = T::of_text(text) {
            return Stated::Range(Range::exact(value));
        }
        let ends = text.split_once(['–', '-']).map(|(low, high)| (T::of_text(low.trim()), T::of_text(high.trim())));
        if let Some((Some(low), Some(high))) = ends {
            return Stated::Range(Range { high, low });
        }
        if text.is_empty() || OPEN.contains(&folded(text).as_str()) { Stated::Open } else { Stated::Other(text.chars().take(EXCERPT).collect()) }
    }

    /// Whether it is what follows: where that is known, exactly that; else either that it is open, or both ends.
    pub(crate) fn agrees(stated: Option<&Stated<T>>, expected: Range<T>) -> bool {
        match stated {
            None | Some(Stated::Open) => !expected.is_exact(),
            Some(Stated::Range(stated)) => *stated == expected,
            Some(Stated::Other(_)) => false,
        }
    }

    /// As it was written; `None` if it says that the value is open.
    pub(crate) fn text(&self, end: impl Fn(T) -> String) -> Option<String> {
        match self {
            Stated::Open => None,
            Stated::Other(text) => Some(text.clone()),
            Stated::Range(range) => Some(range.text(end)),
        }
    }
}

impl StatedResult {
    /// The same by a framework: levels by their names, such as `Mức độ 3` or `Đáp ứng tốt`, are read as levels, and groups that it does not have
    /// are noted, below the place of the whole.
    pub(crate) fn of(mut self, framework: &Framework, at: &str, violations: &mut Violations) -> StatedResult {
        for code in self.groups.0.keys().filter(|code| framework.group(code).is_none()) {
            let accepted: Vec<&str> = framework.groups.iter().map(|group| &*group.code).collect();
            violations.push(Violation::unknown_group(pointer(&format!("{at}/groups"), code), code.as_str(), accepted));
        }
        let levels = self.groups.0.values_mut().filter_map(|group| group.level.as_mut()).chain(self.level.as_mut());
        for level in levels {
            if let Stated::Other(text) = level
                && let Some(named) = level_named(framework, text)
            {
                *level = Stated::Range(Range::exact(named));
            }
        }
        self
    }

    /// Whether it states nothing at all.
    pub(crate) fn is_blank(&self) -> bool {
        let is_said = |stated: &StatedGroup| stated.level.is_some() || stated.score.is_some();
        self.eligible.is_none() && self.level.is_none() && self.refused.is_none() && !self.groups.0.values().any(is_said)
    }
}

/// The level of a name, alone or behind its number.
fn level_named(framework: &Framework, text: &str) -> Option<Level> {
    let text = folded(text);
    let bare = ["mức độ ", "mức ", "level "].iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(&text);
    let is_named = |name: &str| folded(name) == text;
    let by_name = framework.levels.iter().find(|meaning| Lang::ALL.iter().any(|lang| is_named(meaning.name.get(*lang))));
    by_name.map(|meaning| meaning.level).or_else(|| Level::of_text(bare))
}

/// Whether nothing stands in the way of recognising the levels of a scorecard, evidence aside: a row of a table has no place for evidence.
pub(crate) fn is_eligible(card: &Scorecard) -> bool {
    let is_of_evidence = |code: BlockerCode| matches!(code, BlockerCode::EvidenceMissing | BlockerCode::EvidenceUnknown);
    card.recognition.blockers.iter().all(|blocker| is_of_evidence(blocker.code))
}

/// The same, where it may be compared with what somebody states. Nobody recognises the lowest level, so there both answers are right.
pub(crate) fn expected_eligible(framework: &Framework, card: &Scorecard) -> Option<bool> {
    let eligible = is_eligible(card);
    let is_lowest = framework.levels.first().is_some_and(|lowest| card.overall.level == Range::exact(lowest.level));
    (!eligible || !is_lowest).then_some(eligible)
}

/// The name of a field for people: `group.1.score` is “điểm nhóm 1”. Nothing of a field that is none of a result's.
pub(crate) fn name_of(field: &str, lang: Lang) -> Option<String> {
    let of_group = |part: &str| field.strip_prefix("group.").and_then(|rest| rest.strip_suffix(part));
    Some(match (field, of_group(".score"), of_group(".level")) {
        (_, Some(code), _) => Say::Score.say(lang, &[("code", &code)]),
        (_, _, Some(code)) => Say::Level.say(lang, &[("code", &code)]),
        ("overall.level", ..) => Say::Overall.template(lang).to_owned(),
        ("eligible", ..) => Say::Eligible.template(lang).to_owned(),
        ("refused", ..) => Say::Refused.template(lang).to_owned(),
        _ => return None,
    })
}

/// The value of a field for people.
pub(crate) fn value_of(field: &str, text: &str, lang: Lang) -> String {
    match (field, text) {
        ("eligible" | "refused", "true") => Say::Yes.template(lang).to_owned(),
        ("eligible" | "refused", "false") => Say::No.template(lang).to_owned(),
        (field, number) if field.rsplit('.').next() == Some("score") || field == "refused" => decimal(number, lang),
        (_, text) => text.to_owned(),
    }
}
