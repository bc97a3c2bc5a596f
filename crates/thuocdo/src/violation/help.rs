//! The text that `explain-code` prints about each violation: meaning, example, remedy. The crate does not compile if a code has no text
//! here.

use super::ViolationCode;
use crate::text::CodeHelp;

impl ViolationCode {
    /// Meaning, example and remedy.
    #[expect(clippy::too_many_lines, reason = "a list, one entry a code")]
    pub const fn help(self) -> CodeHelp {
        use ViolationCode as C;
        match self {
            C::AssessmentMissing => CodeHelp::new(
                ["bước này dựa trên một phiếu mà hồ sơ chưa có", "the event rests on an assessment that the case does not hold"],
                r#"{ "act": "self_assess", "on": "2024-04-15", … }"#,
                [
                    "kèm phiếu vào hồ sơ: thuocdo process ho-so.json --add self_assess --assessment phieu.json …",
                    "put the assessment into the case: thuocdo process case.json --add self_assess --assessment school.json …",
                ],
            ),
            C::AssessmentAfterEvent => CodeHelp::new(
                ["phiếu ghi ngày sau ngày của việc dựa trên phiếu đó", "an assessment is dated after the event that rests on it"],
                "external: 2024-06-20 · recognise: 2024-06-14",
                ["xem lại ngày trên phiếu và ngày của việc", "look at the day of the assessment and at that of the event"],
            ),
            C::AssessmentOutsidePeriod => CodeHelp::new(
                ["phiếu ghi ngày không thuộc kỳ đánh giá", "an assessment is dated outside its period"],
                "period: 2023-2024 · assessed_on: 2021-05-01",
                ["sửa ngày đánh giá, hoặc sửa năm học", "mend the day, or the period"],
            ),
            C::BandEnds => CodeHelp::new(
                [
                    "một đầu của khoảng điểm thiếu, ghi hai lần, hoặc đầu trên nhỏ hơn đầu dưới",
                    "an end of a band is missing or said twice, or the upper end lies below the lower",
                ],
                r#"{ "level": 2, "from": 50, "above": 50, "to": 75 }"#,
                [
                    r#"chỉ ghi một đầu dưới và một đầu trên: { "level": 2, "from": 50, "to": 75 }"#,
                    r#"give one lower and one upper end: { "level": 2, "from": 50, "to": 75 }"#,
                ],
            ),
            C::BandGap => CodeHelp::new(
                ["có số điểm không thuộc khoảng nào", "some points fall into no band"],
                r#"[{ "level": 1, "below": 50 }, { "level": 2, "above": 50 }]"#,
                [
                    r#"để các khoảng liền nhau; ở đây 50 điểm phải thuộc mức độ 2: "from": 50"#,
                    r#"let bands meet; here 50 points belong to level 2: "from": 50"#,
                ],
            ),
            C::BandOrder => CodeHelp::new(
                ["các khoảng điểm không xếp theo mức độ tăng dần", "bands are not in ascending order of their levels"],
                r#"[{ "level": 2, … }, { "level": 1, … }]"#,
                ["ghi mức độ thấp trước, mức độ cao sau", "give the lower level first"],
            ),
            C::BandOverlap => CodeHelp::new(
                [
                    "có số điểm thuộc hai khoảng, hoặc một khoảng vượt quá điểm tối đa",
                    "some points fall into two bands, or a band goes beyond the maximum",
                ],
                r#"[{ "level": 1, "to": 50 }, { "level": 2, "from": 50 }]"#,
                [
                    r#"để mỗi số điểm thuộc đúng một khoảng: "below": 50 rồi "from": 50"#,
                    r#"let all points lie in one band: "below": 50, then "from": 50"#,
                ],
            ),
            C::ClosedAlready => CodeHelp::new(
                [
                    "trong danh sách, một cơ sở đã sáp nhập hoặc đóng lại được sáp nhập hoặc đóng lần nữa",
                    "a register closes an institution that it has closed already",
                ],
                "A → C (2023-07-01), A → E (2024-07-01)",
                ["chỉ giữ một thay đổi; nếu C sáp nhập tiếp thì ghi C", "keep one of the changes; if C went on, name C"],
            ),
            C::ColumnTaken => CodeHelp::new(
                ["bảng đã có cột trùng tên với cột kết quả", "a column of the table is named as a column of results is"],
                "group.1.level.low",
                ["bỏ hoặc đổi tên cột đó rồi tính lại", "leave the column out or rename it, then score again"],
            ),
            C::CountOutOfRange => CodeHelp::new(
                ["số lượng không phải số nguyên, nhỏ hơn 0 hoặc lớn hơn 1 000 000", "a count is not a whole number from 0 to 1 000 000"],
                r#"{ "count": 12.5 }"#,
                [r#"ghi số nguyên: { "count": 12 }"#, r#"give a whole number: { "count": 12 }"#],
            ),
            C::DigestMismatch => CodeHelp::new(
                [
                    "mã kiểm tra (SHA-256) không khớp với nội dung: nội dung đã bị sửa sau khi ghi mã",
                    "the digest is not that of the content: something was changed after it was made",
                ],
                r#""digest": "sha256:00…""#,
                [
                    "lấy lại tệp gốc, hoặc tính lại kết quả bằng thuocdo; không sửa tay",
                    "take the file as it was, or make it anew with thuocdo; do not edit it by hand",
                ],
            ),
            C::DuplicateAssessment => CodeHelp::new(
                ["một cơ sở giáo dục có hai phiếu cùng kỳ và cùng hình thức đánh giá", "an institution has two assessments of one period and stream"],
                "VD-01,2023-2024,self,…\nVD-01,2023-2024,self,…",
                ["chỉ giữ phiếu đúng, bỏ phiếu còn lại", "keep the one that counts, and take the other out"],
            ),
            C::DuplicateCode => CodeHelp::new(
                [
                    "hai nội dung của bộ chỉ số, hoặc hai cơ sở giáo dục, mang cùng một mã",
                    "two things of a framework, or two institutions, bear one code",
                ],
                r#"{ "code": "1.3.1", … }, { "code": "1.3.1", … }"#,
                ["cho mỗi nội dung một mã riêng", "give each its own code"],
            ),
            C::DuplicateKey => CodeHelp::new(
                [
                    "một khóa hay một cột được ghi hai lần, nên không rõ giá trị nào đúng",
                    "a key or column is given twice, and nobody knows which one is meant",
                ],
                r#"{ "1.3.1": 5, "1.3.1": 6 }"#,
                [r#"chỉ ghi một lần: { "1.3.1": 6 }"#, r#"give it once: { "1.3.1": 6 }"#],
            ),
            C::EmptyList => CodeHelp::new(
                ["danh sách phải có ít nhất một mục", "a list is empty that must not be"],
                r#""levels": []"#,
                ["ghi ít nhất một mục, hoặc bỏ hẳn trường này nếu không bắt buộc", "give at least one entry, or leave the field out where it may be"],
            ),
            C::EventBeforePrevious => CodeHelp::new(
                ["bước sau ghi ngày sớm hơn bước trước", "an event is dated before the one above it"],
                r#""on": "2024-06-14", "on": "2024-05-01""#,
                ["sửa ngày, hoặc xếp các bước theo thứ tự thời gian", "correct the day, or put the events in order of time"],
            ),
            C::EventOutOfOrder => CodeHelp::new(
                ["hồ sơ chưa đến bước này, hoặc đã qua", "the event does not follow from the state of the case"],
                "reported → publish",
                [
                    "làm lần lượt: lập kế hoạch, tự đánh giá, phê duyệt, báo cáo, đánh giá ngoài, công nhận, công bố; xem việc làm được lúc này: thuocdo process ho-so.json",
                    "go step by step: plan, self_assess, approve, report, externally_assess, recognise, publish; what may be done now: thuocdo process case.json",
                ],
            ),
            C::FrameworkNotNamed => CodeHelp::new(
                [
                    "bảng có mục mà bộ chỉ số của địa phương chấm khác bộ chỉ số của Bộ, nhưng không ghi điền theo bộ nào",
                    "a table has an indicator that the local framework answers otherwise than the national one, and does not say by which it was filled in",
                ],
                "Mã trường;1.4.1\nVD-01;8",
                ["thêm cột framework ghi mã của bộ chỉ số, hoặc thêm --filled-by MÃ", "add a column framework with the id, or --filled-by ID"],
            ),
            C::IllFormedChange => CodeHelp::new(
                [
                    "sáp nhập, chia tách hoặc đổi mã có số mã trước và sau không đúng",
                    "a merger, split or renaming has too few or too many codes on one side",
                ],
                r#"{ "kind": "merged", "from": ["A"], "to": ["B"] }"#,
                [
                    r#"sáp nhập: từ hai mã thành một; chia tách: từ một mã thành hai; đổi mã: một thành một, ví dụ { "kind": "renamed", "from": ["A"], "to": ["B"] }"#,
                    r#"merged: two or more to one; split: one to two or more; renamed: one to one, such as { "kind": "renamed", "from": ["A"], "to": ["B"] }"#,
                ],
            ),
            C::IllFormedCode => CodeHelp::new(
                ["mã có ký tự không được dùng hoặc quá dài", "a code holds characters that it may not hold, or is too long"],
                r#""code": "1.3.Ă""#,
                [
                    "dùng chữ số và chữ thường không dấu, các phần nối bằng dấu chấm: 1.3.1, 1.hp1",
                    "use digits and lower-case letters in parts joined by stops: 1.3.1, 1.hp1",
                ],
            ),
            C::InvalidDate => CodeHelp::new(
                ["ngày không có trên lịch, hoặc không ghi dạng năm-tháng-ngày", "not a day of the calendar, or not written year-month-day"],
                r#""assessed_on": "2023-02-30""#,
                [
                    "trong JSON ghi 2023-10-12; trong Excel và CSV ghi 2023-10-12 hoặc 12/10/2023",
                    "in JSON 2023-10-12; in Excel and CSV 2023-10-12 or 12/10/2023 (day first)",
                ],
            ),
            C::ListLength => CodeHelp::new(
                ["danh sách dài hơn hoặc ngắn hơn quy định", "a list has more or fewer entries than it may have"],
                r#""forms": [ … ]"#,
                ["thêm hoặc bớt cho đủ số mục ghi trong thông báo", "add or take away until it has as many as the message says"],
            ),
            C::MissingField => CodeHelp::new(
                ["thiếu một trường bắt buộc", "a required field is absent or null"],
                r#"{ "answers": { "1.3.1": 6 } }"#,
                [
                    r#"thêm trường còn thiếu: { "conditions": { "1.1": true }, "answers": { "1.3.1": 6 } }"#,
                    r#"add it: { "conditions": { "1.1": true }, "answers": { "1.3.1": 6 } }"#,
                ],
            ),
            C::MissingSource => CodeHelp::new(
                ["con số dựa trên một nguồn nhưng không ghi nguồn nào", "a figure rests on a source, and none is named"],
                r#""basis": { "standing": "single", "sources": [] }"#,
                [r#"ghi tên nguồn: "sources": ["S1"]"#, r#"name the source: "sources": ["S1"]"#],
            ),
            C::MissingTitle => CodeHelp::new(
                ["một tiêu đề hoặc nội dung để trống", "a title or text is empty"],
                r#""title": { "vi": "Hồ sơ số", "en": "" }"#,
                ["ghi đủ cả tiếng Việt (vi) và tiếng Anh (en)", "give it in Vietnamese (vi) and in English (en)"],
            ),
            C::NoKnownColumn => CodeHelp::new(
                [
                    "không cột nào của bảng mang mã của bộ chỉ số; thường do sai dấu phân cách hoặc mất dòng tiêu đề",
                    "no column is named by a code of the framework; most often the separator is another, or the header is lost",
                ],
                "Tên trường|Điểm\nTH An Bình|80",
                [
                    "dòng tiêu đề phải có mã: institution.code, 1.1, 1.3.1 …; lấy mẫu bằng: thuocdo form --format csv",
                    "name the columns by codes: institution.code, 1.1, 1.3.1 …; get a header with: thuocdo form --format csv",
                ],
            ),
            C::NotJson => CodeHelp::new(
                ["nội dung không phải một giá trị JSON đúng cú pháp, bảng mã UTF-8", "not one JSON value in UTF-8"],
                r#"{ "answers": { "1.3.1": 7,5 } }"#,
                [
                    r#"sửa chỗ ghi trong thông báo; dấu thập phân trong JSON là dấu chấm: { "answers": { "1.3.1": 7.5 } }"#,
                    r#"mend the place that is told; the decimal mark of JSON is a point: { "answers": { "1.3.1": 7.5 } }"#,
                ],
            ),
            C::NotRecognised => CodeHelp::new(
                ["chưa thể lập bản xác nhận vì mức độ chưa được công nhận", "a level is certified that was not recognised"],
                "thuocdo certify … (reported)",
                [
                    "ghi bước công nhận vào hồ sơ trước: thuocdo process ho-so.json --add recognise …",
                    "add the recognition to the case first: thuocdo process case.json --add recognise …",
                ],
            ),
            C::NotRefinable => CodeHelp::new(
                ["bản cụ thể hóa của địa phương thay đổi điều phải giữ nguyên", "an overlay touches what it must leave as it is"],
                r#""indicators": { "1.3.1": { "max": 8 } }"#,
                [
                    "chỉ bổ sung cách tính, các phần, minh chứng, tên gọi, hướng dẫn và điều kiện riêng",
                    "add only rules, parts, evidence, titles, guidance and local conditions",
                ],
            ),
            C::OtherInstitution => CodeHelp::new(
                ["phiếu hoặc bảng kết quả là của cơ sở giáo dục khác", "an assessment or scorecard is of another institution"],
                "VD-01 ≠ VD-02",
                [
                    "kiểm tra lại tệp; nếu cơ sở đã đổi mã, dùng danh mục có ghi lần đổi mã đó (--register)",
                    "look at the file again; where the code has changed, use a register that says so (--register)",
                ],
            ),
            C::OtherPeriod => CodeHelp::new(
                ["phiếu là của kỳ đánh giá khác", "an assessment is of another period"],
                "2022-2023 ≠ 2023-2024",
                [
                    "dùng phiếu đúng kỳ, hoặc sửa kỳ đánh giá ghi trong phiếu",
                    "take the assessment of this period, or correct the period that it says",
                ],
            ),
            C::OwnPredecessor => CodeHelp::new(
                ["theo danh mục, một cơ sở giáo dục là tiền thân của chính nó", "by its changes a register makes an institution its own predecessor"],
                "A → B, B → A",
                [
                    "kiểm tra lại mã và ngày của các lần sáp nhập, chia tách, đổi mã",
                    "look at the codes and days of mergers, splits and renamings again",
                ],
            ),
            C::PlanTooLarge => CodeHelp::new(
                ["có quá nhiều phương án nâng điểm để so sánh chính xác", "a plan has more choices than can be compared exactly"],
                "--efforts cong-suc.json",
                [
                    "bớt số mục trong tệp công sức, hoặc lập kế hoạch từng nhóm: --target 1=3",
                    "give efforts to fewer indicators, or plan one group at a time: --target 1=3",
                ],
            ),
            C::PointsOutOfRange => CodeHelp::new(
                ["điểm nhỏ hơn 0 hoặc lớn hơn điểm tối đa của mục", "points below zero, or above the maximum of their indicator"],
                r#""1.3.1": 7"#,
                [
                    "ghi số điểm từ 0 đến điểm tối đa của mục; mục 1.3.1 tối đa 6 điểm",
                    "give points from 0 to the maximum of the indicator; that of 1.3.1 is 6",
                ],
            ),
            C::PointsTooPrecise => CodeHelp::new(
                ["điểm có quá hai chữ số thập phân", "points with more than two decimals"],
                r#""1.3.1": 5.333"#,
                ["làm tròn đến hai chữ số thập phân: 5,33 (trong JSON: 5.33)", "round to two decimals: 5.33"],
            ),
            C::RecognitionBlocked => CodeHelp::new(
                ["bước công nhận được ghi khi kết quả đánh giá ngoài còn vướng mắc", "a level is recognised although something stands in the way"],
                "recognise, 1.1: không đạt",
                [
                    "khắc phục điều ghi trong thông báo (điều kiện bắt buộc chưa đạt hoặc chưa điền, mục chưa điền), đánh giá lại rồi mới công nhận",
                    "settle what the message names (a condition unmet or unsaid, answers that are missing), assess again, then recognise",
                ],
            ),
            C::ShareOutOfRange => CodeHelp::new(
                ["số đạt lớn hơn tổng số, hoặc tổng số bằng 0", "the part is larger than the whole, or the whole is zero"],
                "33/32",
                ["ghi số đạt trước, tổng số sau: 32/33", "give the part first, then the whole: 32/33"],
            ),
            C::StepsOrder => CodeHelp::new(
                ["các dòng của bảng tính điểm không tăng dần từ 0", "the rows of a table of steps do not ascend from zero"],
                r#"[{ "at_least": 10, … }, { "at_least": 5, … }]"#,
                [r#"bắt đầu từ "at_least": 0, dòng sau lớn hơn dòng trước"#, r#"begin at "at_least": 0, each row above the one before"#],
            ),
            C::StepsPoints => CodeHelp::new(
                [
                    "một dòng của bảng tính điểm cho ít điểm hơn dòng trước, hoặc dòng cuối không đạt điểm tối đa",
                    "a step gives fewer points than the one before, or the last one not the maximum",
                ],
                r#"[{ "at_least": 0, "points": 3 }, { "at_least": 5, "points": 2 }]"#,
                ["điểm không giảm, dòng cuối bằng điểm tối đa của mục", "let points never fall, and the last row be the maximum"],
            ),
            C::StepsUnreachable => CodeHelp::new(
                ["một dòng của bảng tính điểm bắt đầu trên 100%", "a step begins above 100 percent"],
                r#"{ "at_least": 120, "points": 6 }"#,
                ["ghi tỉ lệ từ 0 đến 100", "give a percentage from 0 to 100"],
            ),
            C::SumMismatch => CodeHelp::new(
                ["điểm tối đa của các phần cộng lại không bằng điểm tối đa của cả mục, tiêu chí hoặc nhóm", "maxima do not add up"],
                "4 + 1 ≠ 6",
                ["sửa điểm tối đa để tổng khớp", "correct the maxima so that they add up"],
            ),
            C::TooLarge => CodeHelp::new(
                ["một phiếu dài hơn 1 MiB, hoặc lồng nhau quá 64 cấp", "over 1 MiB of text, or nested more than 64 levels deep"],
                "[[[[[[ … ]]]]]]",
                ["tách dữ liệu nhiều cơ sở thành mỗi phiếu một dòng (NDJSON) hoặc CSV", "give many institutions one a line (NDJSON), or as CSV"],
            ),
            C::TooManyGroups => CodeHelp::new(
                ["bộ chỉ số có quá nhiều nhóm tiêu chí", "a framework has more groups than the engine holds"],
                r#""groups": [ … ] (17)"#,
                ["tối đa 16 nhóm", "16 groups at most"],
            ),
            C::TooManyViolations => CodeHelp::new(
                ["còn nhiều lỗi khác chưa liệt kê", "more is wrong than the list holds"],
                "1001 …",
                [
                    "sửa các lỗi đã nêu rồi kiểm tra lại; nếu mọi dòng đều lỗi, xem lại dấu phân cách và dòng tiêu đề",
                    "mend what is told, then check again; where every row is wrong, look at the separator and the header",
                ],
            ),
            C::UnknownCondition => CodeHelp::new(
                ["bộ chỉ số không có điều kiện mang mã này", "the framework has no condition of this code"],
                r#""conditions": { "1.9": true }"#,
                ["dùng mã có trong bộ chỉ số: thuocdo framework show", "use a code of the framework: thuocdo framework show"],
            ),
            C::UnknownField => CodeHelp::new(
                ["có trường dữ liệu mà thuocdo không đọc; thường do gõ sai tên", "a field that nobody reads; most often its name is mistyped"],
                r#"{ "answer": { "1.3.1": 6 } }"#,
                [r#"sửa tên theo danh sách trong thông báo: "answers""#, r#"correct the name by the list in the message: "answers""#],
            ),
            C::UnknownFramework => CodeHelp::new(
                ["không có bộ chỉ số mang tên này", "no framework of this name is shipped"],
                "--framework moet-4725",
                [
                    "dùng một tên có sẵn: thuocdo framework list; hoặc ghi đường dẫn tới tệp",
                    "use a name that ships: thuocdo framework list; or give the path of a file",
                ],
            ),
            C::UnknownGroup => CodeHelp::new(
                ["bộ chỉ số không có nhóm tiêu chí mang mã này", "the framework has no group of this code"],
                "--target 3=2",
                ["dùng mã nhóm có trong bộ chỉ số: --target 1=3", "use the code of a group: --target 1=3"],
            ),
            C::UnknownIndicator => CodeHelp::new(
                ["bộ chỉ số không có mục mang mã này", "the framework has no indicator of this code"],
                r#""1.3.11": 5"#,
                [
                    "dùng một mã gần giống nêu trong thông báo, ví dụ 1.3.1; xem mọi mã: thuocdo framework show",
                    "use one of the codes that the message names, such as 1.3.1; for all codes: thuocdo framework show",
                ],
            ),
            C::UnknownLevel => CodeHelp::new(
                [
                    "bộ chỉ số không có mức độ này, hoặc không số điểm nào của nhóm đạt được nó",
                    "the framework does not describe this level, or no points of the group give it",
                ],
                "--target 4",
                ["chọn một mức độ nêu trong thông báo, ví dụ 3", "choose a level that the message names, such as 3"],
            ),
            C::UnknownSource => CodeHelp::new(
                ["nguồn được nêu không có trong danh sách nguồn của tệp", "a basis names a source that the file does not list"],
                r#""sources": ["S99"]"#,
                ["thêm nguồn vào danh sách sources, hoặc sửa tên", "add the source to the list, or correct its name"],
            ),
            C::UnknownValue => CodeHelp::new(
                ["giá trị không thuộc danh sách được nhận ở chỗ này", "not one of the words that the place takes"],
                r#""type": "công lập""#,
                [
                    r#"dùng một giá trị nêu trong thông báo; cấp học tiểu học trong JSON là "primary", trong bảng ghi Tiểu học cũng được"#,
                    r#"use a word that the message names, such as "primary"; tables also take its Vietnamese name"#,
                ],
            ),
            C::UnreadColumn => CodeHelp::new(
                ["tên cột có mã của một mục nhưng không rõ cột ghi gì", "the name of a column holds a code, but what the column holds is not clear"],
                "1.3.1 năm 2022",
                ["đặt tên cột là mã đó, hoặc bỏ mã khỏi tên cột", "name the column by the code, or take the code out of the name"],
            ),
            C::WrongAnswerKind => CodeHelp::new(
                [
                    "mục này cần một loại số liệu khác, hoặc ghi hai loại cùng lúc",
                    "another kind of fact than the indicator takes, or two kinds at once",
                ],
                r#""1.4.1": { "points": 5, "met": true }"#,
                [
                    r#"chỉ ghi loại số liệu mà mục cần: { "points": 5 }, { "met": true }, { "part": 24, "whole": 32 } hoặc { "count": 12 }"#,
                    r#"give the one kind that it takes: { "points": 5 }, { "met": true }, { "part": 24, "whole": 32 } or { "count": 12 }"#,
                ],
            ),
            C::WrongBase => CodeHelp::new(
                [
                    "bản cụ thể hóa được lập cho bộ chỉ số khác, hoặc cho bản khác của bộ chỉ số này",
                    "the overlay was made for another framework, or another revision of it",
                ],
                r#""base": { "id": "moet-4725-2022", "digest": "sha256:00…" }"#,
                [
                    "đặt các bản cụ thể hóa đúng thứ tự; nếu bộ chỉ số có bản mới, xem lại rồi ghi mã kiểm tra mới: thuocdo overlay check",
                    "lay the overlays in their order; where the framework has a new revision, look at it, then give its digest: thuocdo overlay check",
                ],
            ),
            C::WrongFramework => CodeHelp::new(
                ["phiếu hoặc bảng kết quả là của bộ chỉ số khác", "the assessment or scorecard is of another framework"],
                r#""framework": "tinh-khac-2024""#,
                [
                    "dùng đúng bộ chỉ số: --framework hoặc --overlay; hoặc sửa trường framework",
                    "use its framework: --framework or --overlay; or correct the field",
                ],
            ),
            C::WrongRole => CodeHelp::new(
                ["người hoặc đơn vị này không có thẩm quyền làm việc đó", "an event is the act of a role that may not do it"],
                r#"{ "act": "publish", "role": "head" }"#,
                [
                    r#"ghi đúng vai trò; việc công bố là của cơ quan quản lý: "role": "authority""#,
                    r#"give the role that may: publishing is for the managing authority: "role": "authority""#,
                ],
            ),
            C::WrongStream => CodeHelp::new(
                [
                    "phiếu tự đánh giá đặt vào chỗ của phiếu đánh giá ngoài, hoặc ngược lại",
                    "a self-assessment stands where an external one belongs, or the other way round",
                ],
                "thuocdo review danh-gia-ngoai.json tu-danh-gia.json",
                ["đặt phiếu tự đánh giá trước, phiếu đánh giá ngoài sau", "give the self-assessment first, then the external one"],
            ),
            C::WrongType => CodeHelp::new(
                [
                    "loại giá trị không đúng: chữ ở chỗ của số, danh sách ở chỗ của đối tượng …",
                    "another type than the place takes: a text for a number, a list for an object …",
                ],
                r#""1.3.1": "sáu""#,
                [r#"ghi loại giá trị nêu trong thông báo: "1.3.1": 6"#, r#"give the type that the message names: "1.3.1": 6"#],
            ),
        }
    }
}
