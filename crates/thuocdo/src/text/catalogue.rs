//! The catalogue: one line a text, Vietnamese first. Messages are lower case, on one line, without a final stop, user text in
//! backticks; they say what was found and what would be accepted. The place is told apart from the message.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Both, both};
use crate::framework::Standing;
use crate::violation::ViolationCode;

/// What a violation says.
#[expect(clippy::too_many_lines, reason = "a list, one entry a code")]
pub(crate) const fn violation(code: ViolationCode) -> Both {
    use ViolationCode as C;
    match code {
        C::AssessmentAfterEvent => both(
            "phiếu đánh giá ghi ngày {found}, sau ngày {on} của việc dựa trên phiếu này; hãy xem lại hai ngày",
            "the assessment is dated {found}, after {on}, the day of the event that rests on it; look at both days again",
        ),
        C::AssessmentMissing => both("việc {act} phải kèm phiếu {field}", "the event `{act}` needs an assessment under `{field}`"),
        C::AssessmentOutsidePeriod => both(
            "phiếu đánh giá ghi ngày {found}, không thuộc kỳ “{period}”; phiếu của kỳ này phải ghi ngày từ {from} đến {to}",
            "the assessment is dated {found}, outside the period `{period}`; an assessment of it is dated {from} to {to}",
        ),
        C::BandEnds => both(
            "mức độ {level}: mỗi đầu của khoảng điểm phải được nêu đúng một lần, đầu dưới không lớn hơn đầu trên",
            "level {level}: each end of a band is said exactly once, the lower not above the upper",
        ),
        C::BandGap => {
            both("không khoảng điểm nào chứa {points}; các khoảng phải phủ kín từ 0 đến {max}", "no band holds {points}; bands must cover 0 to {max}")
        }
        C::BandOrder => both(
            "mức độ {level} đứng sau mức độ {previous}; các mức độ phải tăng dần",
            "level {level} comes after level {previous}; levels must ascend",
        ),
        C::BandOverlap => both(
            "khoảng điểm của mức độ {level} bắt đầu hoặc kết thúc ở {points}, chồng lấn với khoảng khác hoặc vượt quá {max}",
            "the band of level {level} begins or ends at {points}, over another band or above {max}",
        ),
        C::ClosedAlready => both(
            "cơ sở giáo dục “{code}” đã sáp nhập hoặc chia tách hết từ ngày {on} ({first}), nên không còn để thay đổi nữa; hãy bỏ một trong hai lần",
            "institution `{code}` was closed on {on} ({first}), and can change no more; take one of the two out",
        ),
        C::ColumnTaken => both(
            "bảng đã có các cột mang tên của cột kết quả: {found}; hãy bỏ hoặc đổi tên các cột này rồi tính lại",
            "the table has columns named as those of results are: {found}; leave them out or rename them, then score it again",
        ),
        C::CountOutOfRange => both("“{found}” không phải là số nguyên từ 0 đến {max}", "`{found}` is not a whole number from 0 to {max}"),
        C::DigestMismatch => both(
            "nội dung đã bị sửa sau khi ghi: mã kiểm tra (SHA-256) hiện là {found}, ở đây ghi “{stated}”",
            "the content has the digest {found}, but `{stated}` is given; something was changed",
        ),
        C::DuplicateAssessment => both(
            "cơ sở giáo dục “{code}” đã có phiếu cùng kỳ, cùng hình thức đánh giá ở {first}; hãy bỏ một phiếu, hoặc cho biết phiếu nào được tính: keep là first (phiếu trước) hay last (phiếu sau)",
            "institution `{code}` has an assessment of this period and stream already, at {first}; take one out, or say which counts: keep is first or last",
        ),
        C::DuplicateCode => both("mã “{code}” đã được dùng ở {first}", "code `{code}` is already used at {first}"),
        C::DuplicateKey => both("khóa “{key}” được ghi nhiều hơn một lần; chỉ ghi một lần", "key `{key}` is given more than once; give it once"),
        C::EmptyList => both("danh sách rỗng; cần ít nhất một mục", "the list is empty; at least one entry is needed"),
        C::EventBeforePrevious => both(
            "ngày {found} sớm hơn ngày {previous} của bước trước; hãy ghi các bước theo thứ tự thời gian",
            "{found} is before {previous}, the day of the event above; events go forward in time",
        ),
        C::EventOutOfOrder => both(
            "hồ sơ đang ở bước {state}, chưa thể {act}; việc làm được lúc này: {accepted}",
            "the case is in the state `{state}`, which does not take the event `{act}`; accepted: {accepted}",
        ),
        C::FrameworkNotNamed => both(
            "bảng chưa cho biết điền theo bộ chỉ số nào, mà các mục {codes} được chấm theo cách khác nhau trong các bộ chỉ số {accepted}; hãy thêm cột framework ghi mã của bộ chỉ số (trong lệnh: --filled-by MÃ)",
            "the table does not say by which framework it was filled in, and {codes} are answered differently by {accepted}; add a column framework with the id of the one (in the command: --filled-by ID)",
        ),
        C::IllFormedChange => both(
            "“{kind}” từ {from} mã thành {to} mã; cần: merged (sáp nhập) từ hai mã trở lên thành một, split (chia tách) từ một mã thành hai trở lên, renamed (đổi mã, đổi tên) từ một mã thành một",
            "`{kind}` from {from} codes to {to}; it takes: merged two or more to one, split one to two or more, renamed one to one",
        ),
        C::IllFormedCode => {
            both("“{found}” không phải là mã: cần {expected}, tối đa {max} ký tự", "`{found}` is not a code: {expected}, at most {max} characters")
        }
        C::InvalidDate => both(
            "“{found}” không phải là ngày có trên lịch; hãy ghi {expected}",
            "`{found}` is not a real date written as {expected}, such as 2023-10-12",
        ),
        C::ListLength => both("danh sách có {found} mục; cần từ {min} đến {max}", "the list has {found} entries; {min} to {max} are accepted"),
        C::MissingField => both("thiếu trường dữ liệu bắt buộc “{field}”", "the required field `{field}` is missing"),
        C::MissingSource => both("đã ghi “{standing}” thì phải nêu ít nhất một nguồn", "what is \"{standing}\" must name at least one source"),
        C::MissingTitle => both("thiếu nội dung bằng {language}", "the text in {language} is missing"),
        C::NoKnownColumn => both(
            "không cột nào có tên là mã của bộ chỉ số, chẳng hạn {accepted}; bảng có các cột: {found}; hãy xem lại dấu phân cách và dòng tiêu đề",
            "no column is named by a code of the framework, such as {accepted}; the table has {found}; look at the separator and the header",
        ),
        C::NotJson => both(
            "nội dung không đúng định dạng JSON (UTF-8): {reason}, ở dòng {line}, cột {column}",
            "not valid JSON in UTF-8: {reason}, line {line}, column {column}",
        ),
        C::NotRecognised => both(
            "hồ sơ mới ở bước {state}; chỉ lập bản xác nhận khi hồ sơ đã ở bước: {accepted}",
            "the case is in the state `{state}`; a level is certified in the states {accepted}",
        ),
        C::NotRefinable => both(
            "bản cụ thể hóa không được thay đổi {what}; chỉ được bổ sung cách tính, các phần, minh chứng, tiêu đề, hướng dẫn và điều kiện riêng",
            "an overlay leaves {what} as it is; it may add rules, parts, evidence, titles, guidance and conditions of its own",
        ),
        C::OtherInstitution => both(
            "phiếu của cơ sở giáo dục “{found}”; ở đây cần phiếu của “{expected}”",
            "this is of institution `{found}`; `{expected}` is expected here",
        ),
        C::OtherPeriod => both("phiếu của kỳ đánh giá “{found}”, không phải “{expected}”", "the assessment is of period `{found}`, not `{expected}`"),
        C::OwnPredecessor => both(
            "theo các lần sáp nhập, chia tách, đổi mã, cơ sở giáo dục “{code}” là tiền thân của chính nó; hãy xem lại các mã",
            "by its mergers, splits and renamings institution `{code}` is its own predecessor; look at the codes again",
        ),
        C::PlanTooLarge => both(
            "nhóm {group} có quá nhiều phương án để so sánh chính xác: hơn {limit} bước tính; hãy bớt các mục đã ghi công sức, hoặc lập kế hoạch từng nhóm một",
            "group {group} has too many choices to compare them exactly: over {limit} steps; give efforts to fewer indicators, or plan one group at a time",
        ),
        C::PointsOutOfRange => both("{found} điểm nằm ngoài khoảng từ 0 đến {max}", "{found} points lie outside 0 to {max}"),
        C::PointsTooPrecise => both(
            "“{found}” có quá hai chữ số thập phân; chỉ được ghi tối đa hai chữ số thập phân",
            "`{found}` has more than two decimals; give hundredths at most",
        ),
        C::RecognitionBlocked => both(
            "chưa thể công nhận theo kết quả đánh giá ngoài, vì: {blockers}",
            "by the external assessment a level cannot be recognised yet: {blockers}",
        ),
        C::ShareOutOfRange => both(
            "phần {part} trên tổng {whole}: tổng phải lớn hơn 0 và phần không vượt quá tổng",
            "{part} of {whole}: the whole must be above 0 and the part not above the whole",
        ),
        C::StepsOrder => both(
            "bậc bắt đầu từ {found} đứng sau bậc {previous}; bậc đầu bắt đầu từ 0, các bậc tăng dần",
            "the step from {found} comes after {previous}; the first step is from 0 and steps ascend",
        ),
        C::StepsPoints => both(
            "bậc này cho {found} điểm; cần từ {least} đến {max}, vì điểm không giảm qua các bậc và bậc cuối cho điểm tối đa",
            "this step gives {found} points; {least} to {max} are needed, since points never fall and the last step gives the maximum",
        ),
        C::StepsUnreachable => both(
            "bậc bắt đầu từ {found}%, không tỉ lệ nào đạt tới; cao nhất là 100%",
            "the step begins at {found}%, which no share reaches; 100% is the highest",
        ),
        C::SumMismatch => both("các phần cộng lại được {found}, không phải {max}", "the parts add up to {found}, not to {max}"),
        C::TooLarge => both("quá lớn: vượt quá {limit} {unit}", "too large: over {limit} {unit}"),
        C::TooManyGroups => both("có {found} nhóm, nhiều nhất là {max}", "there are {found} groups, {max} at most"),
        C::TooManyViolations => {
            both("còn lỗi khác nữa; chỉ liệt kê {limit} lỗi đầu tiên", "there is more that is wrong; only the first {limit} are listed")
        }
        C::UnknownCondition => {
            both("bộ chỉ số không có điều kiện “{code}”; các điều kiện: {accepted}", "the framework has no condition `{code}`; it has {accepted}")
        }
        C::UnknownField => both(
            "không có trường dữ liệu “{field}”; các trường dữ liệu được nhận: {accepted}",
            "there is no field `{field}`; the fields are {accepted}",
        ),
        C::UnknownFramework => both("không có sẵn bộ chỉ số “{found}”; có sẵn: {accepted}", "no framework `{found}` is shipped; there is {accepted}"),
        C::UnknownGroup => both("bộ chỉ số không có nhóm “{code}”; các nhóm: {accepted}", "the framework has no group `{code}`; it has {accepted}"),
        C::UnknownIndicator => both(
            "bộ chỉ số không có mục “{code}”; các mã gần giống: {accepted}",
            "the framework has no indicator `{code}`; codes like it: {accepted}",
        ),
        C::UnknownLevel => both("không có mức độ {level}; các mức độ: {accepted}", "there is no level {level}; the levels are {accepted}"),
        C::UnknownSource => {
            both("nguồn “{found}” không có trong danh sách nguồn: {accepted}", "source `{found}` is not in the list of sources: {accepted}")
        }
        C::UnknownValue => both("không nhận giá trị “{found}”; được nhận: {accepted}", "`{found}` is not accepted here; accepted: {accepted}"),
        C::UnreadColumn => both(
            "tên cột “{found}” có mã {code} nhưng không rõ cột ghi gì; hãy đặt tên cột là {code}, hoặc bỏ mã khỏi tên cột",
            "the column `{found}` has the code {code} in its name, but what it holds is not clear; name it {code}, or take the code out",
        ),
        C::WrongAnswerKind => both("ở đây ghi {found}; mục này cần {expected}", "the answer gives {found}; this indicator takes {expected}"),
        C::WrongBase => both(
            "bản cụ thể hóa này dành cho bộ chỉ số “{found}”, không phải “{expected}”",
            "the overlay is made for framework `{found}`, not for `{expected}`",
        ),
        C::WrongFramework => {
            both("nội dung này thuộc bộ chỉ số “{found}”, không phải “{expected}”", "this is of framework `{found}`, not `{expected}`")
        }
        C::WrongRole => both(
            "{found} không có thẩm quyền thực hiện việc {act}; việc này của: {accepted}",
            "the role `{found}` may not do `{act}`; accepted: {accepted}",
        ),
        C::WrongStream => both(
            "đây là phiếu {found}; ở vị trí này cần phiếu {expected}, hãy kiểm tra lại thứ tự các tệp",
            "the assessment is of the stream `{found}`; `{expected}` is expected here",
        ),
        C::WrongType => both("ở đây là {found}; cần {expected}", "this is {found}; {expected} is expected"),
    }
}

/// What a standing means, for whoever reads a list of figures.
pub(crate) const fn standing(standing: Standing) -> (Both, Both) {
    match standing {
        Standing::Assumed => (
            both("cách hiểu của nhóm phát triển", "assumed"),
            both("các nguồn không nói; đây là cách hiểu của nhóm phát triển", "our reading; the sources are silent"),
        ),
        Standing::Corroborated => {
            (both("hai nguồn khớp nhau", "corroborated"), both("hai nguồn công khai độc lập khớp nhau", "two independent public sources agree"))
        }
        Standing::Derived => (both("suy ra", "derived"), both("tính từ các con số khác", "arithmetic on other figures")),
        Standing::Single => (both("một nguồn", "single"), both("chỉ có một nguồn công khai", "one public source only")),
        Standing::Text => (
            both("nguyên văn", "text"),
            both("trích nguyên văn văn bản, từ trang văn bản pháp luật", "quoted from the Decision by a legal publisher"),
        ),
        Standing::Unlocated => (
            both("chưa xác định", "unlocated"),
            both("chắc chắn có nhưng chưa nguồn nào cho biết nằm ở đâu", "the figure must exist, but no source says where it belongs"),
        ),
    }
}

macro_rules! phrases {
    ($($(#[doc = $doc:literal])+ $name:ident $key:literal $vi:literal $en:literal)+) => {
        /// A text of the catalogue that is not a violation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
        #[non_exhaustive]
        pub enum Phrase {
            $($(#[doc = $doc])+ #[serde(rename = $key)] $name,)+
        }

        impl Phrase {
            /// Every phrase there is.
            pub const ALL: &'static [Phrase] = &[$(Phrase::$name),+];

            /// The stable word by which JSON names it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Phrase::$name => $key),+ }
            }
        }

        pub(super) const fn phrase(phrase: Phrase) -> Both {
            match phrase { $(Phrase::$name => both($vi, $en)),+ }
        }
    };
}

phrases! {
    /// A JSON null.
    Null "null" "null" "null"
    /// A JSON true or false.
    Bool "bool" "đạt hay không (true hoặc false)" "true or false"
    /// A JSON number.
    Number "number" "một số" "a number"
    /// A JSON string.
    String "string" "một chuỗi ký tự" "a string"
    /// A JSON array.
    List "list" "một danh sách" "a list"
    /// A JSON object.
    Object "object" "một đối tượng" "an object"
    /// What takes a number of points.
    ExpectPoints "points" "một số điểm (trong JSON dùng dấu chấm: 7.5; trong Excel, CSV dùng 7,5)" "a number of points, such as 7.5"
    /// What takes a whole number.
    ExpectCount "count" "một số nguyên" "a whole number"
    /// What takes an answer.
    ExpectAnswer "answer" "một số điểm, đạt hay không (true hoặc false), hoặc một đối tượng" "a number of points, true or false, or an object"
    /// What takes the answer to a condition.
    ExpectCondition "condition" "đạt hay không (true hoặc false), hoặc một đối tượng" "true, false or an object"
    /// The form of a date.
    DateForm "date_form" "năm-tháng-ngày (2023-10-12)" "YYYY-MM-DD"
    /// The form of a date, or of a day of every year.
    DeadlineForm "deadline_form" "năm-tháng-ngày (2023-10-12) hoặc tháng-ngày (10-12)" "YYYY-MM-DD or MM-DD"
    /// The form of a code.
    CodeForm "code_form" "chữ số, chữ thường không dấu, các phần nối bằng dấu chấm" "digits and lower-case letters, in parts joined by stops"
    /// The form of a framework's id.
    IdForm "id_form" "chữ số, chữ thường không dấu và dấu gạch nối" "digits, lower-case letters and hyphens"
    /// The form of the name of a source or role.
    NameForm "name_form" "chữ cái không dấu, chữ số và dấu gạch dưới" "letters without accents, digits and underscores"
    /// The state of a case without events.
    NotBegun "not_begun" "chưa bắt đầu" "not begun"
    /// A unit of size.
    Bytes "bytes" "byte" "bytes"
    /// A unit of nesting.
    Depth "depth" "cấp lồng nhau" "levels of nesting"
    /// The language.
    Vietnamese "vi" "tiếng Việt" "Vietnamese"
    /// The language.
    English "en" "tiếng Anh" "English"
    /// The kind of fact `points`.
    FactPoints "fact_points" "điểm (“points”)" "points (`points`)"
    /// The kind of fact `met`.
    FactMet "fact_met" "đạt hay không (“met”)" "met or not (`met`)"
    /// The kind of fact `part` of `whole`.
    FactShare "fact_share" "một phần trên tổng (“part”, “whole”)" "a part of a whole (`part`, `whole`)"
    /// The kind of fact `count`.
    FactCount "fact_count" "một số lượng (“count”)" "a count (`count`)"
    /// More than one kind of fact.
    FactSeveral "fact_several" "nhiều loại dữ kiện cùng lúc" "several kinds of fact at once"
    /// One kind of fact.
    FactOne "fact_one" "đúng một loại dữ kiện" "exactly one kind of fact"

    /// What an overlay leaves as it is.
    FixedBasis "fixed_basis" "nguồn xác nhận của con số" "what the figure rests on"
    /// What an overlay leaves as it is.
    FixedCode "fixed_code" "mã" "the code"
    /// What an overlay leaves as it is.
    FixedCriteria "fixed_criteria" "các tiêu chí" "the criteria"
    /// What an overlay leaves as it is.
    FixedEvidence "fixed_evidence" "yêu cầu về minh chứng đã có (chỉ được yêu cầu chặt hơn)" "evidence that is required already (it may only require more)"
    /// What an overlay leaves as it is.
    FixedFacts "fixed_facts" "số liệu đã quy định cho mục này" "the facts that the indicator asks for already"
    /// What an overlay leaves as it is.
    FixedGroups "fixed_groups" "các nhóm tiêu chí" "the groups"
    /// What an overlay leaves as it is.
    FixedIndicator "fixed_indicator" "việc mục này có trong bộ chỉ số (không được bỏ)" "an indicator that is there (it cannot be dropped)"
    /// What an overlay leaves as it is.
    FixedLegal "fixed_legal" "văn bản ban hành bộ chỉ số" "the act of the framework"
    /// What an overlay leaves as it is.
    FixedLevels "fixed_levels" "các mức độ" "the levels"
    /// What an overlay leaves as it is.
    FixedMet "fixed_met" "việc điều kiện bắt buộc đạt hay không đạt" "whether a mandatory condition is met"
    /// What an overlay leaves as it is.
    FixedProcedure "fixed_procedure" "quy trình và thời hạn" "the procedure and its dates"
    /// What an overlay leaves as it is.
    FixedRule "fixed_rule" "cách tính điểm đã quy định cho mục này" "the rule that the indicator has already"
    /// What an overlay leaves as it is.
    FixedTitle "fixed_title" "nội dung của điều kiện bắt buộc" "what a mandatory condition says"

    /// The ceiling of an indicator.
    AtMost "at_most" "tối đa {max} điểm" "at most {max} points"
    /// A score, known.
    ScoreExact "score_exact" "{score}/{max} điểm" "{score} of {max} points"
    /// A score between two ends.
    ScoreRange "score_range" "từ {low} đến {high}/{max} điểm" "{low} to {high} of {max} points"
    /// A level, known.
    LevelExact "level_exact" "mức độ {level} ({name})" "level {level}: {name}"
    /// A level between two ends.
    LevelRange "level_range" "chưa xác định: từ mức độ {low} ({low_name}) đến mức độ {high} ({high_name})" "undetermined: level {low} ({low_name}) to level {high} ({high_name})"
    /// First line of a group.
    GroupLine "group_line" "Nhóm {code} · {title}: {score} — {level}" "Group {code} · {title}: {score} — {level}"
    /// A criterion with bands.
    CriterionBandedLine "criterion_banded_line" "{code} {title}: {score} — {level}" "{code} {title}: {score} — {level}"
    /// A criterion, or an indicator that was answered.
    PartLine "part_line" "{code} {title}: {score}" "{code} {title}: {score}"
    /// An indicator without an answer.
    MissingLine "missing_line" "{code} {title}: chưa điền, có thể thêm tới {max} điểm" "{code} {title}: not answered, could bring up to {max} points"
    /// A condition that is met.
    ConditionMetLine "condition_met_line" "Điều kiện {code} đã đạt: {title}" "Condition {code} is met: {title}"
    /// A condition that is not met.
    ConditionUnmetLine "condition_unmet_line" "Điều kiện bắt buộc {code} chưa đạt, nên chưa thể công nhận: {title}" "Condition {code} is not met, which blocks recognition: {title}"
    /// A condition of which nothing is known.
    ConditionUnknownLine "condition_unknown_line" "Điều kiện bắt buộc {code} chưa điền (cần ghi đạt hoặc không đạt), nên chưa thể công nhận: {title}" "Condition {code} is unknown (met or unmet must be said), which blocks recognition: {title}"
    /// A local condition that is not met.
    LocalConditionUnmetLine "local_condition_unmet_line" "Điều kiện riêng của địa phương {code} chưa đạt (chỉ báo cáo kèm, không ảnh hưởng công nhận theo {act}): {title}" "Local condition {code} is not met (reported beside, without effect on recognition by {act}): {title}"
    /// A local condition of which nothing is known.
    LocalConditionUnknownLine "local_condition_unknown_line" "Điều kiện riêng của địa phương {code} chưa điền (chỉ báo cáo kèm, không ảnh hưởng công nhận theo {act}): {title}" "Local condition {code} is unknown (reported beside, without effect on recognition by {act}): {title}"
    /// Evidence that is required and not there.
    EvidenceMissingLine "evidence_missing_line" "Chưa đủ minh chứng bắt buộc cho {code} {title} ({asked})" "The evidence required for {code} {title} is missing ({asked})"
    /// Evidence of which it is not known whether it is there.
    EvidenceUnknownLine "evidence_unknown_line" "Chưa rõ có đủ minh chứng bắt buộc cho {code} {title} hay không ({asked})" "Whether the evidence required for {code} {title} is there is not known ({asked})"
    /// What else was said of an answer.
    NoteLine "note_line" "{code}, ghi chú: {note}" "{code}, note: {note}"
    /// Evidence of an answer.
    EvidenceLine "evidence_line" "{code}, minh chứng: {evidence}" "{code}, evidence: {evidence}"
    /// Points of which no source tells whose they are.
    UnlocatedLine "unlocated_line" "{code}: chưa rõ {max} điểm này thuộc mục nào. Nếu văn bản gốc có mục, hoặc điểm tối đa, chưa có trong phiếu này thì ghi phần điểm đó vào đây; chưa có văn bản gốc thì để trống, không ghi 0" "{code}: no source tells whose these {max} points are. If the act has an indicator, or a maximum, that this form has not, give its points here; without the act leave it blank, and do not write 0"
    /// How far to the next level.
    NextLevelLine "next_level_line" "Đã có {low} điểm; cần thêm ít nhất {points} điểm để đạt mức độ {level} ({name})" "{low} points are certain; at least {points} more are needed for level {level} ({name})"
    /// No level above.
    TopLevelLine "top_level_line" "Đã ở mức độ cao nhất" "This is the highest level"
    /// What rests on unconfirmed figures.
    BasisLine "basis_line" "{points} trong {max} điểm tối đa của nhóm dựa trên con số loại “{standing}” ({meaning})" "{points} of the group's {max} points rest on figures of standing \"{standing}\" ({meaning})"
    /// How much of the group is confirmed.
    UnconfirmedLine "unconfirmed_line" "Chưa được xác nhận: {points} trong {max} điểm tối đa; trong điểm đã có, {gained} điểm dựa trên phần này" "Unconfirmed: {points} of {max} points at most; {gained} of the points gained rest on them"
    /// The overall level.
    OverallLine "overall_line" "Mức độ chung của cơ sở (theo nhóm thấp nhất): {level}" "Overall level of the institution (lowest group): {level}"
    /// That a rule is practice and not text.
    OverallAssumedLine "overall_assumed_line" "Quyết định xếp mức độ theo từng nhóm tiêu chí và không quy định mức độ chung; mức độ chung ở đây lấy theo nhóm thấp nhất, là cách các nơi thường làm" "The act rates each group; one level by the lowest group is practice, not the act's text"
    /// Nothing stands in the way.
    EligibleLine "eligible_line" "Đủ điều kiện để cơ quan quản lý xem xét công nhận" "Nothing stands in the way of recognition"
    /// The same of a self-assessment, from which no recognition follows.
    EligibleSelfLine "eligible_self_line" "Đã đủ để báo cáo cơ quan quản lý (đã rõ mức độ, đạt các điều kiện bắt buộc)" "Ready to be reported to the managing authority (the levels are known, the mandatory conditions are met)"
    /// The same of an external assessment.
    EligibleExternalLine "eligible_external_line" "Đủ điều kiện để công nhận mức độ {level} ({name})" "Level {level} ({name}) can be recognised"
    /// The same at the lowest level, which nobody recognises.
    EligibleLowestLine "eligible_lowest_line" "Không vướng điều kiện bắt buộc, nhưng mới ở mức độ {level} ({name})" "No mandatory condition stands in the way, but this is level {level} ({name}) only"
    /// The same by a local framework.
    EligibleLocalLine "eligible_local_line" "Đáp ứng các yêu cầu của địa phương" "What is required locally is met"
    /// Something stands in the way.
    NotEligibleLine "not_eligible_line" "Chưa thể công nhận" "Not yet eligible for recognition"
    /// The same by a local framework.
    NotEligibleLocalLine "not_eligible_local_line" "Chưa đáp ứng các yêu cầu của địa phương" "What is required locally is not met yet"
    /// The level of a group is not settled.
    UndeterminedLine "undetermined_line" "Nhóm {group}: mức độ chưa xác định vì còn mục chưa điền" "Group {group}: the level is undetermined because answers are missing"
    /// Heading.
    HeadGained "head_gained" "Điểm đạt được" "What gave the points"
    /// Heading.
    HeadMissing "head_missing" "Còn thiếu" "What is missing"
    /// Heading.
    HeadConditions "head_conditions" "Điều kiện bắt buộc" "Mandatory conditions"
    /// Heading.
    HeadNext "head_next" "Mức độ tiếp theo" "Next level"
    /// Heading.
    HeadRemarks "head_remarks" "Ghi chú, minh chứng" "Notes and evidence"
    /// Heading.
    HeadBasis "head_basis" "Nguồn xác nhận các con số" "What the figures rest on"

    /// A kind of figure.
    FigureAward "figure_award" "cách cho điểm" "how points are awarded"
    /// A kind of figure.
    FigureBands "figure_bands" "khoảng điểm của các mức độ" "bands of the levels"
    /// A kind of figure.
    FigureCondition "figure_condition" "điều kiện bắt buộc" "mandatory condition"
    /// A kind of figure.
    FigureConditionsEffect "figure_conditions_effect" "hệ quả khi điều kiện chưa đạt" "effect of an unmet condition"
    /// A kind of figure.
    FigureCriterionMax "figure_criterion_max" "điểm tối đa của tiêu chí" "maximum of the criterion"
    /// A kind of figure.
    FigureGroupMax "figure_group_max" "điểm tối đa của nhóm" "maximum of the group"
    /// A kind of figure.
    FigureIndicatorMax "figure_indicator_max" "điểm tối đa của mục" "maximum of the indicator"
    /// A kind of figure.
    FigureOverlay "figure_overlay" "con số riêng của bản cụ thể hóa" "figures of the overlay itself"
    /// A kind of figure.
    FigureNotApplicable "figure_not_applicable" "có cho phép “không áp dụng”" "whether \"not applicable\" is allowed"
    /// A kind of figure.
    FigureOverall "figure_overall" "mức độ chung của cơ sở" "one level per institution"
}
