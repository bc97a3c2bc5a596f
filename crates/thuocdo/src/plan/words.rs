//! The sentences of plans and of what-if results.

crate::sentences! {
    /// A sentence or heading.
    pub(super) enum Say {
        Goal: "Hiện ít nhất đạt {now}; cần đạt {target}", "Now certain: {now}; the target is {target}";
        Reached: "Điểm đã có là đủ, không cần nâng mục nào", "The certain points are enough; nothing has to be raised";
        Needed: "Cần thêm ít nhất {points} điểm so với điểm đã có; mỗi mục chấm đến bội số của {step} điểm hoặc điểm tối đa",
            "At least {points} more points than the certain ones are needed; each indicator is raised to a multiple of {step}, or to its maximum";
        Unlocated: "{code}: còn tới {points} điểm chưa rõ thuộc mục nào, không tính vào kế hoạch này",
            "{code}: for up to {points} more points no source tells whose they are; this plan does not count on them";
        WithUnlocated: "{code}: có thể còn {points} điểm chưa rõ thuộc mục nào, không tính vào kế hoạch; chưa có phần điểm này thì chưa thể đạt {target}",
            "{code}: there may be {points} more points of which no source tells whose they are; no plan counts on them, and without them {target} is out of reach";
        OutOfReach: "Chưa thể đạt: dù mọi mục đạt điểm tối đa vẫn thiếu {points} điểm; cao nhất là {level}",
            "Out of reach: even with every indicator at its best {points} points are lacking; the best is {level}";
        CheapestOutOfReach: "Chưa thể đạt nếu chỉ nâng các mục đã ghi công sức: còn thiếu {points} điểm; cao nhất là {level}",
            "Out of reach with the indicators whose effort is given: {points} points are lacking; the best is {level}";

        HeadConditions: "Trước hết: điều kiện bắt buộc", "First: mandatory conditions";
        ConditionUnmet: "{code} chưa đạt: {title}", "{code} is not met: {title}";
        ConditionUnknown: "{code} chưa điền (cần ghi đạt hoặc không đạt): {title}", "{code} is not answered: {title}";

        HeadFewest: "Cách nâng ít mục nhất: {count} mục, {points} điểm", "Raising the fewest indicators: {count}, by {points} points";
        HeadCheapest: "Cách ít công sức nhất: công sức {effort}, {count} mục, {points} điểm",
            "Of the least effort: effort {effort}, {count} indicators, by {points} points";
        HeadCheapestNone: "Cách ít công sức nhất", "Of the least effort";
        EvidenceElsewhere: "Mục nào chưa nêu minh chứng: ghi văn bản, đường liên kết hoặc số liệu cho thấy kết quả vào cột minh chứng của phiếu",
            "Where no evidence is named: write a document, a link or a figure that shows the result into the form's column of evidence";
        NothingToDo: "Mọi nhóm đã đạt mức độ cần đạt và không còn điều kiện nào chưa đạt", "Every group is at its target, and no condition is open";
        Criterion: "{code} {title}", "{code} {title}";
        Raise: "  • {code} {title}: từ {from} lên {to} (tối đa {max})", "  • {code} {title}: from {from} to {to} (of {max})";
        CriterionShownBy: "  minh chứng: {evidence}", "  shown by: {evidence}";
        ShownBy: "    minh chứng: {evidence}", "    shown by: {evidence}";
        HeadRoom: "Điểm mỗi mục còn có thể mang lại", "What each indicator can still bring";
        HeadMissing: "Các mục chưa điền", "Answers that are missing";
        MissingAnswers: "Chưa điền: {list}", "Not answered: {list}";
        MissingAnswer: "{code} (tới {points} điểm)", "{code} (up to {points} points)";
        PossibleAlready: "{level} — dù các mục này không được điểm nào", "{level} — even if these answers bring nothing";
        PossibleLevel: "{level} — nếu các mục này được tổng cộng từ {points} điểm", "{level} — if these answers together bring {points} points or more";

        Code: "Mã", "Code";
        Title: "Mục", "Indicator";
        From: "Hiện có", "Now";
        To: "Cần đạt", "To reach";
        Unanswered: "chưa điền", "not answered";
        AtLeast: "từ {points}", "{points} or more";
        Adds: "Còn thêm được", "Can add";
        LevelAlone: "Mức độ của nhóm nếu chỉ nâng mục này", "Group's level if only this one is raised";

        Before: "Trước", "Before";
        After: "Sau", "After";
        Difference: "Chênh lệch", "Difference";
        Changed: "Các mục thay đổi", "Indicators that change";
        ChangedConditions: "Các điều kiện thay đổi", "Conditions that change";
        Condition: "Điều kiện", "Condition";
        Met: "đạt", "met";
        Unmet: "không đạt", "unmet";
        Unknown: "chưa điền", "unknown";
        Levels: "Điểm và mức độ", "Points and levels";
        GroupColumn: "Nhóm", "Group";
        Overall: "Mức độ chung của cơ sở", "Overall level of the institution";
        Recognition: "Công nhận", "Recognition";
        Eligible: "Đủ điều kiện để xem xét công nhận", "Nothing stands in the way of recognition";
        EligibleLowest: "Không vướng điều kiện bắt buộc, nhưng mới ở {level}", "No mandatory condition stands in the way, but this is {level} only";
        NotEligible: "Chưa thể công nhận", "Not yet eligible for recognition";
        Gone: "Đã khắc phục: {what}", "No longer in the way: {what}";
        Added: "Phát sinh thêm: {what}", "Newly in the way: {what}";
        Nothing: "Không có gì thay đổi", "Nothing changes";
    }
}
