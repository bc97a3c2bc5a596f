//! Sentences that the reports of several modules share.

use thuocdo::text::{More, first_names};
use thuocdo::{Framework, FrameworkRef, Lang, Level, LevelMeaning, Points, Range};

thuocdo::sentences! {
    /// Names of levels, the sentence on forms that were passed over, and by which framework a report is.
    enum Say {
        By: "Theo {framework}, bản sửa đổi {revision}, {digest}", "By {framework}, revision {revision}, {digest}";
        PassedOver: "Không tính {count} phiếu, vì cơ sở giáo dục đã có phiếu khác cùng kỳ, cùng hình thức đánh giá", "Not counted, since another of the same institution, period and stream counts: {count}";
        Level: "Mức độ {level} ({name})", "Level {level}: {name}";
    }
}

/// `Nhóm 1 · Chuyển đổi số trong dạy, học`.
pub(crate) fn group(framework: &Framework, code: &str, lang: Lang) -> String {
    framework.group(code).map_or_else(|| code.to_owned(), |group| group.heading(lang))
}

/// `1 · Chuyển đổi số trong dạy, học`, where the head of the column says that it is a group.
pub(crate) fn group_cell(framework: &Framework, code: &str, lang: Lang) -> String {
    format!("{code} · {}", framework.group(code).map_or("", |group| group.title.get(lang)))
}

/// The title of an indicator; empty where the framework does not have it.
pub(crate) fn indicator<'f>(framework: &'f Framework, code: &str, lang: Lang) -> &'f str {
    framework.indicator(code).map_or("", |indicator| indicator.title.get(lang))
}

/// `Mức độ 3 (Đáp ứng tốt)`.
pub(crate) fn level_meaning(meaning: &LevelMeaning, lang: Lang) -> String {
    Say::Level.say(lang, &[("level", &meaning.level), ("name", &meaning.name.get(lang))])
}

/// By which framework a report is.
pub(crate) fn by(framework: &FrameworkRef, lang: Lang) -> String {
    Say::By.say(lang, &[("framework", &framework.id), ("revision", &framework.revision), ("digest", &framework.digest)])
}

/// `3`, or `2–3`.
pub(crate) fn level(level: Range<Level>) -> String {
    level.text(|level| level.to_string())
}

/// `78`, or `66–76`.
pub(crate) fn points(score: Range<Points>, lang: Lang) -> String {
    score.text(|points| points.text(lang))
}

/// How many codes a sentence names at most.
const NAMED: usize = 20;

/// Codes in a row; of very many the first, and how many more there are.
pub(crate) fn codes(codes: &[String], lang: Lang) -> String {
    first_names(codes, NAMED, More::Codes, lang)
}

/// That forms were passed over, where some were.
pub(crate) fn passed_over(count: u64, lang: Lang) -> Option<String> {
    (count > 0).then(|| Say::PassedOver.say(lang, &[("count", &count)]))
}
