//! The sentences of an explanation.

use crate::sentences;

sentences! {
    /// A sentence of an explanation.
    pub(super) enum Say {
        ScoreExact: "{score}/{max} điểm", "{score} of {max} points";
        ScoreRange: "từ {low} đến {high}/{max} điểm", "{low} to {high} of {max} points";
        LevelExact: "mức độ {level} ({name})", "level {level}: {name}";
        LevelRange: "chưa xác định: từ mức độ {low} ({lower}) đến mức độ {high} ({higher})", "undetermined: level {low} ({lower}) to level {high} ({higher})";
        Group: "Nhóm {code} · {title}: {score} — {level}", "Group {code} · {title}: {score} — {level}";
        CriterionBanded: "{code} {title}: {score} — {level}", "{code} {title}: {score} — {level}";
        Part: "{code} {title}: {score}", "{code} {title}: {score}";
        Missing: "{code} {title}: chưa điền, có thể thêm tới {max} điểm", "{code} {title}: not answered, could bring up to {max} points";
        Unanswered: "Còn {count} mục chưa điền, có thể thêm tới {points} điểm", "Missing answers: {count}; they could bring up to {points} points";
        ConditionMet: "Điều kiện {code} đã đạt: {title}", "Condition {code} is met: {title}";
        ConditionUnmet: "Điều kiện bắt buộc {code} chưa đạt, nên chưa thể công nhận: {title}", "Condition {code} is not met, which blocks recognition: {title}";
        ConditionUnknown: "Điều kiện bắt buộc {code} chưa điền (cần ghi đạt hoặc không đạt), nên chưa thể công nhận: {title}", "Condition {code} is unknown (met or unmet must be said), which blocks recognition: {title}";
        LocalConditionUnmet: "Điều kiện riêng của địa phương {code} chưa đạt (chỉ báo cáo kèm, không ảnh hưởng công nhận theo {act}): {title}", "Local condition {code} is not met (reported beside, without effect on recognition by {act}): {title}";
        LocalConditionUnknown: "Điều kiện riêng của địa phương {code} chưa điền (chỉ báo cáo kèm, không ảnh hưởng công nhận theo {act}): {title}", "Local condition {code} is unknown (reported beside, without effect on recognition by {act}): {title}";
        EvidenceMissing: "Chưa đủ minh chứng bắt buộc cho {code} {title} ({asked})", "The evidence required for {code} {title} is missing ({asked})";
        EvidenceUnknown: "Chưa rõ có đủ minh chứng bắt buộc cho {code} {title} hay không ({asked})", "Whether the evidence required for {code} {title} is there is not known ({asked})";
        Note: "{code}, ghi chú: {note}", "{code}, note: {note}";
        Evidence: "{code}, minh chứng: {evidence}", "{code}, evidence: {evidence}";
        Unlocated: "{code}: chưa rõ {max} điểm này thuộc mục nào. Nếu văn bản gốc có mục, hoặc điểm tối đa, chưa có trong phiếu này thì ghi phần điểm đó vào đây; chưa có văn bản gốc thì để trống, không ghi 0", "{code}: no source tells whose these {max} points are. If the act has an indicator, or a maximum, that this form has not, give its points here; without the act leave it blank, and do not write 0";
        NextLevel: "Đã có {low} điểm; cần thêm ít nhất {points} điểm để đạt mức độ {level} ({name})", "{low} points are certain; at least {points} more are needed for level {level} ({name})";
        TopLevel: "Đã ở mức độ cao nhất", "This is the highest level";
        Basis: "{points} trong {max} điểm tối đa của nhóm dựa trên con số loại “{standing}” ({meaning})", "{points} of the group's {max} points rest on figures of standing \"{standing}\" ({meaning})";
        Unconfirmed: "Chưa được xác nhận: {points} trong {max} điểm tối đa; trong điểm đã có, {gained} điểm dựa trên phần này", "Unconfirmed: {points} of {max} points at most; {gained} of the points gained rest on them";
        Overall: "Mức độ chung của cơ sở (theo nhóm thấp nhất): {level}", "Overall level of the institution (lowest group): {level}";
        Eligible: "Đủ điều kiện để cơ quan quản lý xem xét công nhận", "Nothing stands in the way of recognition";
        EligibleSelf: "Đã đủ để báo cáo cơ quan quản lý (đã rõ mức độ, đạt các điều kiện bắt buộc)", "Ready to be reported to the managing authority (the levels are known, the mandatory conditions are met)";
        EligibleExternal: "Đủ điều kiện để công nhận mức độ {level} ({name})", "Level {level} ({name}) can be recognised";
        EligibleLowest: "Không vướng điều kiện bắt buộc, nhưng mới ở mức độ {level} ({name})", "No mandatory condition stands in the way, but this is level {level} ({name}) only";
        EligibleLocal: "Đáp ứng các yêu cầu của địa phương", "What is required locally is met";
        NotEligible: "Chưa thể công nhận", "Not yet eligible for recognition";
        NotEligibleLocal: "Chưa đáp ứng các yêu cầu của địa phương", "What is required locally is not met yet";
        Undetermined: "Nhóm {group}: mức độ chưa xác định vì còn mục chưa điền", "Group {group}: the level is undetermined because answers are missing";
        HeadGained: "Điểm đạt được", "What gave the points";
        HeadMissing: "Còn thiếu", "What is missing";
        HeadConditions: "Điều kiện bắt buộc", "Mandatory conditions";
        HeadNext: "Mức độ tiếp theo", "Next level";
        HeadRemarks: "Ghi chú, minh chứng", "Notes and evidence";
        HeadBasis: "Nguồn xác nhận các con số", "What the figures rest on";
    }
}
