//! Sentences of this crate, Vietnamese and English side by side.

use std::fmt::Display;

use thuocdo::{InstitutionType, Lang};

thuocdo::sentences! {
    /// A sentence about a folder or a register.
    pub(crate) enum Say {
        PredecessorNeedsDay: "có mã trường tiền thân thì phải ghi ngày (cột “từ ngày”), ví dụ 1/7/2025", "a predecessor needs the day since when (column \"since\"), such as 1/7/2025";
        DayOfNoAct: "cột này không nói là ngày của việc nào; thêm cột “Việc”, hoặc đổi tên cột, ví dụ “Ngày tự đánh giá”, “Ngày đánh giá ngoài”",
            "this column does not say of which act it is the day; add a column \"act\", or rename it, such as \"self_assess\" or \"externally_assess\"";
        SecondRegister: "thư mục đã có danh sách ở tệp “{first}”; chỉ để một danh sách", "the register is the file `{first}` already; keep one of them";
        InSheet: "{file}, trang “{sheet}”", "{file}, sheet \"{sheet}\"";
        AtLine: "{file}, dòng {line}", "{file}, line {line}";
        AtCell: "{place}, ô {cell}", "{place}, cell {cell}";
        BlankForm: "phiếu chưa điền mục nào; hãy gửi lại phiếu đã điền", "the form has no answer; send the one that was filled in";
        OtherStreamInName: "phiếu ghi “{said}”, nhưng tên thư mục hoặc tên tệp là của {named}; hãy sửa ô “Hình thức đánh giá”, hoặc chuyển tệp sang đúng thư mục",
            "the form says \"{said}\", but the name of its folder or file is that of {named}; mend the form, or move the file";

        // The columns of gathered forms, which are headings that tables know.
        Forms: "Phiếu đánh giá", "Assessments";
        File: "Tệp", "File";
        Sheet: "Trang tính", "Sheet";
        Code: "Mã", "Code";
        Answer: "Kết quả", "Answer";
        Note: "Ghi chú", "Note";
        Evidence: "Minh chứng", "Evidence";
        Met: "đạt", "met";
        Unmet: "không đạt", "unmet";

        // As what the head of an institution acts and signs.
        HeadTeacher: "Hiệu trưởng", "Head teacher";
        Director: "Giám đốc", "Director";
        Head: "Thủ trưởng đơn vị", "Head of the institution";
    }
}

impl Say {
    /// The sentence in both languages.
    pub(crate) fn both(self, params: &[(&str, &dyn Display)]) -> [String; 2] {
        [self.say(Lang::Vi, params), self.say(Lang::En, params)]
    }
}

/// As what the head of an institution of a kind acts and signs.
pub(crate) fn head_title(kind: Option<InstitutionType>, lang: Lang) -> &'static str {
    let say = match kind {
        Some(InstitutionType::Continuing) => Say::Director,
        Some(_) => Say::HeadTeacher,
        None => Say::Head,
    };
    say.template(lang)
}
