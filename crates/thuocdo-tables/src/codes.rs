//! The fault codes of files and tables, as stable words, each with its text for `explain-code`. The crate does not compile if a code has no
//! text.

use thuocdo::text::CodeHelp;

macro_rules! codes {
    ($($name:ident $word:literal: [$vi:literal, $en:literal], $wrong:literal, [$do_vi:literal, $do_en:literal];)+) => {
        /// A fault of a file or a table for which the core has no code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum TableCode {
            $(#[doc = $en] $name,)+
        }

        impl TableCode {
            /// Every code with its stable word.
            pub const WORDS: &'static [(&'static str, TableCode)] = &[$(($word, TableCode::$name)),+];

            /// The stable word.
            pub const fn as_str(self) -> &'static str {
                match self { $(TableCode::$name => $word),+ }
            }

            /// Meaning, example and remedy.
            pub const fn help(self) -> CodeHelp {
                match self { $(TableCode::$name => CodeHelp::new([$vi, $en], $wrong, [$do_vi, $do_en])),+ }
            }
        }
    };
}

codes! {
    AddsUp "adds_up": ["có kết quả ghi ở dòng của tiêu chí hoặc nhóm, mà điểm ở đó tự cộng từ các mục", "an answer stands beside a criterion or group, whose points add up by themselves"],
        "1.3 | … | 24", ["xóa kết quả ở dòng đó", "clear that answer"];
    AnswerWithoutCode "answer_without_code": ["có kết quả ở dòng không ghi mã", "an answer stands in a row without a code"],
        "   | … | 5", ["ghi lại mã, hoặc xóa kết quả", "put the code back, or clear the answer"];
    AnswerWithoutSchool "answer_without_school": ["trong bảng dài có kết quả không ghi của trường nào", "an answer of a long table names no institution"],
        "; ;1.3.1;5", ["ghi mã trường và năm học ở dòng đó", "name the institution and the period in that row"];
    DuplicateColumn "duplicate_column": ["phiếu có hai cột kết quả", "a form has two columns of answers"],
        "Mã | Trả lời | Trả lời", ["chỉ giữ một cột", "keep one of them"];
    NoAnswerColumn "no_answer_column": ["phiếu có cột “Mã” nhưng không có cột “Trả lời” hay “Kết quả”", "a form has the column \"Code\", but none of answers"],
        "Mã | Nội dung | Điểm tự chấm", ["đổi lại tên cột là “Kết quả”", "name the column \"Answer\""];
    NoForm "no_form": ["không trang tính nào là phiếu hay bảng điểm", "no sheet is a form or a table"],
        "Họp ngày 5/9 …", ["dùng phiếu mẫu: thuocdo form -o phieu.xlsx", "use a form: thuocdo form -o form.xlsx"];
    NoHeader "no_header": ["tệp không có dòng tiêu đề", "the file has no header"],
        "", ["thêm dòng tiêu đề ghi mã của từng mục: thuocdo form --format csv", "add a header that names the codes: thuocdo form --format csv"];
    NoRows "no_rows": ["bảng chỉ có dòng tiêu đề", "a table has a header and no row"],
        "institution.code;1.3.1", ["thêm mỗi trường một dòng", "add a row for each institution"];
    NotReadable "not_readable": ["tệp bị hỏng, có mật khẩu, hoặc không đọc được", "the file is broken, locked, or cannot be read"],
        "phieu.xlsx", ["mở tệp bằng Excel hay LibreOffice, bỏ mật khẩu rồi lưu lại", "open it in a spreadsheet, take off the password, and save it"];
    NotUtf8 "not_utf8": ["tệp văn bản không lưu bằng bảng mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258)", "a text file is not saved as UTF-8"],
        "Tr\\xEDêng", ["trong Excel chọn Lưu thành → CSV UTF-8", "in Excel, save as CSV UTF-8"];
    OpenQuote "open_quote": ["một dấu ngoặc kép mở ra mà không đóng, nên các dòng sau bị nuốt vào một ô", "a quote opens and is never closed, so that it swallows the rows below"],
        "VD-01;\"5", ["đóng hoặc xóa dấu ngoặc kép ở dòng được nêu", "close the quote in that line, or take it out"];
    RaggedRow "ragged_row": ["một dòng của bảng có nhiều hoặc ít ô hơn dòng tiêu đề", "a row has more or fewer cells than the header"],
        "institution.code,1.3.1\nVD-01,7,5", ["số có dấu phẩy thì đặt trong dấu ngoặc kép, \"7,5\", hoặc dùng dấu chấm phẩy giữa các ô; kiểm tra cả dấu ngoặc kép thiếu",
        "put a number with a comma in quotes, \"7,5\", or part the cells by semicolons; look for a quote that is missing too"];
    TotalRow "total_row": ["một dòng ghi tổng hoặc trung bình của các dòng khác, không phải một trường", "a row sums others up, and is no institution"],
        "Trung bình;65,03", ["bỏ dòng đó; nếu đó là tên một trường thì ghi mã trường", "take the row out; if it is the name of an institution, give its code"];
    WhichSheet "which_sheet": ["hai trang tính là phiếu của cùng một trường, cùng kỳ, cùng hình thức", "two sheets are forms of one institution, period and stream"],
        "“Phiếu”, “Năm trước”", ["chỉ giữ trang cần nộp, hoặc sửa năm học của trang kia", "keep the one that counts, or mend the period of the other"];
    WrongFormat "wrong_format": ["tệp là loại khác với đuôi tệp, hoặc không phải loại đọc được", "a file is of another kind than its ending says, or of none that is read"],
        "phieu.csv (XLSX)", ["đặt đúng đuôi tệp; phiếu là .xlsx, .ods, .xls, .csv hoặc .json", "give it the right ending; a form is .xlsx, .ods, .xls, .csv or .json"];
}
