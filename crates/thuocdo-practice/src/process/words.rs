//! The sentences on a case, Vietnamese and English side by side.

use thuocdo::{Blocker, BlockerCode, Lang};

use super::transitions::{Act, State};

thuocdo::sentences! {
    /// A sentence about a case.
    pub(super) enum Say {
        Title: "Hồ sơ đánh giá mức độ chuyển đổi số: {name}", "Assessment case: {name}";
        About: "Mã {code} · kỳ đánh giá {period}", "Code {code} · period {period}";
        StateLine: "Đang ở bước: {state}", "State: {state}";
        StateOn: "Đến ngày {day}, đang ở bước: {state}", "State as of {day}: {state}";
        NotBegun: "chưa bắt đầu", "not begun";

        Timeline: "Quá trình thực hiện", "What was done";
        Day: "Ngày", "Day";
        What: "Việc", "Act";
        Who: "Vai trò", "Role";
        Body: "Đơn vị thực hiện", "Body";
        Note: "Ghi chú", "Note";

        Results: "Kết quả theo Bộ chỉ số của Bộ GDĐT", "Results by the national framework";
        Group: "Nhóm", "Group";
        OwnPoints: "Điểm tự đánh giá", "Points, self";
        OwnLevel: "Mức độ tự đánh giá", "Level, self";
        ExternalPoints: "Điểm đánh giá ngoài", "Points, external";
        ExternalLevel: "Mức độ đánh giá ngoài", "Level, external";
        Blocked: "Chưa thể công nhận vì: {blockers}", "A level cannot be recognised because of: {blockers}";
        ConditionUnmet: "điều kiện bắt buộc {at} chưa đạt", "condition {at} is unmet";
        ConditionUnknown: "điều kiện bắt buộc {at} chưa điền", "condition {at} is unknown";
        EvidenceMissing: "mục {at} thiếu minh chứng bắt buộc", "the evidence required for {at} is missing";
        EvidenceUnknown: "chưa rõ mục {at} có đủ minh chứng bắt buộc hay không", "whether the evidence required for {at} is there is unknown";
        LevelUndetermined: "nhóm {at} chưa xác định được mức độ", "group {at} has no determined level";
        Recognised: "Mức độ được công nhận: {groups}; mức độ chung (theo nhóm thấp nhất) là mức độ {level}", "Recognised: {groups}; overall (lowest group) level {level}";
        GroupLevel: "nhóm {group} mức độ {level}", "group {group} level {level}";
        NoLevel: "Chưa có mức độ được công nhận", "There is no recognised level";

        Deadlines: "Thời hạn riêng", "Deadlines of one's own";
        DeadlinesNational: "Thời hạn theo quy định của Bộ GDĐT", "Deadlines (national)";
        Late: "{act} ngày {on}: chậm {days} ngày so với hạn {deadline}", "{act} on {on}; days late: {days} (due {deadline})";
        Overdue: "{act}: quá hạn {days} ngày (hạn {deadline})", "{act}; days overdue: {days} (due {deadline})";
        Rests: " — nguồn xác nhận của thời hạn: {standing}", " — the deadline's basis: {standing}";
        Ahead: "{act}: hạn {deadline}, còn {days} ngày", "{act}, due {deadline}; days left: {days}";
        AheadToday: "{act}: hạn {deadline}, hôm nay là ngày cuối", "{act}, due {deadline}: today is the last day";
        AheadTitle: "{deadlines}, tính từ ngày {day}", "{deadlines}, as of {day}";
        AheadNone: "Không còn thời hạn nào phía trước", "No deadline lies ahead";
        LastDay: "Hạn là ngày cuối còn kịp: làm trong ngày đó vẫn đúng hạn; văn bản ghi “trước ngày …” thì phần mềm vẫn tính đến hết ngày đó",
            "A deadline is the last day in time, to its end; also where the act says \"before\" a day: that is the software's reading";
        InTime: "Không có việc nào chậm hoặc quá hạn", "Nothing is late or overdue";
        NoneLate: "Không có việc nào thực hiện chậm; muốn biết việc nào quá hạn, cần nêu ngày xem xét", "Nothing was done late; what is overdue depends on the day that is looked at";
        PeriodWithoutYear: "{act}, hạn {deadline} hằng năm: chưa xét được vì kỳ đánh giá không nêu năm", "{act}, due {deadline} each year: not judged, since the period names no year";
        OtherYears: "{act}, hạn {deadline}: không áp dụng vì kỳ đánh giá thuộc năm khác", "{act}, due {deadline}: not judged, since the period names other years";

        WhatNext: "Việc có thể làm tiếp", "What may be done next";
        Complete: "Hồ sơ đã hoàn thành: mức độ đã được công nhận và công bố", "The case is complete: the level is recognised and published";
        ByWhom: "Ai thực hiện", "By whom";
        ButBlocked: "{act} (đang vướng: xem kết quả đánh giá ngoài)", "{act} (blocked: see the external assessment)";
        NothingNext: "Hồ sơ đã kết thúc", "The case has ended";

        WithdrawCase: "rút hồ sơ", "withdraw the case";
        TakeBack: "thu hồi kết quả", "take the result back";
        CaseWithdrawn: "hồ sơ đã rút", "the case was withdrawn";
        TakenBack: "kết quả đã bị thu hồi", "the result was taken back";
    }
}

impl Act {
    /// In words, done in a state: until the authority has assessed, the institution withdraws the case; from then on the authority withdraws the result.
    pub(super) fn name_in(self, state: Option<State>, lang: Lang) -> &'static str {
        match (self, state) {
            (Act::Withdraw, Some(state)) => if state.has_result() { Say::TakeBack } else { Say::WithdrawCase }.template(lang),
            _ => self.name(lang),
        }
    }
}

impl State {
    /// In words; of a case without events too.
    pub fn text(state: Option<State>, lang: Lang) -> &'static str {
        state.map_or(Say::NotBegun.template(lang), |state| state.name(lang))
    }
}

/// What stands in the way of recognition.
pub(super) fn blocker(blocker: &Blocker, lang: Lang) -> String {
    let say = match blocker.code {
        BlockerCode::ConditionUnmet => Say::ConditionUnmet,
        BlockerCode::ConditionUnknown => Say::ConditionUnknown,
        BlockerCode::EvidenceMissing => Say::EvidenceMissing,
        BlockerCode::EvidenceUnknown => Say::EvidenceUnknown,
        // The list of codes may grow; each that does gets its sentence here.
        _ => Say::LevelUndetermined,
    };
    say.say(lang, &[("at", &blocker.at)])
}
