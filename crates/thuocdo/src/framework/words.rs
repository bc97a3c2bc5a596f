//! A framework in words, for forms, lists and reports.

use super::bands::{Band, Bands};
use super::basis::{Standing, WordingKind};
use super::evidence::EvidenceRule;
use super::facts::{FactLabel, Facts};
use super::figures::{Figure, Said};
use super::legal::Legal;
use super::model::{Condition, Framework, Group, Indicator};
use super::rules::{Effect, OverallRule, Rule, StepsOf};
use crate::points::Points;
use crate::sentences;
use crate::text::{Lang, Text};

sentences! {
    /// Sentences about rules, facts and evidence.
    pub(crate) enum Say {
        Group: "Nhóm {code} · {title}", "Group {code} · {title}";
        Cited: "{act} ngày {issued} của {issuer}", "{act} of {issued}, {issuer}";
        Flag: "đạt: điểm tối đa; không đạt: 0", "met: the maximum; unmet: 0";
        Share: "điểm tối đa × số đạt / tổng số", "the maximum × part / whole";
        Unit: "{title} ({unit})", "{title} ({unit})";
        Ask: "Cần nêu: {facts}", "Asked for: {facts}";
        Evidence: "Minh chứng: ít nhất {count}", "Evidence: at least {count}";
        Kinds: "thuộc loại: {kinds}", "of the kinds: {kinds}";
        Level: "mức độ {level}: {band}", "level {level}: {band}";
        From: "từ {points}", "{points}";
        Above: "trên {points}", "above {points}";
        To: "đến {points}", "to {points}";
        ToBelow: "đến dưới {points}", "to below {points}";
        MaxPoints: "tối đa {max} điểm", "at most {max} points";
        OverallAssumed: "Quyết định xếp mức độ theo từng nhóm tiêu chí và không quy định mức độ chung; mức độ chung ở đây lấy theo nhóm thấp nhất, là cách các nơi thường làm", "The act rates each group; one level by the lowest group is practice, not the act's text";
        AtLeast: "từ {points} trở lên", "{points} or more";
        AtMost: "không quá {points}", "up to {points}";
        Below: "dưới {points}", "below {points}";
        AnyPoints: "mọi số điểm", "any points";
        Direct: "chấm trực tiếp, không quá điểm tối đa", "points are given, up to the maximum";
        LowestGroup: "lấy theo nhóm thấp nhất", "the level of the lowest group";
        BlockRecognition: "chưa công nhận; mức độ tính theo điểm vẫn nêu", "not recognised; the level by points is shown all the same";
        Allowed: "có", "yes";
        NotAllowed: "không", "no";
        Quoted: "nguyên văn", "quoted";
        QuotedMeans: "lời của văn bản, như nguồn trích", "the act's own words, as the sources quote them";
        Abbreviated: "rút gọn", "abbreviated";
        AbbreviatedMeans: "nguồn viết gọn lời của văn bản; văn bản có thể nói nhiều hơn", "the sources shorten the act's words; the act may say more";
        Ours: "tự đặt", "ours";
        OursMeans: "lời của người soạn tệp này, không phải lời của văn bản", "the words of whoever wrote this file, not the act's";
        Age: "không cũ hơn {days} ngày tính đến ngày đánh giá", "not older than {days} days on the day of the assessment";
    }
}

impl Framework {
    /// The remark that one level per institution is common practice; `None` if the act itself has that rule.
    pub fn overall_note(&self, lang: Lang) -> Option<&'static str> {
        (self.overall.basis.standing == Standing::Assumed).then(|| Say::OverallAssumed.template(lang))
    }
}

impl Framework {
    /// The title for the steps of a scope of the procedure; `None` if the framework has none.
    pub fn scope_title(&self, scope: &str, lang: Lang) -> Option<&str> {
        self.procedure.as_ref()?.scopes.get(scope).map(|title| title.get(lang))
    }
}

impl Group {
    /// Code and title: `Nhóm 1 · Chuyển đổi số trong dạy, học`.
    pub fn heading(&self, lang: Lang) -> String {
        Say::Group.say(lang, &[("code", &self.code), ("title", &self.title.get(lang))])
    }
}

impl Band {
    /// The points of the band in words: `dưới 50`, `từ 50 đến 75`, `trên 75`.
    pub fn text(&self, lang: Lang) -> String {
        let say = |say: Say, points: Points| say.say(lang, &[("points", &points.text(lang))]);
        // The wording of each end, together with the other one and alone.
        let low = self.from.map(|from| (Say::From, Say::AtLeast, from)).or(self.above.map(|above| (Say::Above, Say::Above, above)));
        let high = self.to.map(|to| (Say::To, Say::AtMost, to)).or(self.below.map(|below| (Say::ToBelow, Say::Below, below)));
        match (low, high) {
            (Some((low, _, from)), Some((high, _, to))) => [say(low, from), say(high, to)].join(" "),
            (Some((_, alone, end)), None) | (None, Some((_, alone, end))) => say(alone, end),
            (None, None) => Say::AnyPoints.template(lang).to_owned(),
        }
    }
}

impl Bands {
    /// The points of each level: `mức độ 1: dưới 50; mức độ 2: …`.
    pub fn text(&self, lang: Lang) -> String {
        let texts: Vec<String> = self.bands.iter().map(|band| Say::Level.say(lang, &[("level", &band.level), ("band", &band.text(lang))])).collect();
        texts.join("; ")
    }
}

impl Figure<'_> {
    /// The figure in words: `6`, or `mức độ 1: dưới 50; …`, or the rule. Empty for a condition.
    pub fn value(&self, lang: Lang) -> String {
        match self.said {
            Said::Allowed(true) => Say::Allowed.template(lang).to_owned(),
            Said::Allowed(false) => Say::NotAllowed.template(lang).to_owned(),
            Said::Bands(bands) => bands.text(lang),
            Said::Condition => String::new(),
            Said::Effect(Effect::BlockRecognition) => Say::BlockRecognition.template(lang).to_owned(),
            Said::Max(max) => max.text(lang),
            Said::Overall(OverallRule::LowestGroup) => Say::LowestGroup.template(lang).to_owned(),
            Said::Overlay(id) => id.to_owned(),
            Said::Rule(rule) => rule.text(lang).unwrap_or_else(|| Say::Direct.template(lang).to_owned()),
        }
    }
}

impl WordingKind {
    /// The name of the kind, and its meaning.
    pub const fn text(self, lang: Lang) -> (&'static str, &'static str) {
        let (name, meaning) = match self {
            WordingKind::Abbreviated => (Say::Abbreviated, Say::AbbreviatedMeans),
            WordingKind::Ours => (Say::Ours, Say::OursMeans),
            WordingKind::Quoted => (Say::Quoted, Say::QuotedMeans),
        };
        (name.template(lang), meaning.template(lang))
    }
}

impl Rule {
    /// How the points follow from the facts; `None` if the assessor sets the points.
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
    /// The name of the fact and its unit.
    pub fn text(&self, lang: Lang) -> String {
        match &self.unit {
            None => self.title.get(lang).to_owned(),
            Some(unit) => Say::Unit.say(lang, &[("title", &self.title.get(lang)), ("unit", &unit.get(lang))]),
        }
    }
}

impl Facts {
    /// All facts; a part comes before its whole.
    pub fn text(&self, lang: Lang) -> String {
        let texts: Vec<String> = self.labels().into_iter().filter_map(|(_, label)| label.map(|label| label.text(lang))).collect();
        Say::Ask.say(lang, &[("facts", &texts.join(" / "))])
    }
}

impl Framework {
    /// What evidence shows a condition or an indicator: what the answer needs, then what the act lists for its criterion. `None` if the
    /// framework names none.
    pub fn evidence_for(&self, code: &str, lang: Lang) -> Option<String> {
        let of_condition = self.condition(code).and_then(|condition| condition.required_evidence.as_ref());
        let of_indicator = self.indicator(code).and_then(|indicator| indicator.required_evidence.as_ref());
        let criteria = self.groups.iter().flat_map(|group| &group.criteria);
        let listed = criteria
            .filter(|criterion| criterion.indicators.iter().any(|indicator| indicator.code == code))
            .find_map(|criterion| criterion.evidence.as_ref())
            .map(|list| list.text.get(lang).to_owned());
        let parts: Vec<String> = of_condition.or(of_indicator).map(|rule| rule.text(lang)).into_iter().chain(listed).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

impl EvidenceRule {
    /// The number, the kinds and the greatest age of the pieces.
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

impl Legal {
    /// The citation: number, day of issue, issuing authority.
    pub fn cited(&self, lang: Lang) -> String {
        Say::Cited.say(lang, &[("act", &self.act), ("issued", &self.issued.text(lang)), ("issuer", &self.issuer)])
    }
}

impl Indicator {
    /// The maximum points in words.
    pub fn at_most(&self, lang: Lang) -> String {
        Say::MaxPoints.say(lang, &[("max", &self.max.text(lang))])
    }

    /// Whether its title asks for a share, such as `Tỉ lệ giáo viên có tài khoản`, and it has more than a point. The points may be given all the
    /// same; [`Points::is_like_share`] says which of them are odd then.
    pub fn asks_share(&self) -> bool {
        self.max > Points::ONE && Lang::ALL.into_iter().any(|lang| self.title.is_in(lang) && of_share(self.title.get(lang), lang).is_some())
    }

    /// Help with the answer, one line each: facts, guidance, evidence. Often empty.
    pub fn help(&self, lang: Lang) -> Vec<String> {
        help(self.facts.as_ref(), self.guidance.as_ref(), self.required_evidence.as_ref(), lang)
    }
}

impl Condition {
    /// Help with the answer, one line each: guidance, evidence. Often empty.
    pub fn help(&self, lang: Lang) -> Vec<String> {
        help(None, self.guidance.as_ref(), self.required_evidence.as_ref(), lang)
    }
}

/// What a title asks the share of: "giáo viên có tài khoản" of "Tỉ lệ giáo viên có tài khoản".
pub(super) fn of_share(title: &str, lang: Lang) -> Option<&str> {
    let shares: &[&str] = lang.pick([&["Tỉ lệ ", "Tỷ lệ "], &["Share of ", "Percentage of "]]);
    shares.iter().find_map(|share| title.strip_prefix(share))
}

pub(super) fn help(facts: Option<&Facts>, guidance: Option<&Text>, evidence: Option<&EvidenceRule>, lang: Lang) -> Vec<String> {
    let facts = facts.map(|facts| facts.text(lang));
    let guidance = guidance.map(|guidance| guidance.get(lang).to_owned());
    let evidence = evidence.map(|evidence| evidence.text(lang));
    [facts, guidance, evidence].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> Option<Points> {
        text.parse().ok()
    }

    #[test]
    fn a_band_says_of_each_end_whether_it_belongs() {
        let band = Band::default();
        for (band, vi, en) in [
            (Band { below: points("50"), ..band }, "dưới 50", "below 50"),
            (Band { to: points("7.5"), ..band }, "không quá 7,5", "up to 7.5"),
            (Band { from: points("9"), ..band }, "từ 9 trở lên", "9 or more"),
            (Band { above: points("75"), ..band }, "trên 75", "above 75"),
            (Band { from: points("50"), to: points("75"), ..band }, "từ 50 đến 75", "50 to 75"),
            (Band { from: points("50"), below: points("75"), ..band }, "từ 50 đến dưới 75", "50 to below 75"),
            (Band { above: points("50"), to: points("75"), ..band }, "trên 50 đến 75", "above 50 to 75"),
            (Band { above: points("2.25"), below: points("75"), ..band }, "trên 2,25 đến dưới 75", "above 2.25 to below 75"),
            (band, "mọi số điểm", "any points"),
        ] {
            assert_eq!((band.text(Lang::Vi).as_str(), band.text(Lang::En).as_str()), (vi, en));
        }
    }

    #[test]
    fn each_title_of_decision_4725_says_whose_words_it_is() -> Result<(), crate::violation::Violations> {
        let framework = Framework::shipped("moet-4725-2022")?;
        let figures = framework.figures();
        let of = |kind| -> Vec<&str> {
            figures.iter().filter(|figure| figure.wording.is_some_and(|wording| wording.kind == kind)).map(|figure| figure.code).collect()
        };
        assert_eq!(of(WordingKind::Quoted), ["1", "1.1", "1.2", "1.3", "2"]);
        assert_eq!(of(WordingKind::Ours), ["1.5", "1.6", "1.7", "2.3", "2.4", "2.x", "2.x.1"]);
        // 2 groups, 4 conditions, 8 criteria and 26 indicators, less the 12 above.
        assert_eq!(of(WordingKind::Abbreviated).len(), 28);
        Ok(())
    }
}
