//! What this crate refuses by itself, each code with its explanation.

use thuocdo::text::CodeHelp;

thuocdo::words! {
    /// Why a form, a file or an event of a folder is refused, where neither the core nor the tables have a code.
    pub enum FolderCode {
        /// A form without an answer.
        BlankForm = "blank_form",
        /// A form says another stream than the name of its folder or file.
        OtherStreamInName = "other_stream_in_name",
        /// A second file is a register.
        SecondRegister = "second_register",
        /// An event of an institution that is not in the register.
        UnknownInstitution = "unknown_institution",
    }
}

impl FolderCode {
    /// The explanation of the code.
    pub const fn help(self) -> CodeHelp {
        match self {
            FolderCode::BlankForm => CodeHelp::new(
                ["phiếu chưa điền mục nào, nên chưa tính là đã nộp", "a form has no answer, and does not count as sent"],
                "1.3.1 |",
                ["gửi lại phiếu đã điền", "send the form that was filled in"],
            ),
            FolderCode::OtherStreamInName => CodeHelp::new(
                [
                    "phiếu ghi một hình thức đánh giá, nhưng tên thư mục hoặc tên tệp là của hình thức kia",
                    "a form says one stream, but the name of its folder or file the other",
                ],
                "danh-gia-ngoai/01.xlsx: Tự đánh giá",
                ["sửa ô “Hình thức đánh giá”, hoặc chuyển tệp sang đúng thư mục", "mend the cell of the stream, or move the file"],
            ),
            FolderCode::SecondRegister => CodeHelp::new(
                ["thư mục có hai danh sách cơ sở giáo dục; tệp đọc trước được dùng", "a folder has two registers; the one that is read first counts"],
                "danh-sach.xlsx, danh-sach-cu.xlsx",
                ["chỉ để một danh sách trong thư mục", "keep one register in the folder"],
            ),
            FolderCode::UnknownInstitution => CodeHelp::new(
                ["bảng việc đã làm ghi một mã không có trong danh sách", "the sheet of events has a code that is not in the register"],
                "31-0999 | báo cáo | 20/5/2027",
                ["sửa mã ở dòng đó, hoặc thêm cơ sở vào danh sách", "mend the code in that row, or add the institution to the register"],
            ),
        }
    }
}
