//! The sentences on acts in bulk, Vietnamese and English side by side.

use thuocdo::text::place;
use thuocdo::{Lang, Violation};

use super::outcome::{Reason, ReasonLine};

thuocdo::sentences! {
    /// A sentence about acts in bulk.
    pub(super) enum Say {
        Title: "Ghi việc đã làm vào hồ sơ", "Acts put into cases";
        Made: "Lập mới {count} hồ sơ", "New cases: {count}";
        Known: "Đã ghi từ trước, bỏ qua: {count} việc", "There already, passed over: {count}";
        DoneCount: "{act}: ghi {count} cơ sở", "{act}: {count} done";
        NothingDone: "Không ghi thêm việc nào", "Nothing was added";
        Refused: "Chưa ghi được {count} việc", "Not done: {count}";
        RefusedFor: "{act}, ngày {day}: {why}", "{act}, {day}: {why}";
        Place: "Chỗ ghi", "Where";
        Institution: "Cơ sở giáo dục", "Institution";
        Code: "Mã", "Code";
        What: "Việc", "Act";
        Day: "Ngày", "Day";
        Why: "Lý do", "Why";
        Cases: "Có tất cả {count} hồ sơ", "Cases in all: {count}";

        AtLowest: "đánh giá ngoài mới ở mức độ thấp nhất (chưa đáp ứng), không có mức độ để công nhận; nếu vẫn ghi, dùng --code MÃ",
            "the external assessment is at the lowest level, of which there is nothing to recognise; to do so all the same, use --code CODE";
        NoBody: "chưa rõ đơn vị thực hiện; ghi tên đơn vị ở cột “Đơn vị” hoặc --body, hoặc ghi cơ quan quản lý trong danh mục",
            "the body that acted is not known; write it in the column \"body\" or with --body, or write the authority into the register";
        NoCase: "chưa có hồ sơ; việc đầu tiên của hồ sơ là lập kế hoạch (plan)", "there is no case; the first act of a case is `plan`";
        NoPeriod: "chưa rõ kỳ đánh giá để lập hồ sơ; thêm --period, ví dụ --period 2026-2027", "the period of the new case is not known; add --period, such as --period 2026-2027";
        NotRegistered: "mã “{code}” không có trong danh mục", "the register does not have the code `{code}`";
        NotRegisteredNear: "mã “{code}” không có trong danh mục; có phải là {near}?", "the register does not have the code `{code}`; is it {near}?";
        SeveralCases: "có hồ sơ của nhiều kỳ ({periods}); hãy ghi rõ kỳ đánh giá", "there are cases of several periods ({periods}); say which period is meant";
        SeveralForms: "có nhiều phiếu cùng kỳ, cùng hình thức đánh giá: {files}; hãy chỉ giữ phiếu đúng", "several forms are of one period and stream: {files}; keep the right one only";

        StandTitle: "Tình hình hồ sơ", "Where the cases stand";
        StandTitleOn: "Tình hình hồ sơ đến ngày {day}", "Where the cases stand on {day}";
        State: "Bước", "State";
        Count: "Số cơ sở", "Institutions";
        Since: "Từ ngày", "Since";
        Level: "Mức độ được công nhận", "Recognised level";
        Deadline: "Thời hạn", "Deadline";
        Behind: "Cơ sở giáo dục quá hạn hoặc thực hiện chậm", "Institutions that are overdue or were late";
        NobodyBehind: "Không cơ sở nào quá hạn hoặc thực hiện chậm", "Nobody is overdue or was late";
        Overdue: "{act}: quá hạn {days} ngày (hạn {deadline})", "{act}: {days} days overdue (due {deadline})";
        Late: "{act}: chậm {days} ngày (hạn {deadline})", "{act}: {days} days late (due {deadline})";
        Next: "{act}: hạn {deadline}, còn {days} ngày; {count} cơ sở chưa làm", "{act}: due {deadline}, {days} days left; not done by {count}";
        NextToday: "{act}: hạn {deadline}, hôm nay là ngày cuối; {count} cơ sở chưa làm", "{act}: due {deadline}, today is the last day; not done by {count}";
        List: "Từng cơ sở giáo dục", "Each institution";
    }
}

impl Reason {
    /// In words, a line for each.
    pub fn lines(&self, code: &str, lang: Lang) -> Vec<ReasonLine> {
        let one = |word: &'static str, message: String| vec![ReasonLine { code: word, message }];
        match self {
            Reason::AtLowest => one("at_lowest", Say::AtLowest.template(lang).to_owned()),
            Reason::NoBody => one("no_body", Say::NoBody.template(lang).to_owned()),
            Reason::NoCase => one("no_case", Say::NoCase.template(lang).to_owned()),
            Reason::NoPeriod => one("no_period", Say::NoPeriod.template(lang).to_owned()),
            Reason::NotRegistered(None) => one("not_registered", Say::NotRegistered.say(lang, &[("code", &code)])),
            Reason::NotRegistered(Some(near)) => one("not_registered", Say::NotRegisteredNear.say(lang, &[("code", &code), ("near", near)])),
            Reason::SeveralCases(periods) => one("several_cases", Say::SeveralCases.say(lang, &[("periods", &periods.join(", "))])),
            Reason::SeveralForms(files) => one("several_forms", Say::SeveralForms.say(lang, &[("files", &files.join(", "))])),
            Reason::Procedure(violations) => {
                let line = |violation: &Violation| {
                    let message = violation.message(lang);
                    // What is wrong with a form has a place in it; what is wrong with the deed itself has none.
                    let message = if violation.at().is_empty() { message } else { format!("{}: {message}", place(violation.at(), lang)) };
                    ReasonLine { code: violation.code().as_str(), message }
                };
                violations.iter().map(line).collect()
            }
        }
    }
}
