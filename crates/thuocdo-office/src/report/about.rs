//! Sentences and cells that several papers share.

use thuocdo::{BasisCounts, ConditionState, Date, Evidence, EvidenceRule, Framework, IndicatorState, Institution, Lang, Level, Points, Range, Words};
use thuocdo_practice::Years;

use super::words::AboutWord as Say;
use crate::paper::{Cell, blank};

/// A framework in one language, for cells and sentences.
#[derive(Clone, Copy)]
pub(super) struct About<'f> {
    pub(super) framework: &'f Framework,
    pub(super) lang: Lang,
}

impl<'f> About<'f> {
    pub(super) fn new(framework: &'f Framework, lang: Lang) -> About<'f> {
        About { framework, lang }
    }

    pub(super) fn words(self) -> Words<'f> {
        Words::new(self.framework, self.lang)
    }

    /// `7,5`, or `66–76`.
    pub(super) fn points(self, score: Range<Points>) -> String {
        score.text(|points| points.text(self.lang))
    }

    /// The points of an indicator that was answered; else that nobody did.
    pub(super) fn answered(self, score: Range<Points>, state: IndicatorState) -> String {
        match state {
            // A part of an answer leaves a range, which says more than that something is missing.
            IndicatorState::Missing if score.low == Points::ZERO => Say::NotFilled.template(self.lang).to_owned(),
            _ => self.points(score),
        }
    }

    /// Points, and the level below them: `78`, `mức độ 3`.
    pub(super) fn points_and_level(self, score: Range<Points>, level: Range<Level>) -> Cell {
        let mut cell = Cell::from(self.points(score));
        cell.add(Say::LevelNumber.say(self.lang, &[("level", &level)]));
        cell
    }

    /// `Mức độ 2 (Đáp ứng cơ bản)`.
    pub(super) fn level(self, level: Range<Level>) -> String {
        thuocdo::text::capital(&self.words().level(level))
    }

    /// `Nhóm 1 · Chuyển đổi số trong dạy, học`.
    pub(super) fn group(self, code: &str) -> String {
        self.framework.group(code).map_or_else(|| code.to_owned(), |group| group.heading(self.lang))
    }

    pub(super) fn state(self, state: ConditionState) -> &'static str {
        let word = match state {
            ConditionState::Met => Say::Met,
            ConditionState::Unmet => Say::Unmet,
            _ => Say::NotFilled,
        };
        word.template(self.lang)
    }

    /// A note and pieces of evidence, each on lines of its own.
    pub(super) fn remarks(self, note: Option<&str>, evidence: &[Evidence], rule: Option<&EvidenceRule>) -> Cell {
        let mut cell = Cell::empty();
        if let Some(note) = note {
            cell.add(note);
        }
        for piece in evidence {
            cell.add(self.words().piece(piece, rule));
        }
        cell
    }

    /// The act that issued the framework, cited, and the overlays above it.
    pub(super) fn acts(self) -> String {
        let mut text = Say::Act.say(self.lang, &[("act", &self.framework.legal.cited(self.lang))]);
        for overlay in &self.framework.overlays {
            let act = overlay.issued.as_ref().map(|act| act.cited(self.lang));
            let title = overlay.title.get(self.lang).to_owned();
            let text_of_overlay = match act {
                Some(act) => Say::Overlay.say(self.lang, &[("title", &title), ("act", &act)]),
                None => Say::OverlayIllustrative.say(self.lang, &[("title", &title)]),
            };
            text.push_str("; ");
            text.push_str(&text_of_overlay);
        }
        text
    }

    /// What the figures rest on, in one sentence.
    pub(super) fn basis(self, basis: BasisCounts) -> String {
        Say::Basis.say(self.lang, &[("firm", &basis.confirmed()), ("all", &basis.all())])
    }

    /// The act of the framework as the ground of a paper.
    pub(super) fn ground(self) -> String {
        let legal = &self.framework.legal;
        Say::GroundAct.say(self.lang, &[("act", &legal.cited(self.lang)), ("title", &legal.title)])
    }

    /// `14/6/2027 đến 16/6/2027`, or the one day.
    pub(super) fn days(self, first: Date, last: Date) -> String {
        let text = |day: Date| day.text(self.lang);
        if first == last { text(first) } else { Say::FromTo.say(self.lang, &[("first", &text(first)), ("last", &text(last))]) }
    }

    /// Which program made the numbers, by what, and the beginning of the digest that proves them.
    pub(super) fn foot(self, digest: &str) -> String {
        const SHOWN: usize = 12;
        let digest: String = digest.trim_start_matches("sha256:").chars().take(SHOWN).collect();
        let version = env!("CARGO_PKG_VERSION");
        let (id, revision) = (&self.framework.id, self.framework.revision);
        Say::Foot.say(self.lang, &[("version", &version), ("framework", id), ("revision", &revision), ("digest", &digest)])
    }
}

/// `năm học 2023-2024`, or `kỳ đánh giá …`, or a blank.
pub(super) fn period(period: Option<&str>, lang: Lang) -> String {
    match period {
        None => Say::SchoolYear.say(lang, &[("period", &blank(5))]),
        Some(period) => {
            let is_school_year = Years::of(period).is_some_and(|years| years.first != years.last);
            (if is_school_year { Say::SchoolYear } else { Say::Period }).say(lang, &[("period", &period)])
        }
    }
}

/// The name of an institution; its code where it has no name; else a blank.
pub(super) fn name(institution: Option<&Institution>) -> String {
    institution.and_then(|of| of.name.clone().or_else(|| of.code.clone())).unwrap_or_else(|| blank(24))
}

/// The kind of an institution, or a blank.
pub(super) fn kind(institution: Option<&Institution>, lang: Lang) -> String {
    institution.and_then(|of| of.kind).map_or_else(|| blank(10), |kind| kind.name(lang).to_owned())
}

/// So many of all, in percent with one decimal: `33,3%`.
pub(super) fn percent(count: u64, all: u64, lang: Lang) -> String {
    let share = thuocdo::Decimal::<1>::rounded(i128::from(count).saturating_mul(100), all.into());
    format!("{}%", share.text(lang))
}
