//! The explanation of each rule and signal, for readers of a report. One without its lines here does not compile.

use thuocdo::text::CodeHelp;

use super::rules::{QualityRule, Signal};

impl QualityRule {
    /// The explanation of the rule, longer than the message of a finding.
    #[expect(clippy::too_many_lines, reason = "a list, one entry a rule")]
    pub const fn help(self) -> CodeHelp {
        match self {
            QualityRule::ValueValid => CodeHelp::new(
                [
                    "giá trị đã ghi không hợp lệ: sai loại, ngoài khoảng cho phép, quá nhiều chữ số thập phân, hoặc ngày không có trên lịch",
                    "a value is not one that its place takes: its kind, range, precision, or a day of no calendar",
                ],
                r#""1.3.1": 7"#,
                [
                    "sửa theo nội dung ghi bên cạnh; mã trong ngoặc ở đó có trang giải thích riêng",
                    "correct it as the text beside it says; its own code is explained too",
                ],
            ),
            QualityRule::DateInPeriod => CodeHelp::new(
                ["ngày đánh giá không thuộc năm nào của kỳ đánh giá", "the assessment was made in no year that its period names"],
                r#""period": "2023-2024", "assessed_on": "2022-05-10""#,
                ["sửa ngày đánh giá, hoặc sửa kỳ đánh giá", "correct the day, or the period"],
            ),
            QualityRule::EvidenceNotAfterAssessment => CodeHelp::new(
                ["minh chứng ghi ngày sau ngày đánh giá", "evidence is dated after the assessment that it bears out"],
                r#""assessed_on": "2024-05-10", "date": "2024-06-01""#,
                ["dùng minh chứng có trước ngày đánh giá, hoặc sửa ngày ghi sai", "use evidence of an earlier day, or correct the day that is wrong"],
            ),
            QualityRule::EvidenceAgrees => CodeHelp::new(
                ["cùng một minh chứng mà hai chỗ ghi hai ngày khác nhau", "the same evidence, by title and address, has two dates"],
                "KH-12: 2023-09-05, 2023-10-05",
                ["mở văn bản, ghi đúng một ngày ở cả hai chỗ", "look at the paper, and give its day in both places"],
            ),
            QualityRule::FactsAgree => CodeHelp::new(
                [
                    "cùng một số liệu (ví dụ tổng số giáo viên) mà hai mục ghi khác nhau",
                    "the same thing, such as the number of teachers, has two numbers",
                ],
                "24/32, 20/31",
                ["đếm lại và ghi cùng một số ở các mục", "count again, and give the same number everywhere"],
            ),
            QualityRule::TotalAgrees => CodeHelp::new(
                ["tổng điểm được khai không bằng tổng điểm các mục", "a total claimed is not the sum of its parts"],
                "80 ≠ 78",
                ["bỏ tổng điểm tự tính, hoặc sửa cho khớp; thuocdo tự cộng", "leave the total out, or correct it; thuocdo adds up by itself"],
            ),
            QualityRule::LevelAgrees => CodeHelp::new(
                ["mức độ được khai khác mức độ tính ra từ điểm", "a level claimed is not the one that follows"],
                "70 điểm → 3",
                ["sửa mức độ theo kết quả tính, hoặc xem lại điểm các mục", "correct the level, or look at the points again"],
            ),
            QualityRule::ClaimsAgree => CodeHelp::new(
                ["các con số được khai mâu thuẫn nhau", "what is claimed contradicts itself"],
                "60 điểm, mức độ 3",
                [
                    "xem lại tổng điểm và mức độ đã khai; mức độ chung là mức độ thấp nhất của các nhóm",
                    "look at the totals and levels claimed again; the overall level is the lowest of the groups",
                ],
            ),
            QualityRule::Answered => CodeHelp::new(
                ["có mục chưa điền", "an indicator is not answered"],
                "1.3.2:",
                [
                    "điền số điểm hoặc số liệu; chưa có số liệu thì để trống, không ghi 0",
                    "answer it; where nothing is known leave it blank, and do not give 0",
                ],
            ),
            QualityRule::ConditionSaid => CodeHelp::new(
                ["chưa ghi một điều kiện đạt hay không đạt", "of a condition it is not said whether it is met"],
                "1.1:",
                ["ghi “đạt” hoặc “không đạt”", "say met or unmet"],
            ),
            QualityRule::EvidenceGiven => CodeHelp::new(
                ["chưa đủ minh chứng mà bộ chỉ số yêu cầu", "the evidence that the framework asks for is not all there"],
                r#"{ "points": 5 }"#,
                [
                    r#"kèm minh chứng: { "points": 5, "evidence": [{ "title": "Kế hoạch số 12/KH-…", "date": "2023-09-05" }] }"#,
                    r#"give it: { "points": 5, "evidence": [{ "title": "Plan 12", "date": "2023-09-05" }] }"#,
                ],
            ),
            QualityRule::Identified => CodeHelp::new(
                [
                    "phiếu chưa ghi rõ của ai, kỳ nào, hình thức nào, ngày nào",
                    "the assessment does not say whose it is, of which period and stream, or of which day",
                ],
                r#"{ "conditions": …, "answers": … }"#,
                [
                    "ghi mã, tên, cấp học của cơ sở giáo dục, kỳ, hình thức và ngày đánh giá",
                    "give code, name and type of the institution, period, stream and day",
                ],
            ),
            QualityRule::KnownCode => CodeHelp::new(
                ["có mã hoặc trường dữ liệu không có trong quy định, hoặc ghi hai lần", "a code or field that is not known, or is given twice"],
                r#""1.3.11": 5"#,
                ["sửa mã theo bộ chỉ số: thuocdo framework show", "use the codes of the framework: thuocdo framework show"],
            ),
            QualityRule::CodePlain => CodeHelp::new(
                [
                    "mã cơ sở giáo dục có dấu cách, chữ có dấu hoặc ký tự lạ",
                    "the code of the institution holds other characters than letters, digits and - . _ /",
                ],
                "VD 01, VĐ-01",
                ["ghi đúng mã trên CSDL ngành: VD-01", "give it as the register has it: VD-01"],
            ),
            QualityRule::TextNfc => CodeHelp::new(
                [
                    "chữ được gõ bằng Unicode tổ hợp (chữ và dấu rời), nên tìm và so khớp sẽ sai",
                    "text is typed with separate accents, and is not found or matched",
                ],
                "Trường (Unicode tổ hợp)",
                ["gõ lại bằng bảng mã Unicode (dựng sẵn), không dùng Unicode tổ hợp", "type it in composed Unicode (NFC)"],
            ),
            QualityRule::TextReadable => CodeHelp::new(
                [
                    "tên hoặc mã viết bằng bảng mã cũ (TCVN3, VNI) hoặc bị mở sai bảng mã, nên mất chữ",
                    "a name or code is in an old encoding (TCVN3, VNI), or was opened in a wrong one",
                ],
                "TrÆ°á»ng Tiá»ƒu há»c",
                ["mở lại tệp gốc bằng UTF-8, hoặc gõ lại", "open the original as UTF-8, or type it again"],
            ),
            QualityRule::PeriodPlain => CodeHelp::new(
                ["năm học viết khác cách thường dùng, nên bị tính là kỳ khác", "the period is spelt otherwise, so that it counts as another one"],
                "2023–2024",
                ["ghi 2023-2024", "write 2023-2024"],
            ),
            QualityRule::LettersUnmixed => CodeHelp::new(
                ["một từ lẫn chữ cái trông giống chữ Việt nhưng là chữ khác", "a word mixes Latin letters with others that look like them"],
                "VD-О1 (U+041E)",
                ["gõ lại từ đó bằng bàn phím tiếng Việt", "type the word again on a Latin keyboard"],
            ),
            QualityRule::InstitutionUnique => CodeHelp::new(
                ["một cơ sở giáo dục có hai phiếu cùng kỳ, cùng hình thức đánh giá", "an institution has two assessments of one period and stream"],
                "VD-01,2023-2024,self\nVD-01,2023-2024,self",
                ["chỉ giữ phiếu đúng", "keep the one that counts"],
            ),
            QualityRule::EvidenceOwn => CodeHelp::new(
                [
                    "minh chứng hoặc ghi chú trùng nguyên văn với cơ sở giáo dục khác",
                    "evidence or a note is word for word that of another institution",
                ],
                "VD-01 = VD-02",
                [
                    "ghi minh chứng của chính đơn vị; văn bản dùng chung thì ghi rõ cơ quan ban hành",
                    "give evidence of one's own; of a common paper say who issued it",
                ],
            ),
            QualityRule::EvidenceCurrent => CodeHelp::new(
                ["minh chứng quá cũ so với kỳ đánh giá", "evidence is older than the framework or the period allows"],
                r#""period": "2023-2024", "date": "2019-09-05""#,
                ["bổ sung minh chứng của kỳ này", "add evidence of this period"],
            ),
            QualityRule::Updated => CodeHelp::new(
                ["số liệu lâu chưa cập nhật, hoặc ngày cập nhật ở tương lai", "the last update lies too long ago, or in the future"],
                r#""updated": "2019-01-01""#,
                ["cập nhật số liệu rồi ghi ngày cập nhật mới", "bring the data up to date, and give the new day"],
            ),
        }
    }
}

impl Signal {
    /// The explanation of the signal, longer than its line in a report.
    pub const fn help(self) -> CodeHelp {
        match self {
            Signal::IdenticalAnswers => CodeHelp::new(
                [
                    "nhiều cơ sở giáo dục có điểm từng mục giống hệt nhau; có thể do sao chép phiếu",
                    "institutions whose points are the same, indicator by indicator; a form may have been copied",
                ],
                "VD-01 = VD-02",
                [
                    "đoàn đánh giá ngoài xem minh chứng của từng cơ sở; tự nó không phải là lỗi",
                    "look at the evidence of each; by itself it is no fault",
                ],
            ),
            Signal::AllMaxima => CodeHelp::new(
                ["phiếu ghi điểm tối đa ở mọi mục", "every indicator has its maximum"],
                "100/100",
                ["xem kỹ minh chứng; tự nó không phải là lỗi", "look at the evidence closely; by itself it is no fault"],
            ),
            Signal::PiledOverBand => CodeHelp::new(
                [
                    "nhiều tổng điểm nằm ngay trên ngưỡng của một mức độ, ít tổng điểm nằm ngay dưới",
                    "many totals lie just over the threshold of a level, few just below",
                ],
                "75,25 · 75,5 · 75,75",
                [
                    "xem lại các mục ít minh chứng của những cơ sở này; tự nó không phải là lỗi",
                    "look at the answers with little evidence; by itself it is no fault",
                ],
            ),
            Signal::Jump => CodeHelp::new(
                ["có cơ sở tăng từ hai mức độ trở lên chỉ trong một năm", "institutions that rise by two levels or more in a year"],
                "1 → 3",
                ["xem điều gì đã thay đổi trong năm; tự nó không phải là lỗi", "look at what changed in the year; by itself it is no fault"],
            ),
            Signal::ShareAsPoints => CodeHelp::new(
                [
                    "một mục hỏi tỉ lệ mà phiếu ghi trên 0 và dưới 1 điểm; có thể đã ghi tỉ lệ thay cho số điểm",
                    "an indicator that asks for a share has more than 0 points and less than 1; the share may have been typed for points",
                ],
                r#""1.6.1": 0.8"#,
                [
                    "hỏi lại đơn vị: tỉ lệ 80% của mục có tối đa 7 điểm thường là 5,6 điểm; nếu đúng là 0,8 điểm thì giữ nguyên",
                    "ask the institution: a share of 80 % of at most 7 points is often 5.6 points; if 0.8 points is meant, leave it",
                ],
            ),
        }
    }
}
