//! All violation codes: the word, the meaning, the parameters and the message of each, in Vietnamese and English.
//!
//! A message is lower case, on one line, without a final stop, with the user's text in “ ” or in backticks. It has what was found and what
//! would be accepted, and not the pointer. To add a fault, add it here; then `help.rs` does not compile until it explains the code.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::{Param, Violation};
use crate::text::Lang;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident $word:ident($($param:ident),*): $vi:literal, $en:literal;)+) => {
        /// A fault, as a stable word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum ViolationCode {
            $($(#[doc = $doc])+ $code,)+
        }

        impl ViolationCode {
            /// Every code, in alphabetical order.
            pub const ALL: &'static [ViolationCode] = &[$(ViolationCode::$code),+];

            /// The stable word, as in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(ViolationCode::$code => stringify!($word)),+ }
            }

            /// The names of the parameters in the message, such as `found` and `max`.
            pub const fn params(self) -> &'static [&'static str] {
                match self { $(ViolationCode::$code => &[$(stringify!($param)),*]),+ }
            }

            /// The message with empty `{parameters}`.
            pub const fn template(self, lang: Lang) -> &'static str {
                lang.pick(match self { $(ViolationCode::$code => [$vi, $en]),+ })
            }
        }

        /// One constructor for each code, with the parameters of its message.
        impl Violation {
            $($(#[doc = $doc])+ pub fn $word(at: impl Into<String>, $($param: impl Into<Param>),*) -> Violation {
                let params = BTreeMap::from([$((stringify!($param), $param.into())),*]);
                Violation { at: at.into(), code: ViolationCode::$code, params }
            })+
        }
    };
}

impl fmt::Display for ViolationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ViolationCode {
    type Err = crate::words::UnknownWord;

    fn from_str(word: &str) -> Result<ViolationCode, Self::Err> {
        ViolationCode::ALL.iter().copied().find(|code| code.as_str() == word).ok_or(crate::words::UnknownWord)
    }
}

codes! {
    /// An assessment is dated after an event that rests on it.
    AssessmentAfterEvent assessment_after_event(found, on):
        "phiếu đánh giá ghi ngày {found}, sau ngày {on} của việc dựa trên phiếu này; hãy xem lại hai ngày",
        "the assessment is dated {found}, after {on}, the day of the event that rests on it; look at both days again";
    /// An event rests on an assessment that the case does not hold.
    AssessmentMissing assessment_missing(act, field):
        "việc {act} phải kèm phiếu {field}",
        "the event `{act}` needs an assessment under `{field}`";
    /// An assessment is dated long before or after its period.
    AssessmentOutsidePeriod assessment_outside_period(found, period, from, to):
        "phiếu đánh giá ghi ngày {found}, không thuộc kỳ “{period}”; phiếu của kỳ này phải ghi ngày từ {from} đến {to}",
        "the assessment is dated {found}, outside the period `{period}`; an assessment of it is dated {from} to {to}";
    /// A band has an end twice or not at all, or its upper end is below its lower end.
    BandEnds band_ends(level):
        "mức độ {level}: mỗi đầu của khoảng điểm phải được nêu đúng một lần, đầu dưới không lớn hơn đầu trên",
        "level {level}: each end of a band is said exactly once, the lower not above the upper";
    /// Some points fall into no band.
    BandGap band_gap(points, max):
        "không khoảng điểm nào chứa {points}; các khoảng phải phủ kín từ 0 đến {max}",
        "no band holds {points}; bands must cover 0 to {max}";
    /// Bands of a list are not in ascending order of their levels.
    BandOrder band_order(level, previous):
        "mức độ {level} đứng sau mức độ {previous}; các mức độ phải tăng dần",
        "level {level} comes after level {previous}; levels must ascend";
    /// Some points fall into two bands, or a band leaves 0..max.
    BandOverlap band_overlap(level, points, max):
        "khoảng điểm của mức độ {level} bắt đầu hoặc kết thúc ở {points}, chồng lấn với khoảng khác hoặc vượt quá {max}",
        "the band of level {level} begins or ends at {points}, over another band or above {max}";
    /// A merger, split or renaming uses an institution that an earlier one closed.
    ClosedAlready closed_already(code, on, first):
        "cơ sở giáo dục “{code}” đã sáp nhập hoặc chia tách hết từ ngày {on} ({first}), nên không còn để thay đổi nữa; hãy bỏ một trong hai lần",
        "institution `{code}` was closed on {on} ({first}), and can change no more; take one of the two out";
    /// A column of a table has the name of a column of results.
    ColumnTaken column_taken(found):
        "bảng đã có các cột mang tên của cột kết quả: {found}; hãy bỏ hoặc đổi tên các cột này rồi tính lại",
        "the table has columns named as those of results are: {found}; leave them out or rename them, then score it again";
    /// A count is not a whole number from 0 to 1 000 000.
    CountOutOfRange count_out_of_range(found, max):
        "“{found}” không phải là số nguyên từ 0 đến {max}",
        "`{found}` is not a whole number from 0 to {max}";
    /// The digest does not match the content beside it.
    DigestMismatch digest_mismatch(found, stated):
        "nội dung đã bị sửa sau khi ghi: mã kiểm tra (SHA-256) hiện là {found}, ở đây ghi “{stated}”",
        "the content has the digest {found}, but `{stated}` is given; something was changed";
    /// The input has another assessment of the same institution, period and stream.
    DuplicateAssessment duplicate_assessment(code, first):
        "cơ sở giáo dục “{code}” đã có phiếu cùng kỳ, cùng hình thức đánh giá ở {first}; hãy bỏ một phiếu, hoặc cho biết tính phiếu trước (keep: first) hay phiếu sau (keep: last)",
        "institution `{code}` has an assessment of this period and stream already, at {first}; take one out, or say which counts: keep is first or last";
    /// Two things in a framework have the same code.
    DuplicateCode duplicate_code(code, first):
        "mã “{code}” đã được dùng ở {first}",
        "code `{code}` is already used at {first}";
    /// An object has a key twice.
    DuplicateKey duplicate_key(key):
        "khóa “{key}” được ghi nhiều hơn một lần; chỉ ghi một lần",
        "key `{key}` is given more than once; give it once";
    /// A list must not be empty, and is.
    EmptyList empty_list():
        "danh sách rỗng; cần ít nhất một mục",
        "the list is empty; at least one entry is needed";
    /// An event is dated before the one above it.
    EventBeforePrevious event_before_previous(found, previous):
        "ngày {found} sớm hơn ngày {previous} của bước trước; hãy ghi các bước theo thứ tự thời gian",
        "{found} is before {previous}, the day of the event above; events go forward in time";
    /// An event does not follow from the state that the case is in.
    EventOutOfOrder event_out_of_order(state, act, accepted):
        "hồ sơ đang ở bước {state}, chưa thể {act}; việc làm được lúc này: {accepted}",
        "the case is in the state `{state}`, which does not take the event `{act}`; accepted: {accepted}";
    /// A table has columns that two frameworks read differently, and does not name its framework.
    FrameworkNotNamed framework_not_named(codes, accepted):
        "bảng chưa cho biết điền theo bộ chỉ số nào, mà các mục {codes} được chấm theo cách khác nhau trong các bộ chỉ số {accepted}; hãy thêm cột framework ghi mã của bộ chỉ số (trong lệnh: --filled-by MÃ)",
        "the table does not say by which framework it was filled in, and {codes} are answered differently by {accepted}; add a column framework with the id of the one (in the command: --filled-by ID)";
    /// A merger, split or renaming of institutions with fewer or more codes on one side than such a change has.
    IllFormedChange ill_formed_change(kind, from, to):
        "“{kind}” từ {from} mã thành {to} mã; cần: merged (sáp nhập) từ hai mã trở lên thành một, split (chia tách) từ một mã thành hai trở lên, renamed (đổi mã, đổi tên) từ một mã thành một",
        "`{kind}` from {from} codes to {to}; it takes: merged two or more to one, split one to two or more, renamed one to one";
    /// A code holds other characters than `0-9 a-z` in parts joined by `.`, or is too long.
    IllFormedCode ill_formed_code(found, expected, max):
        "“{found}” không phải là mã: cần {expected}, tối đa {max} ký tự",
        "`{found}` is not a code: {expected}, at most {max} characters";
    /// Not a date of the calendar, or not written as `YYYY-MM-DD`.
    InvalidDate invalid_date(found, expected):
        "“{found}” không phải là ngày có trên lịch; hãy ghi {expected}",
        "`{found}` is not a real date written as {expected}, such as 2023-10-12";
    /// A list has more or fewer entries than it may have.
    ListLength list_length(found, min, max):
        "danh sách có {found} mục; cần từ {min} đến {max}",
        "the list has {found} entries; {min} to {max} are accepted";
    /// A required field is absent or null.
    MissingField missing_field(field):
        "thiếu trường dữ liệu bắt buộc “{field}”",
        "the required field `{field}` is missing";
    /// A basis cites no source, though its standing needs one.
    MissingSource missing_source(standing):
        "đã ghi “{standing}” thì phải nêu ít nhất một nguồn",
        "what is \"{standing}\" must name at least one source";
    /// A title or text is empty.
    MissingTitle missing_title(language):
        "thiếu nội dung bằng {language}",
        "the text in {language} is missing";
    /// No column of a table has a code of the framework as its name.
    NoKnownColumn no_known_column(accepted, found):
        "không cột nào có tên là mã của bộ chỉ số, chẳng hạn {accepted}; bảng có các cột: {found}; hãy xem lại dấu phân cách và dòng tiêu đề",
        "no column is named by a code of the framework, such as {accepted}; the table has {found}; look at the separator and the header";
    /// Not UTF-8, or not one JSON value.
    NotJson not_json(reason, line, column):
        "nội dung không đúng định dạng JSON (UTF-8): {reason}, ở dòng {line}, cột {column}",
        "not valid JSON in UTF-8: {reason}, line {line}, column {column}";
    /// An event certifies a level that nobody recognised.
    NotRecognised not_recognised(state, accepted):
        "hồ sơ mới ở bước {state}; chỉ lập bản xác nhận khi hồ sơ đã ở bước: {accepted}",
        "the case is in the state `{state}`; a level is certified in the states {accepted}";
    /// An overlay changes a field that it may not change.
    NotRefinable not_refinable(what):
        "bản cụ thể hóa không được thay đổi {what}; chỉ được bổ sung cách tính, các phần, minh chứng, tiêu đề, hướng dẫn và điều kiện riêng",
        "an overlay leaves {what} as it is; it may add rules, parts, evidence, titles, guidance and conditions of its own";
    /// An assessment or scorecard is of another institution than the input that it belongs to, and of none of its predecessors.
    OtherInstitution other_institution(found, expected):
        "phiếu của cơ sở giáo dục “{found}”; ở đây cần phiếu của “{expected}”",
        "this is of institution `{found}`; `{expected}` is expected here";
    /// An assessment is of another period than the input that it belongs to.
    OtherPeriod other_period(found, expected):
        "phiếu của kỳ đánh giá “{found}”, không phải “{expected}”",
        "the assessment is of period `{found}`, not `{expected}`";
    /// The changes in a register make an institution its own predecessor.
    OwnPredecessor own_predecessor(code):
        "theo các lần sáp nhập, chia tách, đổi mã, cơ sở giáo dục “{code}” là tiền thân của chính nó; hãy xem lại các mã",
        "by its mergers, splits and renamings institution `{code}` is its own predecessor; look at the codes again";
    /// A plan has too many choices for an exact comparison.
    PlanTooLarge plan_too_large(group, limit):
        "nhóm {group} có quá nhiều phương án để so sánh chính xác: hơn {limit} bước tính; hãy bớt các mục đã ghi công sức, hoặc lập kế hoạch từng nhóm một",
        "group {group} has too many choices to compare them exactly: over {limit} steps; give efforts to fewer indicators, or plan one group at a time";
    /// Points below zero, above the maximum of their indicator, or above 1 000 000.
    PointsOutOfRange points_out_of_range(found, max):
        "{found} điểm nằm ngoài khoảng từ 0 đến {max}",
        "{found} points lie outside 0 to {max}";
    /// Points with more than two decimals.
    PointsTooPrecise points_too_precise(found):
        "“{found}” có quá hai chữ số thập phân; chỉ được ghi tối đa hai chữ số thập phân",
        "`{found}` has more than two decimals; give hundredths at most";
    /// An event recognises a level in spite of a blocker.
    RecognitionBlocked recognition_blocked(blockers):
        "chưa thể công nhận theo kết quả đánh giá ngoài, vì: {blockers}",
        "by the external assessment a level cannot be recognised yet: {blockers}";
    /// The whole of a share is zero, or its part is larger than the whole.
    ShareOutOfRange share_out_of_range(part, whole):
        "phần {part} trên tổng {whole}: tổng phải lớn hơn 0 và phần không vượt quá tổng",
        "{part} of {whole}: the whole must be above 0 and the part not above the whole";
    /// The rows of a table of steps do not ascend from zero.
    StepsOrder steps_order(found, previous):
        "bậc bắt đầu từ {found} đứng sau bậc {previous}; bậc đầu bắt đầu từ 0, các bậc tăng dần",
        "the step from {found} comes after {previous}; the first step is from 0 and steps ascend";
    /// A step of an overlay gives fewer points than the step before it, or the last one not the maximum.
    StepsPoints steps_points(found, least, max):
        "bậc này cho {found} điểm; cần từ {least} đến {max}, vì điểm không giảm qua các bậc và bậc cuối cho điểm tối đa",
        "this step gives {found} points; {least} to {max} are needed, since points never fall and the last step gives the maximum";
    /// A step of an overlay begins above 100 percent, which no share reaches.
    StepsUnreachable steps_unreachable(found):
        "bậc bắt đầu từ {found}%, không tỉ lệ nào đạt tới; cao nhất là 100%",
        "the step begins at {found}%, which no share reaches; 100% is the highest";
    /// The maxima of the parts do not add up to that of the whole.
    SumMismatch sum_mismatch(found, max):
        "các phần cộng lại được {found}, không phải {max}",
        "the parts add up to {found}, not to {max}";
    /// Over 1 MiB of text, or nested more than 64 levels deep.
    TooLarge too_large(limit, unit):
        "quá lớn: vượt quá {limit} {unit}",
        "too large: over {limit} {unit}";
    /// A framework has more groups than the engine holds.
    TooManyGroups too_many_groups(found, max):
        "có {found} nhóm, nhiều nhất là {max}",
        "there are {found} groups, {max} at most";
    /// The input has more violations than the list holds.
    TooManyViolations too_many_violations(limit):
        "còn lỗi khác nữa; chỉ liệt kê {limit} lỗi đầu tiên",
        "there is more that is wrong; only the first {limit} are listed";
    /// The framework has no condition of this code.
    UnknownCondition unknown_condition(code, accepted):
        "bộ chỉ số không có điều kiện “{code}”; các điều kiện: {accepted}",
        "the framework has no condition `{code}`; it has {accepted}";
    /// A field that the format does not have.
    UnknownField unknown_field(field, accepted):
        "không có trường dữ liệu “{field}”; các trường dữ liệu được nhận: {accepted}",
        "there is no field `{field}`; the fields are {accepted}";
    /// No framework of this name is part of the library.
    UnknownFramework unknown_framework(found, accepted):
        "không có sẵn bộ chỉ số “{found}”; có sẵn: {accepted}",
        "no framework `{found}` is shipped; there is {accepted}";
    /// The framework has no group of this code.
    UnknownGroup unknown_group(code, accepted):
        "bộ chỉ số không có nhóm “{code}”; các nhóm: {accepted}",
        "the framework has no group `{code}`; it has {accepted}";
    /// The framework has no indicator of this code.
    UnknownIndicator unknown_indicator(code, accepted):
        "bộ chỉ số không có mục “{code}”; các mã gần giống: {accepted}",
        "the framework has no indicator `{code}`; codes like it: {accepted}";
    /// A band has a level that the framework does not describe, or a goal has one that no points reach.
    UnknownLevel unknown_level(level, accepted):
        "không có mức độ {level}; các mức độ: {accepted}",
        "there is no level {level}; the levels are {accepted}";
    /// A basis cites a source that the framework does not list.
    UnknownSource unknown_source(found, accepted):
        "nguồn “{found}” chưa được khai báo; hãy khai báo trong “sources” (mã nguồn và mô tả để người đọc tìm được), hoặc dùng một nguồn đã có: {accepted}",
        "source `{found}` is not declared; declare it in `sources` (its id, and a description by which a reader finds it), or use one that is: {accepted}";
    /// Not one of the words that the field accepts.
    UnknownValue unknown_value(found, accepted):
        "không nhận giá trị “{found}”; được nhận: {accepted}",
        "`{found}` is not accepted here; accepted: {accepted}";
    /// The name of a column contains a code, but it is unclear whether the column holds the facts of that code.
    UnreadColumn unread_column(found, code):
        "tên cột “{found}” có mã {code} nhưng không rõ cột ghi gì; hãy đặt tên cột là {code}, hoặc bỏ mã khỏi tên cột",
        "the column `{found}` has the code {code} in its name, but what it holds is not clear; name it {code}, or take the code out";
    /// Another kind of fact than the indicator's rule uses, or two kinds at once.
    WrongAnswerKind wrong_answer_kind(found, expected):
        "ở đây ghi {found}; mục này cần {expected}",
        "the answer gives {found}; this indicator takes {expected}";
    /// The overlay was made for another framework, or another revision of it.
    WrongBase wrong_base(found, expected):
        "bản cụ thể hóa này dành cho bộ chỉ số “{found}”, không phải “{expected}”; nếu đúng là để cụ thể hóa bộ chỉ số này, hãy ghi “{expected}” ở đây",
        "the overlay is made for framework `{found}`, not for `{expected}`; if it is meant for this one, write `{expected}` here";
    /// The assessment or scorecard is of another framework.
    WrongFramework wrong_framework(found, expected):
        "nội dung này thuộc bộ chỉ số “{found}”, không phải “{expected}”",
        "this is of framework `{found}`, not `{expected}`";
    /// The role of an event may not do that act.
    WrongRole wrong_role(found, act, accepted):
        "{found} không có thẩm quyền thực hiện việc {act}; việc này của: {accepted}",
        "the role `{found}` may not do `{act}`; accepted: {accepted}";
    /// An assessment is of another stream than its field accepts.
    WrongStream wrong_stream(found, expected):
        "đây là phiếu {found}; ở vị trí này cần phiếu {expected}, hãy kiểm tra lại thứ tự các tệp",
        "the assessment is of the stream `{found}`; `{expected}` is expected here";
    /// Another JSON type than the field accepts.
    WrongType wrong_type(found, expected):
        "ở đây là {found}; cần {expected}",
        "this is {found}; {expected} is expected";
}
