//! What is said of a case, Vietnamese and English side by side.

use thuocdo::Lang;

use super::rules::{Act, Role, State};

thuocdo::sentences! {
    /// A sentence about a case.
    pub(super) enum Say {
        Title: "Hồ sơ đánh giá mức độ chuyển đổi số: {name}", "Assessment case: {name}";
        About: "Mã {code} · kỳ đánh giá {period}", "Code {code} · period {period}";
        StateLine: "Trạng thái: {state}", "State: {state}";
        StateOn: "Trạng thái đến ngày {day}: {state}", "State as of {day}: {state}";
        NotBegun: "chưa bắt đầu", "not begun";

        Timeline: "Quá trình thực hiện", "What was done";
        Day: "Ngày", "Day";
        What: "Việc", "Act";
        Who: "Vai trò", "Role";
        Body: "Đơn vị thực hiện", "Body";
        Note: "Ghi chú", "Note";

        Results: "Kết quả theo bộ chỉ số của Bộ GDĐT", "Results by the national framework";
        Group: "Nhóm", "Group";
        OwnPoints: "Điểm tự đánh giá", "Points, self";
        OwnLevel: "Mức tự đánh giá", "Level, self";
        ExternalPoints: "Điểm đánh giá ngoài", "Points, external";
        ExternalLevel: "Mức đánh giá ngoài", "Level, external";
        Blocked: "Chưa thể công nhận vì: {blockers}", "A level cannot be recognised because of: {blockers}";
        ConditionUnmet: "điều kiện {at} chưa đạt", "condition {at} is unmet";
        ConditionUnknown: "điều kiện {at} chưa rõ", "condition {at} is unknown";
        LevelUndetermined: "nhóm {at} chưa xác định được mức", "group {at} has no determined level";
        Recognised: "Mức được công nhận: {groups}; mức chung (theo nhóm thấp nhất) là mức {level}", "Recognised: {groups}; overall (lowest group) level {level}";
        GroupLevel: "nhóm {group} mức {level}", "group {group} level {level}";
        NoLevel: "Chưa có mức được công nhận", "There is no recognised level";

        Deadlines: "Thời hạn ({scope})", "Deadlines ({scope})";
        Late: "{act} ngày {on}: chậm {days} ngày so với hạn {deadline}", "{act} on {on}; days late: {days} (due {deadline})";
        Overdue: "{act}: quá hạn {days} ngày (hạn {deadline})", "{act}; days overdue: {days} (due {deadline})";
        Rests: " — căn cứ của thời hạn: {standing}", " — the deadline's basis: {standing}";
        Ahead: "{act}: hạn {deadline}, còn {days} ngày", "{act}, due {deadline}; days left: {days}";
        AheadToday: "{act}: hạn {deadline}, hôm nay là ngày cuối", "{act}, due {deadline}: today is the last day";
        AheadTitle: "Thời hạn tính từ ngày {day} ({scope})", "Deadlines as of {day} ({scope})";
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

        Plan: "lập kế hoạch", "plan";
        SelfAssess: "tự đánh giá", "self-assess";
        Approve: "phê duyệt kết quả tự đánh giá", "approve the self-assessment";
        Report: "báo cáo kết quả tự đánh giá", "report the self-assessment";
        Return: "trả lại để bổ sung", "return for more";
        ExternallyAssess: "đánh giá ngoài", "assess externally";
        Recognise: "công nhận mức độ", "recognise the level";
        Publish: "công bố kết quả", "publish the level";
        Withdraw: "rút hồ sơ hoặc thu hồi kết quả", "withdraw";

        WithdrawCase: "rút hồ sơ", "withdraw the case";
        TakeBack: "thu hồi kết quả", "take the result back";

        Planned: "đã lập kế hoạch", "planned";
        SelfAssessed: "đã tự đánh giá", "self-assessed";
        Approved: "thủ trưởng đã phê duyệt", "approved by the head";
        Reported: "đã báo cáo cơ quan quản lý", "reported to the authority";
        Returned: "được trả lại để bổ sung", "returned for more";
        ExternallyAssessed: "đã đánh giá ngoài", "externally assessed";
        RecognisedState: "đã được công nhận", "recognised";
        Published: "đã công bố", "published";
        Withdrawn: "đã rút hoặc bị thu hồi", "withdrawn";
        CaseWithdrawn: "hồ sơ đã rút", "the case was withdrawn";
        TakenBack: "kết quả đã bị thu hồi", "the result was taken back";

        Institution: "cơ sở giáo dục", "institution";
        Head: "thủ trưởng cơ sở giáo dục", "head of the institution";
        Authority: "cơ quan quản lý", "managing authority";
    }
}

impl Act {
    /// In words, done in a state: until the authority has assessed, a case is withdrawn; from then on its result is taken back.
    pub(super) fn text_in(self, state: Option<State>, lang: Lang) -> &'static str {
        match (self, state) {
            (Act::Withdraw, Some(state)) => if state.has_result() { Say::TakeBack } else { Say::WithdrawCase }.template(lang),
            _ => self.text(lang),
        }
    }

    /// In words.
    pub fn text(self, lang: Lang) -> &'static str {
        let say = match self {
            Act::Plan => Say::Plan,
            Act::SelfAssess => Say::SelfAssess,
            Act::Approve => Say::Approve,
            Act::Report => Say::Report,
            Act::Return => Say::Return,
            Act::ExternallyAssess => Say::ExternallyAssess,
            Act::Recognise => Say::Recognise,
            Act::Publish => Say::Publish,
            Act::Withdraw => Say::Withdraw,
        };
        say.template(lang)
    }
}

impl State {
    /// In words; of a case without events too.
    pub fn text(state: Option<State>, lang: Lang) -> &'static str {
        let say = match state {
            None => Say::NotBegun,
            Some(State::Planned) => Say::Planned,
            Some(State::SelfAssessed) => Say::SelfAssessed,
            Some(State::Approved) => Say::Approved,
            Some(State::Reported) => Say::Reported,
            Some(State::Returned) => Say::Returned,
            Some(State::ExternallyAssessed) => Say::ExternallyAssessed,
            Some(State::Recognised) => Say::RecognisedState,
            Some(State::Published) => Say::Published,
            Some(State::Withdrawn) => Say::Withdrawn,
        };
        say.template(lang)
    }
}

impl Role {
    /// In words.
    pub fn text(self, lang: Lang) -> &'static str {
        let say = match self {
            Role::Institution => Say::Institution,
            Role::Head => Say::Head,
            Role::Authority => Say::Authority,
        };
        say.template(lang)
    }
}
