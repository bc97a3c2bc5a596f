//! Signals (anomalies) that a reviewer may want to look at: copied sheets, all maxima, totals heaped just over a threshold, jumps,
//! shares typed for points. Nothing
//! here is a fault, and none of it proves one.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{Band, Code, Framework, GroupLevel, Lang, Level, Levels, Param, Points, Range, Rule, Scorer, Sheet, Stream};

use super::finding::fill;
use super::memory::{BatchMemory, InstitutionNo};
use super::rules::Signal;
use super::words::signal;
use crate::Years;
use crate::shared::mark::Mark;

/// A signal of a batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SignalGiven {
    /// Of how many: institutions, or assessments for `all_maxima`, `piled_over_band` and `share_as_points`.
    pub count: u64,
    /// The group, where it is about one.
    pub group: Option<Code>,
    /// The parameters of the message, by name.
    pub params: BTreeMap<&'static str, Param>,
    /// Which.
    pub signal: Signal,
    /// The codes of the institutions, in order, [`SHOWN`] at most.
    pub who: Vec<String>,
}

/// A signal as JSON: with its message in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Signal", deny_unknown_fields)]
pub(super) struct SignalJson<'a> {
    /// Of how many: institutions, or assessments for `all_maxima`, `piled_over_band` and `share_as_points`.
    count: u64,
    /// The group, where it is about one.
    group: Option<&'a Code>,
    /// One line in the language asked for.
    message: String,
    /// The parameters of the message, by name.
    params: &'a BTreeMap<&'static str, Param>,
    /// Which.
    signal: Signal,
    /// The codes of the institutions, in order; the first ones, where there are many.
    who: &'a [String],
}

/// How many institutions a signal names at most.
pub const SHOWN: usize = 20;

impl SignalGiven {
    /// One line without a final stop.
    pub fn message(&self, lang: Lang) -> String {
        fill(signal(self.signal).template(lang), &self.params, lang)
    }

    pub(super) fn json(&self, lang: Lang) -> SignalJson<'_> {
        let SignalGiven { count, group, params, signal, who } = self;
        SignalJson { count: *count, group: group.as_ref(), message: self.message(lang), params, signal: *signal, who }
    }
}

/// What is remembered for signals.
#[derive(Clone, Debug, Default)]
pub(super) struct SignalDetector {
    /// Which institution gave a sheet of a period first.
    sheets: BTreeMap<Mark, InstitutionNo>,
    /// Everyone who gave a sheet that more than one gave.
    identical: BTreeMap<Mark, Shared>,
    maxima: u64,
    at_maximum: BTreeSet<InstitutionNo>,
    edges: Vec<Edge>,
    courses: Vec<Point>,
    shares: Vec<ShareAsked>,
    window: Points,
}

/// An indicator whose title asks for a share and whose answer is points, and the assessments with less than a point.
#[derive(Clone, Debug)]
struct ShareAsked {
    position: usize,
    code: Code,
    count: u64,
    who: BTreeSet<InstitutionNo>,
}

#[derive(Clone, Debug)]
struct Shared {
    period: String,
    who: BTreeSet<InstitutionNo>,
}

/// The first point of a level of a group, and how many totals lie near it.
#[derive(Clone, Debug)]
struct Edge {
    group: usize,
    first: Points,
    level: Level,
    over: u64,
    under: u64,
}

/// The level of one group of one institution in one period. Those of one course stand together when sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Point {
    who: InstitutionNo,
    stream: Option<Stream>,
    group: u16,
    years: Years,
    low: Level,
    high: Level,
}

impl SignalDetector {
    /// Looks at totals up to `window` points from the first point of a level.
    pub(super) fn new(framework: &Framework, window: Points) -> SignalDetector {
        let edges = framework.groups.iter().enumerate().flat_map(|(index, group)| {
            let edge = move |band: &Band| first(band).map(|first| Edge { group: index, first, level: band.level, over: 0, under: 0 });
            group.bands.bands.iter().filter_map(edge)
        });
        let shares =
            framework.indicators().enumerate().filter(|(_, indicator)| indicator.asks_share() && *framework.rule_of(indicator) == Rule::Direct);
        let shares = shares.map(|(position, indicator)| ShareAsked { position, code: indicator.code.clone(), count: 0, who: BTreeSet::new() });
        SignalDetector {
            edges: edges.filter(|edge| edge.first > Points::ZERO).collect(),
            shares: shares.collect(),
            window,
            ..SignalDetector::default()
        }
    }

    /// Takes note of one assessment.
    pub(super) fn note(
        &mut self,
        scorer: &Scorer,
        sheet: &Sheet,
        levels: &Levels,
        who: Option<InstitutionNo>,
        period: Option<&str>,
        stream: Option<Stream>,
    ) {
        self.totals(levels);
        self.answers(scorer, sheet, who, period);
        if let (Some(who), Some(years)) = (who, period.and_then(Years::of)) {
            let point = |(group, GroupLevel { level, .. }): (usize, &GroupLevel)| {
                Some(Point { who, stream, group: u16::try_from(group).ok()?, years, low: level.low, high: level.high })
            };
            self.courses.extend(levels.groups().iter().enumerate().filter_map(point));
        }
    }

    fn totals(&mut self, levels: &Levels) {
        for edge in &mut self.edges {
            let Some(total) = levels.groups().get(edge.group).map(|group| group.score).filter(Range::is_exact) else { continue };
            let (from, to) = (edge.first.saturating_sub(self.window), edge.first.saturating_add(self.window));
            if (edge.first..to).contains(&total.low) {
                edge.over = edge.over.saturating_add(1);
            } else if (from..edge.first).contains(&total.low) {
                edge.under = edge.under.saturating_add(1);
            }
        }
    }

    fn answers(&mut self, scorer: &Scorer, sheet: &Sheet, who: Option<InstitutionNo>, period: Option<&str>) {
        let (mut all, mut answered, mut maxima, mut zeros) = (0_usize, 0_usize, 0_usize, 0_usize);
        let mut bytes = Vec::with_capacity(256);
        for (position, indicator) in scorer.framework().indicators().enumerate() {
            let Some(score) = sheet.score(position) else { continue };
            bytes.extend(score.low.hundredths().to_le_bytes());
            bytes.extend(score.high.hundredths().to_le_bytes());
            let add = |count: &mut usize, yes: bool| *count = count.saturating_add(usize::from(yes));
            add(&mut all, true);
            add(&mut answered, score.is_exact());
            add(&mut maxima, score.low == indicator.max);
            add(&mut zeros, score.high == Points::ZERO);
        }
        for share in &mut self.shares {
            let points = sheet.score(share.position).filter(Range::is_exact).map(|score| score.low);
            if points.is_some_and(Points::is_like_share) {
                share.count = share.count.saturating_add(1);
                share.who.extend(who);
            }
        }
        if maxima == all {
            self.maxima = self.maxima.saturating_add(1);
            self.at_maximum.extend(who);
        }
        // Few answers, or answers that are nearly all nothing or nearly all everything, are the same by chance.
        let other = answered.saturating_sub(maxima.max(zeros));
        let is_telling = answered.saturating_mul(2) >= all && other > 0 && other.saturating_mul(4) >= answered;
        let (Some(who), Some(period), true) = (who, period, is_telling) else { return };
        let mark = Mark::of([period.as_bytes(), bytes.as_slice()]);
        let first = *self.sheets.entry(mark).or_insert(who);
        if first != who {
            let shared = self.identical.entry(mark).or_insert_with(|| Shared { period: period.to_owned(), who: BTreeSet::from([first]) });
            shared.who.insert(who);
        }
    }

    /// Every signal, in order of kind, then the larger ones first.
    pub(super) fn finish(self, framework: &Framework, memory: &BatchMemory) -> Vec<SignalGiven> {
        let mut given = Vec::new();
        for Shared { period, who } in self.identical.values() {
            let params = BTreeMap::from([("count", who.len().into()), ("period", Param::from(period.as_str()))]);
            given.push(SignalGiven { count: length(who.len()), group: None, params, signal: Signal::IdenticalAnswers, who: codes(who, memory) });
        }
        if self.maxima > 0 {
            let params = BTreeMap::from([("count", Param::from(self.maxima))]);
            given.push(SignalGiven { count: self.maxima, group: None, params, signal: Signal::AllMaxima, who: codes(&self.at_maximum, memory) });
        }
        let code = |group: usize| framework.groups.get(group).map(|group| group.code.clone());
        for edge in self.edges.iter().filter(|edge| edge.over >= FEWEST && edge.over > edge.under.saturating_mul(TIMES)) {
            let group = code(edge.group);
            let params = BTreeMap::from([
                ("edge", Param::from(edge.first)),
                ("group", Param::from(group.as_deref().unwrap_or_default())),
                ("level", u64::from(edge.level.get()).into()),
                ("over", edge.over.into()),
                ("under", edge.under.into()),
                ("window", self.window.into()),
            ]);
            given.push(SignalGiven { count: edge.over, group, params, signal: Signal::PiledOverBand, who: Vec::new() });
        }
        for ((group, later), who) in jumps(self.courses) {
            let group = code(group.into());
            let params = BTreeMap::from([
                ("count", who.len().into()),
                ("group", Param::from(group.as_deref().unwrap_or_default())),
                ("period", Param::from(later.to_string().as_str())),
            ]);
            given.push(SignalGiven { count: length(who.len()), group, params, signal: Signal::Jump, who: codes(&who, memory) });
        }
        for ShareAsked { code, count, who, .. } in self.shares.into_iter().filter(|share| share.count > 0) {
            let params = BTreeMap::from([("code", Param::from(code.as_str())), ("count", Param::from(count))]);
            given.push(SignalGiven { count, group: None, params, signal: Signal::ShareAsPoints, who: codes(&who, memory) });
        }
        let size = |given: &SignalGiven| std::cmp::Reverse(given.count);
        given.sort_by(|a, b| (a.signal, &a.group, size(a), &a.who).cmp(&(b.signal, &b.group, size(b), &b.who)));
        given
    }
}

/// How many totals over an edge are a pile at least.
const FEWEST: u64 = 5;
/// More than so many times as many over an edge as under it are a pile.
const TIMES: u64 = 3;

/// The first hundredth of a band that has a lower end.
fn first(band: &Band) -> Option<Points> {
    band.from.or_else(|| Points::from_hundredths(band.above?.hundredths().saturating_add(1)))
}

/// Who rose by two levels or more, by group and the later of two periods that follow each other. A level of which only the ends are
/// known rose for sure from its upper end to its lower one.
fn jumps(mut courses: Vec<Point>) -> BTreeMap<(u16, Years), BTreeSet<InstitutionNo>> {
    courses.sort_unstable();
    // Two assessments of one period and stream leave the level somewhere between both.
    courses.dedup_by(|next, kept| {
        let is_same = (next.who, next.stream, next.group, next.years) == (kept.who, kept.stream, kept.group, kept.years);
        if is_same {
            (kept.low, kept.high) = (kept.low.min(next.low), kept.high.max(next.high));
        }
        is_same
    });
    let mut found: BTreeMap<(u16, Years), BTreeSet<InstitutionNo>> = BTreeMap::new();
    for (earlier, later) in courses.iter().zip(courses.iter().skip(1)) {
        let is_next = (earlier.who, earlier.stream, earlier.group) == (later.who, later.stream, later.group)
            && later.years.first == earlier.years.first.saturating_add(1)
            && later.years.last == earlier.years.last.saturating_add(1);
        if is_next && later.low.get() >= earlier.high.get().saturating_add(2) {
            found.entry((later.group, later.years)).or_default().insert(later.who);
        }
    }
    found
}

fn codes(who: &BTreeSet<InstitutionNo>, memory: &BatchMemory) -> Vec<String> {
    let mut codes: Vec<&str> = who.iter().map(|who| memory.code(*who)).collect();
    codes.sort_unstable();
    codes.into_iter().take(SHOWN).map(str::to_owned).collect()
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
