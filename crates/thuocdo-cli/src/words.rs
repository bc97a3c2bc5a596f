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
    Level: "Mức độ", "Level";
    Max: "Điểm tối đa", "Max";
    Standing: "Nguồn xác nhận", "Basis";
    Institution: "Cơ sở giáo dục", "Institution";
    Group: "Nhóm {}", "Group {}";
    OfGroup: "nhóm {}", "group {}";
    GroupTitle: "Nhóm {} · {}", "Group {} · {}";
    LevelNumber: "mức độ {}", "level {}";
    LevelUndetermined: "mức độ {} (chưa xác định)", "level {}: undetermined";
    Overall: "Mức độ chung của cơ sở (theo nhóm thấp nhất)", "Overall level of the institution (lowest group)";
    OverallShort: "Chung", "Overall";
    OverallNote: "Chung: mức độ của nhóm thấp nhất, là cách các nơi thường làm; Quyết định xếp mức độ theo từng nhóm tiêu chí và không quy định mức độ chung",
        "Overall: the level of the lowest group, by practice; the act rates each group";
    BlockersNote: "Công nhận: ✓ đủ điều kiện; – không vướng điều kiện bắt buộc nhưng mới ở mức độ thấp nhất; ✗ chưa đủ, do điều kiện, mục hoặc nhóm ghi kèm",
        "Recognition: ✓ nothing stands in the way; – nothing does, but this is the lowest level; ✗ these conditions, indicators or groups do";
    Recognition: "Công nhận", "Recognition";
    Mandatory: "bắt buộc", "mandatory";
    Revision: "bản", "revision";
    Sources: "Nguồn", "Sources";
    EvidenceAsked: "minh chứng được yêu cầu", "evidence asked for";
    WordingOf: "lời văn: {}{}", "wording: {}{}";
    Wordings: "Ý nghĩa của lời văn (tiếng Việt)", "What the wordings mean (of the Vietnamese)";
    Standings: "Ý nghĩa của nguồn xác nhận", "What the standings mean";
    Unlocated: "Chưa nguồn nào cho biết", "What no source tells";

    Laid: "Cụ thể hóa: {}", "Overlay: {}";
    LaidIllustrative: "Cụ thể hóa: {} (minh họa, không cơ quan nào ban hành)", "Overlay: {} (illustrative, issued by nobody)";
    ByNational: "Theo Bộ chỉ số của Bộ GDĐT ({})", "By the national framework ({})";

    // Results.
    Period: "Kỳ đánh giá {}", "Period {}";
    UnnamedInstitution: "(Phiếu không nêu tên cơ sở giáo dục)", "(The assessment does not name the institution)";
    OfMax: "{}/{} điểm", "{}/{} points";
    Missing: "Còn {} mục chưa điền, có thể thêm tới {} điểm", "Missing answers: {}; they could bring up to {} points";
    UpTo: "tới {} điểm", "up to {} points";
    EveryPoint: "Điểm từng tiêu chí và mục", "Points of each criterion and indicator";
    Firm: "Mới đối chiếu được {}/{} con số của bộ chỉ số (điểm tối đa, ngưỡng) với văn bản hoặc hai nguồn độc lập; cần đối chiếu với bản gốc trước khi dùng chính thức (thuocdo framework checklist). Xem cách tính điểm: thuocdo explain TỆP",
        "{} of the {} figures are confirmed by the act or by two sources. Why these points and levels: thuocdo explain";
    Counted: "{} cơ sở ({}), trong đó {} đủ điều kiện xét công nhận", "{} institutions ({}), {} of them eligible for recognition";
    CountedLowest: "Không vướng điều kiện bắt buộc nhưng mới ở mức độ thấp nhất: {}", "With nothing in the way, but at the lowest level: {}";
    LacksEvidence: "{}: không có lỗi, nhưng chưa rõ hoặc chưa đủ minh chứng bắt buộc", "{}: nothing is wrong, but evidence that is required is missing or unknown";
    Schools: "cơ sở", "institutions";
    NothingWrong: "Không có lỗi trong {} phiếu", "Nothing is wrong; assessments read: {}";
    Twice: "Chưa có kết quả, vì {} phiếu trùng với phiếu trước; hãy bỏ bớt, hoặc thêm --keep last (tính phiếu sau) hay --keep first (tính phiếu trước)",
        "There is no result, since {} assessments repeat one before them; take some out, or add --keep last (the later counts) or --keep first (the earlier)";
    CameAlready: "{}: cơ sở giáo dục “{}” đã có phiếu cùng kỳ, cùng hình thức đánh giá ở {}", "{}: institution `{}` has an assessment of this period and stream already, at {}";
    MoreCameAlready: "Còn {} phiếu khác đã có phiếu cùng cơ sở, cùng kỳ, cùng hình thức đánh giá", "{} more have one of the same institution, period and stream already";
    RefusedCount: "Có {}/{} phiếu cần sửa; sửa các chỗ nêu trên rồi chạy lại lệnh", "Refused assessments: {} of {}";

    // Reviews.
    ReviewTakesTwo: "cần đúng hai tệp: phiếu tự đánh giá rồi đến phiếu đánh giá ngoài; với phiếu của nhiều thành viên đoàn đánh giá ngoài hãy thêm --panel",
        "two files are needed: the self-assessment, then the external one; add --panel for the forms of several assessors";
    ReviewTakesOne: "{} có {} phiếu; ở đây cần đúng một phiếu (với phiếu của nhiều cơ sở hãy thêm --cohort)",
        "{} holds {} assessments; one is needed here (add --cohort for those of many institutions)";
    NotTogether: "Các phiếu không đối chiếu được với nhau", "These assessments cannot be laid beside each other";

    // Refusals.
    RefusedFile: "{}: phiếu có chỗ cần sửa", "{}: the assessment is refused";
    RefusedLine: "{}, dòng {}: phiếu có chỗ cần sửa", "{}, line {}: the assessment is refused";
    UnreadColumns: "{}: không đọc các cột {}", "{}: columns that are not read: {}";
    CaseRefused: "{}: hồ sơ không hợp lệ", "{}: the case is refused";
    CertificateRefused: "{}: bản xác nhận không hợp lệ", "{}: the certificate is refused";
    NewCase: "hồ sơ mới", "the new case";

    // What cannot be done.
    StandardInput: "dữ liệu truyền vào (stdin)", "standard input";
    NoInput: "chưa có tệp nào để đọc; ví dụ: thuocdo score truong.json", "there is no file to read; for example: thuocdo score school.json";
    CannotRead: "không đọc được {}", "cannot read {}";
    CannotWrite: "không ghi được {}", "cannot write {}";
    CannotReplace: "không ghi được {}; tệp cũ còn nguyên", "cannot write {}; the old file is as it was";
    CannotPrint: "không ghi được kết quả ra màn hình (stdout)", "cannot write the results to standard output";
    NotFound: "không có tệp này", "there is no such file";
    PermissionDenied: "không có quyền truy cập", "access is not permitted";
    IsADirectory: "đây là thư mục, không phải tệp", "this is a folder, not a file";
    StorageFull: "ổ đĩa đã đầy", "the disk is full";
    FileTooLarge: "tệp lớn hơn mức hệ thống cho phép", "the file is larger than the system allows";
    IsFolder: "{} là thư mục, không phải tệp", "{} is a folder, not a file";
    RowTooLarge: "có một dòng dài hơn 1 MiB; có thể thiếu dấu ngoặc kép đóng", "a row is longer than 1 MiB; perhaps a closing quote is missing";
    JsonTakesOne: "--format json chỉ in một phiếu; với nhiều phiếu hãy dùng --format ndjson", "--format json prints one assessment; use --format ndjson for several";
    JsonSampleTakesOne: "--format json chỉ in một cơ sở (--schools 1); với nhiều cơ sở hãy dùng --format ndjson",
        "--format json prints one school (--schools 1); use --format ndjson for several";
    NoSuchFramework: "không có bộ chỉ số “{}”, cũng không có tệp nào tên như vậy; có sẵn: {}", "there is neither a framework `{}` nor a file of that name; shipped: {}";
    FrameworkRefused: "bộ chỉ số {} không dùng được, {} lỗi:", "framework {} cannot be used, {} faults:";
    OverlayRefused: "bản cụ thể hóa {} không dùng được, {} lỗi:", "overlay {} cannot be used, {} faults:";
    OverlayGood: "{}: không có lỗi; bộ chỉ số của địa phương là “{}”, mã kiểm tra (SHA-256):", "{}: nothing is wrong; the local framework is `{}`, its digest:";
    OverlayAbove: "{}: tự nó không có lỗi; chưa thể đối chiếu với bộ chỉ số bên dưới vì bản cụ thể hóa bên dưới còn lỗi",
        "{}: nothing is wrong with it by itself; it cannot be compared with its base, since an overlay below it is refused";
    FrameworkGood: "{}: không có lỗi ({}, bản {})", "{}: nothing is wrong ({}, revision {})";
    CalendarRefused: "bảng thời hạn {} không dùng được:", "the deadlines {} cannot be used:";
    OneAssessment: "{}: cần đúng một phiếu đánh giá", "{}: exactly one assessment is needed";
    TakesNoAssessment: "việc “{}” không kèm phiếu; --assessment chỉ đi với việc tự đánh giá (self_assess), báo cáo (report) và đánh giá ngoài (externally_assess)",
        "the event `{}` comes without an assessment; --assessment goes with self_assess, report and externally_assess";
    NoCase: "chưa có hồ sơ; hãy nêu tệp hồ sơ, hoặc thêm --new", "there is no case; name its file, or add --new";
    NothingToWrite: "-o chỉ ghi hồ sơ mới; hãy thêm --new hoặc --add", "-o writes a new case; add --new or --add";
    NotAKey: "{}: tệp khóa phải chứa đúng 64 chữ số thập lục phân", "{}: a key file holds 64 hexadecimal digits and nothing else";
    NotSigned: "✗ Bản xác nhận không có chữ ký kiểm tra", "✗ The certificate is not signed";
    SignatureGood: "✓ Chữ ký kiểm tra (Ed25519) đúng, ký bằng khóa tin cậy; đây không phải chữ ký số theo quy định", "✓ The signature is good (Ed25519), by the trusted key; it is no digital signature by law";
    SignatureNotLookedAt: "Bản xác nhận có chữ ký kiểm tra nhưng chưa được đối chiếu; để đối chiếu, hãy thêm --trusted", "The signature is not looked at; add --trusted to do so";
    SignatureOfOtherKey: "✗ Bản xác nhận được ký bằng khóa khác, không phải khóa tin cậy: không biết ai đã ký", "✗ The certificate is signed by another key than the trusted one: nobody knows by whom";
    SignatureBad: "✗ Chữ ký kiểm tra không khớp với bản xác nhận này", "✗ The signature is not of this certificate";
    RegisterRefused: "danh mục cơ sở giáo dục {} không dùng được, {} lỗi:", "the register {} cannot be used, {} faults:";
    WhichList: "{}: chưa rõ định dạng của danh sách công bố; tên tệp phải có đuôi .html, .csv, .xlsx hoặc .json",
        "{}: the format of the list is not known; the file must end in .html, .csv, .xlsx or .json";
    ListRefused: "không lập được kết quả, {} lỗi:", "there is no result; faults: {}";
    AtLine: "{}, dòng {}", "{}, line {}";
    NoSuchSchema: "không có lược đồ JSON “{}”; có: {}", "there is no schema `{}`; there is {}";
    SchemaTakesNoFramework: "--framework và --overlay chỉ dùng với lược đồ JSON assessment", "--framework and --overlay go with the schema assessment only";
    WorkbookNeedsFile: "phiếu xlsx không in ra màn hình được; hãy thêm -o phieu.xlsx", "an xlsx form cannot be printed on a terminal; add -o form.xlsx";
    FileExists: "{} đã có; thêm --force để ghi đè", "{} is there already; add --force to overwrite it";
    FormatContradicts: "--format không khớp với đuôi của tệp ghi ra", "--format contradicts the ending of the file to write";
    WhichFormat: "chưa rõ định dạng; hãy thêm --format xlsx, csv hoặc json", "the format is not known; add --format xlsx, csv or json";
    GoalRefused: "không lập được kế hoạch như vậy:", "no such plan can be made:";
    EffortsRefused: "không dùng được công sức trong {}:", "the efforts in {} cannot be used:";
    ChangesRefused: "không dùng được nội dung của --what-if:", "the answers of --what-if cannot be used:";
    NotAnAnswer: "“{}” không phải là mã và giá trị, ví dụ 1.3.1=6", "`{}` is not a code and an answer, such as 1.3.1=6";
    NoSuchCode: "không có điều kiện hay mục “{}”; có: {}", "there is no condition or indicator `{}`; there is {}";
    WhatIfTakesAssessments: "--what-if cần phiếu đánh giá; {} là bảng kết quả", "--what-if takes assessments; {} is a scorecard";
    ChecklistIntro: "Đối chiếu từng con số của “{}” (bản {}) với văn bản, đánh dấu khi khớp.",
        "Compare each figure of `{}` (revision {}) with the act; tick it when it agrees.";

    // Codes.
    NoSuchErrorCode: "không có mã “{}”; mã gần giống: {}; xem mọi mã: thuocdo explain-code", "there is no code `{}`; one like it: {}; for all codes: thuocdo explain-code";
    CodeWrong: "Ví dụ sai:", "For example:";
    CodeInstead: "Cách sửa:", "Instead:";
    CodesTitle: "Các mã trong thông báo", "Codes of messages";
    CodesIntro: "Mỗi thông báo kết thúc bằng một mã trong ngoặc, không đổi giữa các phiên bản. Với mỗi mã: một ví dụ, ý nghĩa, và cách sửa sau dấu →. Tệp này được tạo ra từ chương trình; trong dòng lệnh: `thuocdo explain-code MÃ`.",
        "Every message ends with a code in brackets, which stays the same in every version. Of each code: an example, what it means, and behind → what to do. This page is generated; on the command line: `thuocdo explain-code CODE`.";
    CodesOfViolations: "Lỗi của dữ liệu vào", "What is wrong with an input";
    CodesOfBlockers: "Điều còn vướng mắc khi công nhận", "What stands in the way of recognition";
    CodesOfRules: "Chất lượng số liệu: chỗ cần xem lại", "Data quality: what to look at again";
    CodesOfSignals: "Chất lượng số liệu: dấu hiệu cần lưu ý", "Data quality: signals";

    // Wrong usage; in English it is told by the library that reads arguments.
    UsageUnknown: "không có tùy chọn hoặc tham số “{}”", "there is no argument `{}`";
    UsageUnknownCommand: "không có lệnh “{}”", "there is no command `{}`";
    UsageNoValue: "“{}” cần có giá trị đi kèm", "`{}` needs a value";
    UsageInvalid: "“{}” không dùng được cho “{}”", "`{}` cannot be used for `{}`";
    UsageMissing: "thiếu {}", "missing: {}";
    UsageMissingCommand: "thiếu lệnh", "a command is missing";
    UsageTwice: "“{}” chỉ ghi một lần", "give `{}` once";
    UsageConflict: "“{}” không dùng cùng với “{}”", "`{}` cannot be used with `{}`";
    UsageTooMany: "“{}” thừa ở “{}”", "`{}` is too much for `{}`";
    UsageNotUtf8: "tham số không phải UTF-8", "an argument is not UTF-8";
    UsageWrong: "sai cách dùng {}", "wrong usage {}";
    UsageNear: "có phải là {}?", "is it {}?";
    UsageAccepted: "chọn một trong: {}", "one of: {}";
    UsageSee: "Xem: {} --help", "See: {} --help";

    // Forms.
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

    /// Words of programs stand in brackets or quotes behind what people call them.
    #[test]
    fn no_vietnamese_sentence_holds_a_word_of_programs() {
        use thuocdo::{BlockerCode, Stream};
        use thuocdo_practice::process::{Act, Role, State};
        let acts = Act::WORDS.iter().map(|(word, _)| *word).chain(State::WORDS.iter().map(|(word, _)| *word));
        let codes = BlockerCode::WORDS.iter().map(|(word, _)| *word).chain(Stream::WORDS.iter().map(|(word, _)| *word));
        let vocabulary: Vec<&str> = acts.chain(codes).chain(Role::WORDS.iter().map(|(word, _)| *word)).collect();
        for word in Word::ALL {
            let bare = thuocdo::text::unaided(word.say(Lang::Vi), &vocabulary);
            // What is typed on a command line is no sentence.
            assert!(bare.is_none() || word.say(Lang::Vi).contains("thuocdo"), "{word:?}: {bare:?}");
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
