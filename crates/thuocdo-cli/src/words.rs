//! What the command says to people, Vietnamese and English side by side. Sentences about results are in the core's catalogue.

use std::fmt::Display;

use thuocdo::Lang;
use thuocdo::text::shown;

macro_rules! words {
    ($($name:ident: $vi:literal, $en:literal;)+) => {
        /// A word or sentence; each `{}` is filled in order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Word { $($name),+ }

        impl Word {
            #[cfg(test)]
            const ALL: &'static [Word] = &[$(Word::$name),+];

            /// In one language.
            pub(crate) fn say(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Word::$name, Lang::Vi) => $vi, (Word::$name, Lang::En) => $en),+ }
            }
        }
    };
}

words! {
    // Columns and headings.
    Code: "Mã", "Code";
    Content: "Nội dung", "Content";
    Points: "Điểm", "Points";
    Level: "Mức", "Level";
    Max: "Tối đa", "Max";
    Answer: "Trả lời", "Answer";
    Note: "Ghi chú", "Note";
    Evidence: "Minh chứng", "Evidence";
    Standing: "Căn cứ", "Basis";
    Institution: "Cơ sở giáo dục", "Institution";
    Group: "Nhóm {}", "Group {}";
    GroupTitle: "Nhóm {} · {}", "Group {} · {}";
    LevelNumber: "mức {}", "level {}";
    LevelUndetermined: "mức {}: chưa xác định", "level {}: undetermined";
    Overall: "Mức chung của cơ sở (theo nhóm thấp nhất)", "Overall level of the institution (lowest group)";
    OverallShort: "Chung", "Overall";
    OverallNote: "Chung: mức của nhóm thấp nhất, theo thực tế áp dụng; văn bản ban hành xếp mức từng nhóm",
        "Overall: the level of the lowest group, by practice; the act rates each group";
    BlockersNote: "Công nhận: ✓ không còn gì cản trở; ✗ còn vướng ở các điều kiện hoặc nhóm này", "Recognition: ✓ nothing stands in the way; ✗ these conditions or groups do";
    Recognition: "Công nhận", "Recognition";
    Conditions: "Điều kiện bắt buộc", "Mandatory conditions";
    Mandatory: "bắt buộc", "mandatory";
    Revision: "bản", "revision";
    Sources: "Nguồn", "Sources";
    Standings: "Ý nghĩa của căn cứ", "What the standings mean";
    Unlocated: "Chưa nguồn nào cho biết", "What no source tells";

    Laid: "Cụ thể hóa: {}", "Overlay: {}";
    LaidIllustrative: "Cụ thể hóa: {} (minh họa, không cơ quan nào ban hành)", "Overlay: {} (illustrative, issued by nobody)";
    ByNational: "Theo bộ chỉ số gốc ({})", "By the national framework ({})";

    // Results.
    Period: "Kỳ đánh giá {}", "Period {}";
    UnnamedInstitution: "(Phiếu không nêu tên cơ sở giáo dục)", "(The assessment does not name the institution)";
    OfMax: "{}/{} điểm", "{}/{} points";
    Missing: "Còn thiếu {} câu trả lời, có thể mang lại tới {} điểm", "Missing answers: {}; they could bring up to {} points";
    UpTo: "tới {} điểm", "up to {} points";
    EveryPoint: "Điểm từng tiêu chí và thành phần", "Points of each criterion and indicator";
    Firm: "{}/{} số liệu của bộ chỉ số đã được văn bản hoặc hai nguồn xác nhận. Vì sao được điểm và mức này: thuocdo explain",
        "{} of the {} figures are confirmed by the act or by two sources. Why these points and levels: thuocdo explain";
    Counted: "{} cơ sở ({}), trong đó {} đủ điều kiện xét công nhận", "{} institutions ({}), {} of them eligible for recognition";
    Schools: "cơ sở", "institutions";
    NothingWrong: "Không có lỗi trong {} phiếu", "Nothing is wrong; assessments read: {}";
    Twice: "Chưa có kết quả, vì {} phiếu trùng với phiếu trước; hãy bỏ bớt, hoặc thêm --keep last (tính phiếu sau) hay --keep first (tính phiếu trước)",
        "There is no result, since {} assessments repeat one before them; take some out, or add --keep last (the later counts) or --keep first (the earlier)";
    CameAlready: "{}: cơ sở giáo dục `{}` đã có phiếu cùng kỳ, cùng hình thức đánh giá ở {}", "{}: institution `{}` has an assessment of this period and stream already, at {}";
    MoreCameAlready: "Còn {} phiếu khác đã có phiếu cùng cơ sở, cùng kỳ, cùng hình thức đánh giá", "{} more have one of the same institution, period and stream already";
    RefusedCount: "Bị từ chối: {} trong {} phiếu", "Refused assessments: {} of {}";

    // Reviews.
    ReviewTakesTwo: "cần đúng hai tệp: phiếu tự đánh giá rồi đến phiếu đánh giá ngoài; với phiếu của nhiều thành viên đoàn đánh giá ngoài hãy thêm --panel",
        "two files are needed: the self-assessment, then the external one; add --panel for the forms of several assessors";
    ReviewTakesOne: "{} có {} phiếu; ở đây cần đúng một phiếu (với phiếu của nhiều cơ sở hãy thêm --cohort)",
        "{} holds {} assessments; one is needed here (add --cohort for those of many institutions)";
    NotTogether: "Các phiếu không đối chiếu được với nhau", "These assessments cannot be laid beside each other";

    // Refusals.
    RefusedFile: "{}: phiếu bị từ chối", "{}: the assessment is refused";
    RefusedLine: "{}, dòng {}: phiếu bị từ chối", "{}, line {}: the assessment is refused";
    CaseRefused: "{}: hồ sơ không hợp lệ", "{}: the case is refused";
    CertificateRefused: "{}: bản xác nhận không hợp lệ", "{}: the certificate is refused";
    NewCase: "hồ sơ mới", "the new case";
    InCell: "ô {}, cột {}", "cell {}, column {}";
    FoundAccepted: "trong ô: `{}`; ô này nhận {}", "in the cell: `{}`; it takes {}";
    TakesText: "văn bản bất kỳ", "any text";
    TakesDate: "ngày, ví dụ 2023-10-12 hoặc 12/10/2023 (ngày trước tháng)", "a day, such as 2023-10-12 or 12/10/2023 (day first)";
    TakesFramework: "mã của bộ chỉ số", "the id of the framework";
    TakesMet: "đạt hoặc không đạt", "met or unmet";
    TakesPoints: "số điểm từ 0 đến {}, tối đa hai chữ số thập phân", "points from 0 to {}, with two decimals at most";
    TakesShare: "số đạt trên tổng số, ví dụ 24/32", "a part of a whole, such as 24/32";
    TakesCount: "số nguyên, ví dụ 12", "a whole number, such as 12";

    // What cannot be done.
    StandardInput: "đầu vào chuẩn", "standard input";
    NoInput: "chưa có tệp nào để đọc; ví dụ: thuocdo score truong.json", "there is no file to read; for example: thuocdo score school.json";
    CannotRead: "không đọc được {}", "cannot read {}";
    CannotWrite: "không ghi được {}", "cannot write {}";
    CannotReplace: "không ghi được {}; tệp cũ còn nguyên", "cannot write {}; the old file is as it was";
    CannotPrint: "không ghi được kết quả ra đầu ra chuẩn", "cannot write the results to standard output";
    NotFound: "không có tệp này", "there is no such file";
    PermissionDenied: "không có quyền truy cập", "access is not permitted";
    IsADirectory: "đây là thư mục, không phải tệp", "this is a folder, not a file";
    StorageFull: "hết chỗ trên ổ đĩa", "the disk is full";
    FileTooLarge: "tệp lớn hơn mức hệ thống cho phép", "the file is larger than the system allows";
    IsFolder: "{} là thư mục, không phải tệp", "{} is a folder, not a file";
    RowTooLarge: "có một dòng dài hơn 1 MiB; có thể thiếu dấu ngoặc kép đóng", "a row is longer than 1 MiB; perhaps a closing quote is missing";
    IsWorkbook: "{} là tệp Excel; hãy đặt đuôi .xlsx hoặc thêm --input-format xlsx", "{} is an Excel workbook; name it .xlsx or add --input-format xlsx";
    IsUtf16: "{} được ghi bằng UTF-16; hãy lưu lại bằng UTF-8 (trong Excel: CSV UTF-8)", "{} is written in UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)";
    NotUtf8: "{}, dòng {}, ô thứ {}: không phải UTF-8; hãy lưu lại bằng UTF-8 (trong Excel: CSV UTF-8)",
        "{}, line {}, cell {}: not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)";
    NotUtf8Cell: "ô thứ {} không phải UTF-8; hãy lưu lại bằng UTF-8 (trong Excel: CSV UTF-8)", "cell {} is not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)";
    RaggedRow: "dòng này có {} ô, nhưng dòng tiêu đề có {} cột", "this row has {} cells, but the header has {} columns";
    RaggedLines: "dòng này có {} ô, nhưng dòng tiêu đề có {} cột; nó kéo dài {} dòng của tệp, có thể vì thiếu dấu ngoặc kép đóng",
        "this row has {} cells, but the header has {} columns; it takes {} lines of the file, perhaps because a closing quote is missing";
    NoHeader: "{}: không có dòng tiêu đề; các cột được nhận: {}", "{}: there is no header; the columns are {}";
    UnknownColumn: "ô {}: không có cột hay mã `{}`", "cell {}: there is no column or code `{}`";
    DuplicateColumn: "ô {}: `{}` đã có ở chỗ khác; mỗi cột hay mã chỉ ghi một lần", "cell {}: `{}` stands elsewhere already; give each column or code once";
    AnswerWithoutCode: "ô {}: có câu trả lời `{}`, nhưng ô mã {} để trống; hãy ghi lại mã, hoặc xóa câu trả lời (điểm của tiêu chí và nhóm tự cộng)",
        "cell {}: there is an answer `{}`, but the code in {} is blank; put the code back, or clear the answer (points of criteria and groups add up by themselves)";
    AddsUp: "ô {}: {} là tiêu chí hoặc nhóm, điểm của nó tự cộng từ các thành phần; hãy để trống ô này",
        "cell {}: {} is a criterion or group whose points add up by themselves; leave the cell blank";
    AcceptedColumns: "được nhận: {}", "accepted: {}";
    NotAWorkbook: "{} không phải là tệp Excel (.xlsx) đọc được: {}", "{} is not an Excel workbook (.xlsx) that can be read: {}";
    IsOldWorkbook: "{} là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy bỏ mật khẩu và lưu lại thành .xlsx", "{} is an old Excel workbook (.xls) or has a password; take the password off and save it as .xlsx";
    TextNotWorkbook: "{} không phải tệp Excel mà là tệp văn bản hoặc CSV; hãy đổi đuôi thành .csv hoặc .json, hoặc thêm --input-format",
        "{} is no Excel workbook but a text or CSV file; give it the ending .csv or .json, or add --input-format";
    UnvaluedFormula: "ô {}: công thức chưa có giá trị được lưu; hãy mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị",
        "cell {}: no value is stored for the formula; open the file in Excel and save it, or type the value";
    TwoAnswers: "ô {} và {}: có hai cột “{}”; hãy chỉ giữ một cột", "cells {} and {}: there are two columns \"{}\"; keep one of them";
    WorkbookTooLarge: "{} quá lớn so với một phiếu đã điền: {}", "{} is too large for a filled form: {}";
    LargeFile: "tệp lớn hơn {} MiB", "the file is over {} MiB";
    LargeParts: "bên trong có hơn {} phần", "it has over {} parts";
    LargeContent: "khi giải nén lớn hơn {} MiB", "unpacked it is over {} MiB";
    LargeReading: "nhiều trang tính dùng chung một phần của tệp", "many sheets name the same part of the file";
    LargeMemory: "để mở cần hơn {} MiB bộ nhớ", "it takes over {} MiB of memory to open";
    LargeCell: "có ô dài hơn {} MiB", "a cell is over {} MiB long";
    LargeSheets: "có hơn {} trang tính", "it has over {} sheets";
    LargeCells: "có hơn {} ô có nội dung", "over {} cells are filled";
    LargeText: "các ô chứa hơn {} MiB văn bản", "its cells hold over {} MiB of text";
    NotAForm: "{} không có trang tính nào là phiếu; hãy tạo phiếu bằng: thuocdo form --format xlsx -o phieu.xlsx",
        "{} has no sheet that is a form; make one with: thuocdo form --format xlsx -o form.xlsx";
    JsonTakesOne: "--format json chỉ in một phiếu; với nhiều phiếu hãy dùng --format ndjson", "--format json prints one assessment; use --format ndjson for several";
    JsonSampleTakesOne: "--format json chỉ in một cơ sở (--schools 1); với nhiều cơ sở hãy dùng --format ndjson",
        "--format json prints one school (--schools 1); use --format ndjson for several";
    NoSuchFramework: "không có bộ chỉ số `{}`, cũng không có tệp nào tên như vậy; có sẵn: {}", "there is neither a framework `{}` nor a file of that name; shipped: {}";
    FrameworkRefused: "bộ chỉ số {} không dùng được, {} lỗi:", "framework {} cannot be used, {} faults:";
    OverlayRefused: "bản cụ thể hóa {} không dùng được, {} lỗi:", "overlay {} cannot be used, {} faults:";
    OverlayGood: "{}: không có lỗi; bộ chỉ số của địa phương là `{}`, mã băm:", "{}: nothing is wrong; the local framework is `{}`, its digest:";
    OverlayAbove: "{}: tự nó không có lỗi; chưa thể đối chiếu với bộ chỉ số gốc vì bản bên dưới bị từ chối",
        "{}: nothing is wrong with it by itself; it cannot be compared with its base, since an overlay below it is refused";
    FrameworkGood: "{}: không có lỗi ({}, bản {})", "{}: nothing is wrong ({}, revision {})";
    CalendarRefused: "bảng thời hạn {} không dùng được:", "the deadlines {} cannot be used:";
    OneAssessment: "{}: cần đúng một phiếu đánh giá", "{}: exactly one assessment is needed";
    TakesNoAssessment: "sự kiện `{}` không kèm phiếu; --assessment chỉ đi với self_assess, report và externally_assess",
        "the event `{}` comes without an assessment; --assessment goes with self_assess, report and externally_assess";
    NoCase: "chưa có hồ sơ; hãy nêu tệp hồ sơ, hoặc thêm --new", "there is no case; name its file, or add --new";
    NothingToWrite: "-o chỉ ghi hồ sơ mới; hãy thêm --new hoặc --add", "-o writes a new case; add --new or --add";
    NotAKey: "{}: tệp khóa phải chứa đúng 64 chữ số thập lục phân", "{}: a key file holds 64 hexadecimal digits and nothing else";
    NotSigned: "✗ Bản xác nhận không có chữ ký kiểm tra", "✗ The certificate is not signed";
    SignatureGood: "✓ Chữ ký kiểm tra (Ed25519) đúng, ký bằng khóa tin cậy; đây không phải chữ ký số theo quy định", "✓ The signature is good (Ed25519), by the trusted key; it is no digital signature by law";
    SignatureNotLookedAt: "Bản xác nhận có chữ ký kiểm tra nhưng chưa được xem xét; để xem xét, hãy thêm --trusted", "The signature is not looked at; add --trusted to do so";
    SignatureOfOtherKey: "✗ Bản xác nhận được ký bằng khóa khác, không phải khóa tin cậy: không biết ai đã ký", "✗ The certificate is signed by another key than the trusted one: nobody knows by whom";
    SignatureBad: "✗ Chữ ký kiểm tra không khớp với bản xác nhận này", "✗ The signature is not of this certificate";
    RegisterRefused: "danh mục cơ sở giáo dục {} không dùng được, {} lỗi:", "the register {} cannot be used, {} faults:";
    WhichList: "{}: chưa rõ định dạng của danh sách công bố; tên tệp phải có đuôi .html, .csv, .xlsx hoặc .json",
        "{}: the format of the list is not known; the file must end in .html, .csv, .xlsx or .json";
    ListRefused: "không lập được kết quả, {} lỗi:", "there is no result, {} faults:";
    AtLine: "{}, dòng {}", "{}, line {}";
    ListSheet: "Danh sách", "List";
    SummarySheet: "Tổng hợp", "Summary";
    NoSuchSchema: "không có lược đồ `{}`; có: {}", "there is no schema `{}`; there is {}";
    SchemaTakesNoFramework: "--framework và --overlay chỉ dùng với lược đồ assessment", "--framework and --overlay go with the schema assessment only";
    WorkbookNeedsFile: "phiếu xlsx không in ra màn hình được; hãy thêm -o phieu.xlsx", "an xlsx form cannot be printed on a terminal; add -o form.xlsx";
    FileExists: "{} đã có; thêm --force để ghi đè", "{} is there already; add --force to overwrite it";
    FormatContradicts: "--format không khớp với đuôi của tệp ghi ra", "--format contradicts the ending of the file to write";
    WhichFormat: "chưa rõ định dạng; hãy thêm --format xlsx, csv hoặc json", "the format is not known; add --format xlsx, csv or json";
    GoalRefused: "không lập được kế hoạch như vậy:", "no such plan can be made:";
    EffortsRefused: "không dùng được công sức trong {}:", "the efforts in {} cannot be used:";
    ChangesRefused: "không dùng được các câu trả lời của --what-if:", "the answers of --what-if cannot be used:";
    NotAnAnswer: "`{}` không phải là mã và câu trả lời, ví dụ 1.3.1=6", "`{}` is not a code and an answer, such as 1.3.1=6";
    NoSuchCode: "không có điều kiện hay thành phần `{}`; có: {}", "there is no condition or indicator `{}`; there is {}";
    WhatIfTakesAssessments: "--what-if cần phiếu đánh giá; {} là phiếu điểm", "--what-if takes assessments; {} is a scorecard";
    ChecklistIntro: "Đối chiếu từng số liệu của `{}` (bản {}) với văn bản, đánh dấu khi khớp.",
        "Compare each figure of `{}` (revision {}) with the act; tick it when it agrees.";

    // Forms.
    Sheet: "Phiếu đánh giá", "Assessment";
    HowTo: "Điền vào các ô màu vàng ở cột “Trả lời”; ô để trống là chưa trả lời. Không sửa cột “Mã”. Xem kết quả: thuocdo score <tệp này>",
        "Fill in the yellow cells of the column \"Answer\"; a blank cell is not answered. Leave the column \"Code\" as it is. Result: thuocdo score <this file>";
    AboutTheInstitution: "Thông tin chung", "About the institution";
    FrameworkName: "Bộ chỉ số", "Framework";
    InstitutionCode: "Mã cơ sở giáo dục", "Code of the institution";
    InstitutionName: "Tên cơ sở giáo dục", "Name of the institution";
    InstitutionType: "Loại hình", "Type of institution";
    PeriodName: "Kỳ đánh giá (ví dụ năm học 2023-2024)", "Period (such as the school year 2023-2024)";
    StreamName: "Hình thức đánh giá", "Who assesses";
    AssessedOn: "Ngày đánh giá (ngày/tháng/năm)", "Day of the assessment (day/month/year)";
    Met: "đạt", "met";
    NotMet: "không đạt", "unmet";
    ChooseFromList: "Chọn trong danh sách", "Choose from the list";
    NotAccepted: "Không nhận giá trị này", "This value is not accepted";
}

impl Word {
    /// In one language, with each `{}` filled in order, as [`shown`] shows it.
    pub(crate) fn with(self, lang: Lang, values: &[&dyn Display]) -> String {
        let mut values = values.iter();
        let mut text = String::new();
        for (nth, part) in self.say(lang).split("{}").enumerate() {
            if nth > 0
                && let Some(value) = values.next()
            {
                text.push_str(&shown(&value.to_string()));
            }
            text.push_str(part);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn no_word_lacks_a_language() {
        for word in Word::ALL {
            assert!(Lang::ALL.iter().all(|lang| !word.say(*lang).trim().is_empty()), "{word:?}");
        }
    }

    #[test]
    fn both_languages_have_the_same_places() {
        for word in Word::ALL {
            let places = Lang::ALL.map(|lang| word.say(lang).matches("{}").count());
            assert_eq!(places[0], places[1], "{word:?}");
        }
    }

    #[test]
    fn vietnamese_is_composed() {
        for word in Word::ALL {
            let text = word.say(Lang::Vi);
            assert_eq!(text.nfc().collect::<String>(), text);
        }
    }

    #[test]
    fn what_fills_a_place_stays_in_it() {
        assert_eq!(Word::GroupTitle.with(Lang::Vi, &[&1, &"a\n\u{202e}b"]), r"Nhóm 1 · a\u{a}\u{202e}b");
    }

    #[test]
    fn places_are_filled_in_order() {
        assert_eq!(Word::GroupTitle.with(Lang::Vi, &[&1, &"Dạy, học"]), "Nhóm 1 · Dạy, học");
    }
}
