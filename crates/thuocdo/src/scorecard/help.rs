//! The text that `explain-code` prints about each blocker.

use super::BlockerCode;
use crate::text::CodeHelp;

impl BlockerCode {
    /// Meaning, example and remedy.
    pub const fn help(self) -> CodeHelp {
        match self {
            BlockerCode::ConditionUnmet => CodeHelp::new(
                [
                    "một điều kiện bắt buộc không đạt, nên chưa thể công nhận dù đủ điểm",
                    "a mandatory condition is not met, which blocks recognition whatever the points",
                ],
                "1.1: không đạt",
                ["thực hiện để điều kiện đạt, kèm minh chứng, rồi đánh giá lại", "meet the condition, show evidence, and assess again"],
            ),
            BlockerCode::ConditionUnknown => CodeHelp::new(
                ["chưa ghi một điều kiện bắt buộc đạt hay không đạt", "nobody said whether a mandatory condition is met"],
                "1.1:",
                ["ghi “đạt” hoặc “không đạt” cho điều kiện đó", "say of the condition whether it is met"],
            ),
            BlockerCode::EvidenceMissing => CodeHelp::new(
                [
                    "điều kiện đã đạt hoặc mục đã có điểm nhưng thiếu minh chứng mà địa phương yêu cầu",
                    "a condition is met or an answer brings points without the evidence that is required",
                ],
                "1.6.1: 24/32, (0 minh chứng)",
                ["ghi minh chứng (tên, ngày, loại) ở cột “Minh chứng” của phiếu", "give the evidence, with title, date and kind"],
            ),
            BlockerCode::EvidenceUnknown => CodeHelp::new(
                [
                    "chưa rõ có đủ minh chứng hay không: bảng không có chỗ ghi, hoặc minh chứng không ghi ngày hay loại",
                    "it cannot be told whether there is enough evidence: a table has no place for it, or a date or kind is not said",
                ],
                "Mã trường;1.6.1",
                ["nộp phiếu có cột “Minh chứng”, ghi đủ ngày và loại", "hand in a form, which has a place for evidence, with dates and kinds"],
            ),
            BlockerCode::LevelUndetermined => CodeHelp::new(
                ["còn mục chưa điền nên chưa biết nhóm ở mức độ nào", "answers that are missing leave the level of a group open"],
                "66–76 điểm, mức độ 2–3",
                ["điền các mục còn trống; xem các mục đó: thuocdo explain TỆP", "answer what is missing; to see what that is: thuocdo explain FILE"],
            ),
        }
    }
}
