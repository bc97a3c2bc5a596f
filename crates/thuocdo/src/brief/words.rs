//! The sentences of a brief.

crate::sentences! {
    /// A sentence or a part of one.
    pub(super) enum Say {
        Unnamed: "(Phiếu không nêu tên cơ sở giáo dục)", "(The assessment does not name the institution)";
        Period: "Kỳ đánh giá {period}", "Period {period}";
        OfMax: "{points}/{max} điểm", "{points}/{max} points";
        LevelUndetermined: "mức độ {level} (chưa xác định)", "level {level}: undetermined";
        AtTop: "mức độ cao nhất", "the highest level";
        Gap: "thiếu {points} điểm để lên mức độ {level}", "{points} points short of level {level}";
        Overall: "Mức độ chung của cơ sở (theo nhóm thấp nhất)", "Overall level of the institution (lowest group)";
        ConditionsUnmet: "Điều kiện chưa đạt: {codes}", "Conditions not met: {codes}";
        ConditionsUnknown: "Điều kiện chưa điền: {codes}", "Conditions not answered: {codes}";
        ReadyButBlank: "Đã rõ mức độ, đạt các điều kiện bắt buộc; nên điền nốt mục còn trống rồi mới báo cáo cơ quan quản lý",
            "The levels are known and the mandatory conditions are met; fill in what is blank before it is reported";
        EvidenceMissing: "Chưa đủ minh chứng bắt buộc: {codes}", "Required evidence is missing: {codes}";
        EvidenceUnknown: "Chưa rõ có đủ minh chứng bắt buộc hay không: {codes}", "Whether required evidence is there is not known: {codes}";
        UnlocatedBlank: "{code} (tới {points} điểm) chưa rõ nội dung; chưa có văn bản gốc thì để trống", "{code} (up to {points} points): no source tells what it is; without the act leave it blank";
        Next: "Việc tiếp theo: {what}", "Next: {what}";
        FillIn: "điền các mục, điều kiện còn trống, rồi chấm lại", "fill in what is blank, then score again";
        MeetConditions: "thực hiện các điều kiện chưa đạt", "meet the conditions that are not met";
        AddEvidence: "bổ sung minh chứng bắt buộc, rồi chấm lại", "add the evidence that is required, then score again";
        Recognise: "cơ quan quản lý xem xét công nhận", "the managing authority recognises the level";
        Report: "trình thủ trưởng phê duyệt, rồi báo cáo cơ quan quản lý", "have the head approve it, then report it to the managing authority";
        Raise: "để lên mức độ {level}, nâng {code} từ {from} lên {to} điểm", "for level {level}, raise {code} from {from} to {to} points";
        Raises: "để lên mức độ {level}, nâng {code} từ {from} lên {to} điểm và {more} mục khác",
            "for level {level}, raise {code} from {from} to {to} points, and {more} more";
    }
}
