//! What people read of data quality.

use super::rules::{Dimension, QualityRule, Signal};

thuocdo::sentences! {
    /// What was found.
    pub(super) enum FindingText {
        DateOutsidePeriod: "ngày đánh giá {date} không thuộc năm nào của kỳ “{period}”", "the day of the assessment, {date}, lies in no year of the period `{period}`";
        EvidenceAfterAssessment: "minh chứng “{title}” ghi ngày {date}, sau ngày đánh giá {assessed_on}", "evidence `{title}` is dated {date}, after the assessment of {assessed_on}";
        EvidenceOfTwoDates: "minh chứng “{title}” tại “{uri}” ghi ngày {date}, nhưng ở chỗ khác trong cùng phiếu ghi ngày {other}", "evidence `{title}` at `{uri}` is dated {date}, but {other} elsewhere in the same assessment";
        FactsDisagree: "mục {code} ghi {found}, nhưng mục {other} ghi {expected} cho cùng một số liệu", "indicator {code} says {found}, but indicator {other} says {expected} of the same thing";
        TotalDiffers: "tổng điểm của nhóm {group} được khai là {claimed}, nhưng các mục cộng lại được {low}", "{claimed} points are claimed for group {group}, but its indicators add up to {low}";
        TotalOutside: "tổng điểm của nhóm {group} được khai là {claimed}, nhưng các mục cộng lại chỉ có thể từ {low} đến {high}", "{claimed} points are claimed for group {group}, but its indicators can only add up to {low} to {high}";
        LevelDiffers: "mức độ của nhóm {group} được khai là {claimed}, nhưng tính ra là mức độ {low}", "level {claimed} is claimed for group {group}, but level {low} follows";
        LevelOutside: "mức độ của nhóm {group} được khai là {claimed}, nhưng chỉ có thể từ mức độ {low} đến mức độ {high}", "level {claimed} is claimed for group {group}, but only level {low} to {high} can follow";
        OverallDiffers: "mức độ chung được khai là {claimed}, nhưng tính ra là mức độ {low}", "the overall level claimed is {claimed}, but level {low} follows";
        OverallOutside: "mức độ chung được khai là {claimed}, nhưng chỉ có thể từ mức độ {low} đến mức độ {high}", "the overall level claimed is {claimed}, but only level {low} to {high} can follow";
        ClaimsDisagree: "nhóm {group} được khai {score} điểm, ứng với mức độ {level}, nhưng mức độ được khai là {claimed}", "{score} points are claimed for group {group}, which is level {level}, but level {claimed} is claimed";
        OverallDisagrees: "mức độ chung được khai là {claimed}, nhưng mức độ thấp nhất được khai của các nhóm là {level}", "the overall level claimed is {claimed}, but the lowest level claimed for a group is {level}";
        NotAnswered: "mục {code} chưa điền", "indicator {code} is not answered";
        NotSaid: "điều kiện {code} chưa điền (đạt hoặc không đạt)", "whether condition {code} is met is not said";
        EvidenceMissing: "có {found} minh chứng, cần ít nhất {expected}", "there are {found} pieces of evidence, {expected} are needed";
        DatedEvidenceMissing: "có {found} minh chứng có ghi ngày, không quá {limit} ngày trước ngày đánh giá; cần ít nhất {expected}", "there are {found} pieces of evidence dated no more than {limit} days before the assessment, {expected} are needed";
        EvidenceOfKindMissing: "có {found} minh chứng thuộc loại được nhận, cần ít nhất {expected}; các loại: {kinds}", "there are {found} pieces of evidence of a kind that counts, {expected} are needed; the kinds: {kinds}";
        DatedEvidenceOfKindMissing: "có {found} minh chứng thuộc loại được nhận và có ghi ngày, không quá {limit} ngày trước ngày đánh giá; cần ít nhất {expected}; các loại: {kinds}", "there are {found} pieces of evidence of a kind that counts dated no more than {limit} days before the assessment, {expected} are needed; the kinds: {kinds}";
        NotIdentified: "chưa ghi {field}", "`{field}` is not given";
        StrayCharacters: "mã cơ sở giáo dục “{code}” có ký tự lạ: {characters}; chỉ dùng chữ cái không dấu, chữ số và - . _ /", "the institution's code `{code}` holds stray characters: {characters}; it takes unaccented letters, digits and - . _ /";
        NotComposed: "“{text}” được gõ bằng Unicode tổ hợp (chữ và dấu rời), không phải Unicode dựng sẵn (NFC)", "`{text}` is typed with separate accents (not in Unicode NFC)";
        MixedLetters: "từ “{word}” lẫn chữ cái trông giống chữ Việt nhưng không phải: {letters}", "the word `{word}` holds letters that look like Vietnamese ones but are not: {letters}";
        SubmittedAgain: "cơ sở giáo dục “{institution}” đã có một phiếu cùng kỳ, cùng hình thức đánh giá (phiếu thứ {first})", "institution `{institution}` has an assessment of this period and stream already (number {first})";
        EvidenceOfAnother: "minh chứng “{title}” trùng nguyên văn với minh chứng của cơ sở giáo dục “{institution}”", "evidence `{title}` is word for word that of institution `{institution}`";
        NoteOfAnother: "ghi chú “{note}” trùng nguyên văn với ghi chú của cơ sở giáo dục “{institution}”", "the note `{note}` is word for word that of institution `{institution}`";
        EvidenceTooOld: "minh chứng “{title}” ghi ngày {date}, {days} ngày trước ngày đánh giá {assessed_on}; giới hạn là {limit} ngày", "evidence `{title}` is dated {date}, {days} days before the assessment of {assessed_on}; the limit is {limit} days";
        EvidenceOld: "minh chứng “{title}” ghi ngày {date}, trước năm {year} là năm đầu của kỳ “{period}”", "evidence `{title}` is dated {date}, before {year}, the first year of the period `{period}`";
        ReadTwice: "“{text}” bị sai bảng mã: chữ UTF-8 đã được mở như bảng mã khác; hãy mở lại tệp gốc bằng UTF-8, hoặc gõ lại", "`{text}` is in a wrong encoding: UTF-8 was opened as something else; open the original as UTF-8, or type it again";
        Tcvn3: "“{text}” còn ở bảng mã TCVN3 (phông .Vn…); hãy chuyển sang Unicode, hoặc gõ lại", "`{text}` is in the encoding TCVN3 (fonts .Vn…); convert it to Unicode, or type it again";
        Vni: "“{text}” còn ở bảng mã VNI; hãy chuyển sang Unicode, hoặc gõ lại", "`{text}` is in the encoding VNI; convert it to Unicode, or type it again";
        QuestionMarks: "“{text}” có dấu hỏi ở chỗ của chữ cái: chữ đã mất khi lưu; hãy gõ lại", "`{text}` has question marks where letters were: they were lost on saving; type it again";
        BrokenCharacters: "“{text}” có ký tự lạ: {characters}; hãy gõ lại", "`{text}` holds stray characters: {characters}; type it again";
        OddPeriod: "kỳ đánh giá ghi “{period}”; hãy ghi năm học dạng 2023-2024, hoặc năm dạng 2023", "the period is written `{period}`; write a school year as 2023-2024, or a year as 2023";
        UpdatedLater: "lần cập nhật cuối ghi ngày {date}, sau ngày xem xét {as_of}", "the last update is dated {date}, after {as_of}, the day it is looked at";
        UpdatedLongAgo: "lần cập nhật cuối là ngày {date}, {days} ngày trước ngày {as_of}; giới hạn là {limit} ngày", "the last update was on {date}, {days} days before {as_of}; the limit is {limit} days";
        UpdatedBeforePeriod: "lần cập nhật cuối là ngày {date}, trước năm {year} là năm đầu của kỳ “{period}”", "the last update was on {date}, before {year}, the first year of the period `{period}`";
    }
}

thuocdo::sentences! {
    /// What is asked, what signals say, and what stands around them.
    pub(super) enum Say {
        // Dimensions.
        Correct: "Đúng", "Correct";
        Complete: "Đủ", "Complete";
        Clean: "Sạch", "Clean";
        Live: "Sống", "Live";

        // Rules.
        ValueValid: "mỗi giá trị đã ghi đều hợp lệ", "each value given is valid";
        DateInPeriod: "ngày đánh giá nằm trong năm của kỳ", "the day of the assessment lies in its period";
        EvidenceNotAfterAssessment: "minh chứng không ghi ngày sau ngày đánh giá", "no evidence is dated after the assessment";
        EvidenceAgrees: "cùng một minh chứng chỉ có một ngày", "the same evidence has one date";
        FactsAgree: "cùng một số liệu được ghi thống nhất", "the same thing has the same number";
        TotalAgrees: "tổng điểm được khai khớp với các mục", "totals claimed agree with their indicators";
        LevelAgrees: "mức độ được khai khớp với mức độ tính ra", "levels claimed are those that follow";
        ClaimsAgree: "các số được khai không mâu thuẫn nhau", "what is claimed does not contradict itself";
        Answered: "mọi mục đều đã điền", "each indicator is answered";
        ConditionSaid: "mọi điều kiện đều đã ghi đạt hoặc không đạt", "of each condition it is said whether it is met";
        EvidenceGiven: "có đủ minh chứng mà bộ chỉ số yêu cầu", "the evidence that the framework asks for is given";
        Identified: "ghi rõ cơ sở, kỳ, hình thức và ngày đánh giá", "institution, period, stream and day are given";
        KnownCode: "mã và trường dữ liệu đều có trong quy định, không ghi trùng", "codes and fields are known, and given once";
        CodePlain: "mã cơ sở không có ký tự lạ", "the institution's code holds no stray characters";
        TextNfc: "chữ ở dạng Unicode dựng sẵn (NFC)", "text is in Unicode NFC";
        LettersUnmixed: "không lẫn chữ cái lạ trông giống chữ Việt", "no look-alike letters are mixed";
        TextReadable: "chữ không sai bảng mã và không có ký tự lạ", "text is in the right encoding, without stray characters";
        PeriodPlain: "kỳ đánh giá ghi dạng 2023-2024 hoặc 2023", "the period is written as 2023-2024 or 2023";
        InstitutionUnique: "mỗi cơ sở một phiếu cho mỗi kỳ và hình thức", "one assessment for each institution, period and stream";
        EvidenceOwn: "minh chứng, ghi chú không trùng nguyên văn với cơ sở khác", "evidence and notes are not word for word another's";
        EvidenceCurrent: "minh chứng không quá cũ", "no evidence is too old";
        Updated: "lần cập nhật cuối không quá cũ và không ở tương lai", "the last update is neither too old nor in the future";

        // Signals.
        IdenticalAnswers: "{count} cơ sở có điểm các mục giống hệt nhau trong kỳ “{period}”", "{count} institutions have identical answers in the period `{period}`";
        AllMaxima: "{count} phiếu ghi điểm tối đa cho mọi mục", "{count} assessments give every indicator its maximum";
        PiledOverBand: "nhóm {group}, ngưỡng {edge} của mức độ {level}: {over} tổng điểm từ ngưỡng trở lên, {under} ngay dưới ngưỡng (xét trong khoảng {window} điểm mỗi bên)",
            "group {group}, threshold {edge} of level {level}: {over} totals at or just over it, {under} just under it (within {window} points on either side)";
        Jump: "nhóm {group}: {count} cơ sở tăng từ hai mức độ trở lên trong một năm, đến kỳ {period}", "group {group}: {count} institutions rose by two levels or more in a year, up to the period {period}";
        ShareAsPoints: "mục {code}: {count} phiếu ghi trên 0 và dưới 1 điểm; có thể đã ghi tỉ lệ (0,8 là 80%) thay cho số điểm",
            "{code}: {count} assessments have more than 0 points and less than 1; a share (0.8 for 80%) may have been typed for points";

        // Around them.
        TitleOne: "Chất lượng số liệu của phiếu đánh giá", "Data quality of the assessment";
        TitleMany: "Chất lượng số liệu của {count} phiếu đánh giá", "Data quality of {count} assessments";
        OfWhom: "Cơ sở giáo dục: {institution}; kỳ: {period}", "Institution: {institution}; period: {period}";
        Dimension: "Yêu cầu", "Dimension";
        Passed: "Đạt", "Passed";
        Checked: "Số lần kiểm tra", "Checks";
        Percent: "Tỉ lệ (%)", "Percent";
        NothingChecked: "không có gì để kiểm tra", "nothing to check";
        Findings: "Những chỗ cần xem lại", "What to look at again";
        NoFindings: "Không có chỗ nào cần xem lại", "There is nothing to look at again";
        Unlisted: "Còn {count} chỗ khác không liệt kê", "{count} more are not listed";
        Place: "Vị trí", "Place";
        What: "Nội dung", "What";
        RuleName: "Quy tắc", "Rule";
        Count: "Số chỗ", "Count";
        First: "Ví dụ", "For example";
        Record: "phiếu thứ {record}", "number {record}";
        At: "{who}: {place}", "{who} {place}";
        Signals: "Điểm cần đoàn đánh giá ngoài lưu ý", "Signals for a reviewer";
        SignalsNote: "Các dấu hiệu này chỉ để đoàn đánh giá ngoài xem xét thêm; bản thân chúng không chứng minh điều gì và không phải là kết luận",
            "Signals are for a reviewer to look at; by themselves they prove nothing and are no verdict";
        NoSignals: "Không có dấu hiệu nào", "There are no signals";
        Institutions: "Cơ sở giáo dục", "Institutions";
    }
}

/// The name of a dimension.
pub(super) const fn dimension(dimension: Dimension) -> Say {
    match dimension {
        Dimension::Correct => Say::Correct,
        Dimension::Complete => Say::Complete,
        Dimension::Clean => Say::Clean,
        Dimension::Live => Say::Live,
    }
}

/// What a rule asks.
pub(super) const fn rule(rule: QualityRule) -> Say {
    match rule {
        QualityRule::ValueValid => Say::ValueValid,
        QualityRule::DateInPeriod => Say::DateInPeriod,
        QualityRule::EvidenceNotAfterAssessment => Say::EvidenceNotAfterAssessment,
        QualityRule::EvidenceAgrees => Say::EvidenceAgrees,
        QualityRule::FactsAgree => Say::FactsAgree,
        QualityRule::TotalAgrees => Say::TotalAgrees,
        QualityRule::LevelAgrees => Say::LevelAgrees,
        QualityRule::ClaimsAgree => Say::ClaimsAgree,
        QualityRule::Answered => Say::Answered,
        QualityRule::ConditionSaid => Say::ConditionSaid,
        QualityRule::EvidenceGiven => Say::EvidenceGiven,
        QualityRule::Identified => Say::Identified,
        QualityRule::KnownCode => Say::KnownCode,
        QualityRule::CodePlain => Say::CodePlain,
        QualityRule::TextNfc => Say::TextNfc,
        QualityRule::LettersUnmixed => Say::LettersUnmixed,
        QualityRule::TextReadable => Say::TextReadable,
        QualityRule::PeriodPlain => Say::PeriodPlain,
        QualityRule::InstitutionUnique => Say::InstitutionUnique,
        QualityRule::EvidenceOwn => Say::EvidenceOwn,
        QualityRule::EvidenceCurrent => Say::EvidenceCurrent,
        QualityRule::Updated => Say::Updated,
    }
}

/// The sentence of a signal.
pub(super) const fn signal(signal: Signal) -> Say {
    match signal {
        Signal::IdenticalAnswers => Say::IdenticalAnswers,
        Signal::AllMaxima => Say::AllMaxima,
        Signal::PiledOverBand => Say::PiledOverBand,
        Signal::Jump => Say::Jump,
        Signal::ShareAsPoints => Say::ShareAsPoints,
    }
}
