//! The sentences of the command, Vietnamese and English side by side. Sentences about results are in the core's catalogue.

thuocdo::sentences! {
    /// A word or sentence of the command.
    #[cfg_attr(test, derive(clap::ValueEnum))]
    pub(crate) enum Word {
        // Columns and headings.
        Code: "Mã", "Code";
        Content: "Nội dung", "Content";
        Points: "Điểm", "Points";
        Level: "Mức độ", "Level";
        Max: "Điểm tối đa", "Max";
        Standing: "Nguồn xác nhận", "Basis";
        Institution: "Cơ sở giáo dục", "Institution";
        File: "Tệp", "File";
        PeriodHead: "Kỳ đánh giá", "Period";
        StreamHead: "Hình thức", "Stream";
        InTheWay: "Còn vướng mắc", "In the way";
        GroupHead: "Nhóm", "Group";
        TargetHead: "Mức độ cần đạt", "Target level";
        WhatToDo: "Việc cần làm", "What to do";
        Now: "Hiện có", "Now";
        ToReach: "Cần đạt", "To reach";
        ShownBy: "Minh chứng", "Shown by";
        Results: "Kết quả", "Results";
        ToMend: "Cần sửa", "To mend";
        Place: "Ở đâu", "Where";
        Wrong: "Chỗ cần sửa", "What is wrong";
        ErrorCode: "Mã lỗi", "Code of the error";
        Group: "Nhóm {code}", "Group {code}";
        GroupWithLevel: "Nhóm {code} (mức độ)", "Group {code} (level)";
        GroupPoints: "Nhóm {code}: điểm", "Group {code}: points";
        GroupLevel: "Nhóm {code}: mức độ", "Group {code}: level";
        OfGroup: "nhóm {code}", "group {code}";
        LevelNumber: "mức độ {level}", "level {level}";
        OverallShort: "Chung", "Overall";
        OverallHead: "Mức độ chung", "Overall level";
        OverallNote: "Chung: mức độ của nhóm thấp nhất, là cách các nơi thường làm; Quyết định xếp mức độ theo từng nhóm tiêu chí và không quy định mức độ chung",
            "Overall: the level of the lowest group, by practice; the act rates each group";
        BlockersNote: "Công nhận: ✓ đủ điều kiện; – không vướng điều kiện bắt buộc nhưng mới ở mức độ thấp nhất; ✗ chưa đủ, do điều kiện, mục hoặc nhóm ghi kèm",
            "Recognition: ✓ nothing stands in the way; – nothing does, but this is the lowest level; ✗ these conditions, indicators or groups do";
        Recognition: "Công nhận", "Recognition";
        Mandatory: "bắt buộc", "mandatory";
        Revision: "bản", "revision";
        DigestOf: "Mã kiểm tra (SHA-256): {digest}", "Digest: {digest}";
        LastDay: "Hạn cuối", "Last day";
        Who: "Ai thực hiện", "By whom";
        Task: "Việc", "What";
        Sources: "Nguồn", "Sources";
        EvidenceAsked: "minh chứng được yêu cầu", "evidence asked for";
        WordingOf: "lời văn: {kind}{sources}", "wording: {kind}{sources}";
        Wordings: "Ý nghĩa của lời văn (tiếng Việt)", "What the wordings mean (of the Vietnamese)";
        Standings: "Ý nghĩa của nguồn xác nhận", "What the standings mean";
        Unlocated: "Chưa nguồn nào cho biết", "What no source tells";

        Laid: "Cụ thể hóa: {title}", "Overlay: {title}";
        LaidIllustrative: "Cụ thể hóa: {title} (minh họa, không cơ quan nào ban hành)", "Overlay: {title} (illustrative, issued by nobody)";
        ByNational: "Theo Bộ chỉ số của Bộ GDĐT", "By the national framework";

        // The service.
        ServeListening: "Đang nghe tại http://{address}; dừng bằng Ctrl-C", "listening on http://{address}; stop it by Ctrl-C";
        ServeStopping: "Đang dừng: trả lời nốt các yêu cầu đang làm", "stopping: what is under way is finished";
        ServeCannotListen: "không nghe được tại “{address}”", "cannot listen on `{address}`";
        ServeNotLocal: "“{address}” là địa chỉ mà máy khác truy cập được, trong khi máy chủ này không có mật khẩu và không mã hóa; nếu phía trước đã có proxy hoặc tường lửa thì ghi thêm --public",
            "other machines can reach `{address}`, and this server has neither passwords nor encryption; if a proxy or a firewall stands before it, add --public";

        // Results.
        UpTo: "tới {points} điểm", "up to {points} points";
        AssessedOn: "ngày {date}", "assessed on {date}";
        WithEvidence: "minh chứng: {with}/{all} mục", "with evidence: {with} of {all}";
        NextAndPlan: "{next}; xem: thuocdo plan TỆP", "{next}; see: thuocdo plan FILE";
        NextPlan: "Việc tiếp theo: xem các việc cần làm: thuocdo plan TỆP", "Next: see what to do: thuocdo plan FILE";
        More: "Từng mục: thêm --details. Con số đã đối chiếu: {firm}/{all} (thuocdo framework checklist)", "Each indicator: add --details. Confirmed figures: {firm} of {all} (thuocdo framework checklist)";
        EveryPoint: "Điểm từng tiêu chí và mục", "Points of each criterion and indicator";
        Firm: "Mới đối chiếu được {firm}/{all} con số của bộ chỉ số (điểm tối đa, ngưỡng) với văn bản hoặc hai nguồn độc lập; cần đối chiếu với bản gốc trước khi dùng chính thức (thuocdo framework checklist). Xem cách tính điểm: thuocdo explain TỆP",
            "{firm} of the {all} figures are confirmed by the act or by two sources. Why these points and levels: thuocdo explain";
        Counted: "{count} phiếu ({levels}), trong đó {eligible} đủ điều kiện xét công nhận", "{count} assessments ({levels}), {eligible} of them eligible for recognition";
        CountedLowest: "Không vướng điều kiện bắt buộc nhưng mới ở mức độ thấp nhất: {count}", "With nothing in the way, but at the lowest level: {count}";
        LacksEvidence: "{place}: không có lỗi, nhưng chưa rõ hoặc chưa đủ minh chứng bắt buộc", "{place}: nothing is wrong, but evidence that is required is missing or unknown";
        Schools: "cơ sở", "institutions";
        NothingWrong: "Không có lỗi trong {count} phiếu", "Nothing is wrong; assessments read: {count}";
        Twice: "Chưa có kết quả, vì {count} phiếu trùng với phiếu trước; hãy bỏ bớt, hoặc thêm --keep last (tính phiếu sau) hay --keep first (tính phiếu trước)",
            "There is no result, since {count} assessments repeat one before them; take some out, or add --keep last (the later counts) or --keep first (the earlier)";
        CameAlready: "{place}: cơ sở giáo dục “{institution}” đã có phiếu cùng kỳ, cùng hình thức đánh giá ở {first}", "{place}: institution `{institution}` has an assessment of this period and stream already, at {first}";
        MoreCameAlready: "Còn {count} phiếu khác đã có phiếu cùng cơ sở, cùng kỳ, cùng hình thức đánh giá", "{count} more have one of the same institution, period and stream already";
        CourseLeavesOut: "Chưa tính {count} phiếu hoặc tệp có lỗi, nên có thể thiếu kỳ đánh giá", "Refused assessments and files: {count}; periods may be missing here";
        RefusedCount: "Có {refused}/{all} phiếu cần sửa; sửa các chỗ nêu trên rồi chạy lại lệnh", "Refused assessments: {refused} of {all}";

        // Reviews.
        ReviewTakesTwo: "cần đúng hai tệp: phiếu tự đánh giá rồi đến phiếu đánh giá ngoài; với phiếu của nhiều thành viên đoàn đánh giá ngoài hãy thêm --panel",
            "two files are needed: the self-assessment, then the external one; add --panel for the forms of several assessors";
        ReviewTakesOne: "{file} có {count} phiếu; ở đây cần đúng một phiếu (với phiếu của nhiều cơ sở hãy thêm --cohort)",
            "{file} holds {count} assessments; one is needed here (add --cohort for those of many institutions)";
        PanelOfOne: "cần phiếu của ít nhất hai thành viên đoàn; mới có {count}", "a panel needs the forms of two assessors at least; here: {count}";
        PanelTwice: "{file}: tệp này được ghi hai lần; mỗi thành viên đoàn một phiếu", "{file}: this file is named twice; each assessor has a form of their own";
        PanelOpen: "{file}: để trống {codes}, vì các thành viên đoàn chưa thống nhất; hãy thống nhất rồi điền",
            "{file}: {codes} are left unanswered, since the assessors do not agree; agree on them, then fill them in";
        NotTogether: "Các phiếu không đối chiếu được với nhau", "These assessments cannot be laid beside each other";

        // Refusals.
        Refused: "{place}: phiếu có chỗ cần sửa", "{place}: the assessment is refused";
        UnreadColumns: "{file}: không đọc các cột {columns}", "{file}: columns that are not read: {columns}";
        Unanswered: "{file}: có {count} phiếu chưa điền mục nào", "{file}: forms without any answer: {count}";
        AnswerInNote: "{file}: ô {cell} (ghi chú của {code}) ghi “{text}”, còn ô kết quả để trống; nếu đó là kết quả thì ghi vào ô kết quả",
            "{file}: cell {cell} (the note of {code}) says `{text}`, and the answer is blank; if that is the answer, write it there";
        ShareAsPoints: "{file}: ô {cell} (mục {code} hỏi tỉ lệ) ghi {text}, đang được tính là {text} điểm; nếu đó là tỉ lệ thì ghi số điểm tương ứng",
            "{file}: cell {cell} ({code} asks for a share) says {text}, which counts as {text} points; if that is the share, write the points that it brings";
        CaseRefused: "{file}: hồ sơ không hợp lệ", "{file}: the case is refused";
        CertificateRefused: "{file}: bản xác nhận không hợp lệ", "{file}: the certificate is refused";
        NewCase: "hồ sơ mới", "the new case";

        // What cannot be done.
        StandardInput: "dữ liệu truyền vào (stdin)", "standard input";
        NoInput: "chưa có tệp nào để đọc; ví dụ: thuocdo score truong.json", "there is no file to read; for example: thuocdo score school.json";
        ConfigNotToml: "{file}, dòng {line}: không đúng định dạng TOML, ví dụ đúng: language = \"vi\" ({reason})", "{file}, line {line}: not TOML, such as language = \"vi\" ({reason})";
        ConfigNotText: "{file}: giá trị của “{key}” phải là một chuỗi trong ngoặc kép", "{file}: the value of `{key}` must be a text in quotes";
        ConfigNotList: "{file}: giá trị của “{key}” phải là một danh sách tệp, ví dụ [\"tinh.json\"]", "{file}: the value of `{key}` must be a list of files, such as [\"province.json\"]";
        ConfigNoLanguage: "{file}: không có ngôn ngữ “{language}”; chọn vi hoặc en", "{file}: there is no language `{language}`; it is vi or en";
        ConfigUnknownKey: "{file}: không có mục “{key}”", "{file}: there is no key `{key}`";
        CannotRead: "không đọc được {file}", "cannot read {file}";
        CannotWrite: "không ghi được {file}", "cannot write {file}";
        CannotReplace: "không ghi được {file}; tệp cũ còn nguyên", "cannot write {file}; the old file is as it was";
        CannotPrint: "không ghi được kết quả ra màn hình (stdout)", "cannot write the results to standard output";
        NotFound: "không có tệp này", "there is no such file";
        PermissionDenied: "không có quyền truy cập", "access is not permitted";
        IsADirectory: "đây là thư mục, không phải tệp", "this is a folder, not a file";
        StorageFull: "ổ đĩa đã đầy", "the disk is full";
        FileTooLarge: "tệp lớn hơn mức hệ thống cho phép", "the file is larger than the system allows";
        EmptyFolder: "{file}: trong thư mục không có tệp phiếu nào (.xlsx, .ods, .xls, .csv, .json, .ndjson)", "{file}: no file in this folder may hold assessments (.xlsx, .ods, .xls, .csv, .json, .ndjson)";
        NoMatch: "{file}: không có tệp nào khớp", "{file}: no file matches";
        NoFiles: "không có tệp phiếu nào để đọc", "there is no file of assessments to read";
        PassedOver: "Bỏ qua, vì không phải tệp phiếu hoặc chỉ đánh dấu tệp đang mở: {files}", "Passed over, since they hold no assessments or only mark an open file: {files}";
        FormatNotOffered: "ở đây không có dạng {format}; có: {formats}", "there is no format {format} here; there is {formats}";
        EndingNotOffered: "{file}: lệnh này không ghi được dạng tệp có đuôi như vậy; đuôi dùng được: {endings}", "{file}: this command writes no file of that ending; it may be: {endings}";
        JsonTakesOne: "--format json chỉ in một phiếu; với nhiều phiếu hãy dùng --format ndjson", "--format json prints one assessment; use --format ndjson for several";
        JsonSampleTakesOne: "--format json chỉ in một cơ sở (--schools 1); với nhiều cơ sở hãy dùng --format ndjson",
            "--format json prints one school (--schools 1); use --format ndjson for several";
        NoSuchFramework: "không có bộ chỉ số “{name}”, cũng không có tệp nào tên như vậy; có sẵn: {shipped}", "there is neither a framework `{name}` nor a file of that name; shipped: {shipped}";
        FrameworkRefused: "bộ chỉ số {name} không dùng được, {count} lỗi:", "framework {name} cannot be used, {count} faults:";
        OverlayRefused: "bản cụ thể hóa {name} không dùng được, {count} lỗi:", "overlay {name} cannot be used, {count} faults:";
        OverlayGood: "{file}: không có lỗi; bộ chỉ số của địa phương là “{framework}”, mã kiểm tra (SHA-256):", "{file}: nothing is wrong; the local framework is `{framework}`, its digest:";
        DraftRefused: "chưa lập được bản cụ thể hóa, {count} lỗi:", "no such overlay can be made; faults: {count}";
        DraftWritten: "Đã ghi {file}. Sửa các chỗ còn phải viết, rồi kiểm tra: {command}", "{file} is written. Write what is still to be decided, then check it: {command}";
        DraftNeedsId: "chưa rõ mã của bản cụ thể hóa; hãy thêm --id (chữ thường không dấu, chữ số, dấu gạch nối), ví dụ --id hai-phong-2027",
            "the id of the overlay is not known; add --id (lower-case letters, digits, hyphens), such as --id hai-phong-2027";
        NeedsOverlay: "Phiếu này điền theo bản cụ thể hóa “{framework}”; hãy thêm: --overlay {file}", "This form is filled in by the overlay `{framework}`; add: --overlay {file}";
        NeedsOverlayOf: "Phiếu này điền theo bộ chỉ số “{framework}”; nếu đó là bản cụ thể hóa của địa phương, hãy thêm --overlay TỆP, là tệp có \"id\": \"{framework}\"",
            "This form is filled in by the framework `{framework}`; if that is a local one, add --overlay FILE, the file with \"id\": \"{framework}\"";
        OverlayAbove: "{file}: tự nó không có lỗi; chưa thể đối chiếu với bộ chỉ số bên dưới vì bản cụ thể hóa bên dưới còn lỗi",
            "{file}: nothing is wrong with it by itself; it cannot be compared with its base, since an overlay below it is refused";
        FrameworkGood: "{name}: không có lỗi ({framework}, bản {revision})", "{name}: nothing is wrong ({framework}, revision {revision})";
        CalendarRefused: "bảng thời hạn {name} không dùng được:", "the deadlines {name} cannot be used:";
        ReportTakesAssessments: "{file}: để lập phiếu cần phiếu đánh giá có ghi chú, minh chứng; đây là bảng kết quả", "{file}: a paper is made of an assessment with its notes and evidence; this is a scorecard";
        ReportTakesOne: "có {count} phiếu; -o TỆP chỉ ghi một văn bản. Để ghi mỗi cơ sở một tệp vào một thư mục, hãy thêm --all", "there are {count} assessments; -o FILE writes one paper. Add --all to write a file for each into a folder";
        ReportOfYear: "{folder} là thư mục của cả năm, có danh sách cơ sở giáo dục hoặc việc đã làm; hãy nêu thư mục phiếu, ví dụ: {example}",
            "{folder} is the folder of a year, with its register or events; name the folder of the forms, such as: {example}";
        Files: "TỆP…", "FILE…";
        ReportNothing: "chưa có gì để ghi", "there is nothing to write";
        ReportWhere: "hãy thêm -o TỆP (đuôi .html hoặc .docx)", "add -o FILE, which ends in .html or .docx";
        ReportNoPair: "{school}: chưa đủ phiếu tự đánh giá và phiếu đánh giá ngoài cùng kỳ để lập biên bản", "{school}: a record needs a self-assessment and an external assessment of one period";
        ReportWritten: "Đã ghi {count} văn bản vào {folder}", "Papers written to {folder}: {count}";
        NoLetters: "Không cơ sở nào cần đôn đốc, nên không lập công văn nào", "Nobody is to be reminded, so there is no letter";
        PlanOfOne: "có {count} cơ sở; tệp này chỉ ghi kế hoạch của một cơ sở. Hãy thêm --code, hoặc ghi vào một thư mục", "there are {count} institutions; this file is for the plan of one. Add --code, or write to a folder";
        PlanKeepsOne: "--keep chỉ dùng cho kế hoạch của một cơ sở; hãy thêm --code", "--keep is for the plan of one institution; add --code";
        NoSuchSchool: "danh mục không có mã “{code}”", "the register has no code `{code}`";
        ReportOption: "{option} không dùng với loại văn bản này", "{option} does not go with this kind of paper";
        FilesExist: "đã có: {files}; thêm --force để ghi đè", "there already: {files}; add --force to overwrite them";
        VerifyAddress: "địa chỉ tra cứu phải bắt đầu bằng https:// hoặc http:// và không có dấu #", "an address to verify at begins with https:// or http:// and holds no #";
        PaperIsNotSigned: "--key chỉ ký tệp .json; văn bản để in thì do người ký", "--key signs a .json file only; a paper is signed by a person";
        OneAssessment: "{file}: cần đúng một phiếu đánh giá", "{file}: exactly one assessment is needed";
        TakesNoAssessment: "việc “{act}” không kèm phiếu; --assessment chỉ đi với việc tự đánh giá (self_assess), báo cáo (report) và đánh giá ngoài (externally_assess)",
            "the event `{act}` comes without an assessment; --assessment goes with self_assess, report and externally_assess";
        GoesWith: "{argument} chỉ dùng cùng với {other}", "{argument} goes with {other}";
        NewTakesCode: "“--new” cần “--institution-code”, hoặc “--all” để lập hồ sơ của mọi cơ sở", "--new needs --institution-code, or --all for every institution";
        WhichBody: "chưa rõ đơn vị thực hiện việc {act}; hãy thêm --body, hoặc --register có ghi cơ quan quản lý",
            "the body of the act `{act}` is not known; add --body, or a --register that names the authority";
        CaseTwice: "{file}: cơ sở “{institution}” đã có hồ sơ kỳ {period}", "{file}: institution `{institution}` has a case of the period {period} already";
        CasesFile: "{file}: hồ sơ của nhiều cơ sở ghi vào một thư mục, hoặc một tệp .ndjson", "{file}: the cases of many institutions go to a folder, or to a .ndjson";
        FormWithoutCode: "{place}: phiếu không ghi mã cơ sở giáo dục", "{place}: the form does not say the code of the institution";
        NoCases: "{file}: tệp này không phải hồ sơ đánh giá (.json, .ndjson)", "{file}: this is no file of cases (.json, .ndjson)";
        CasesPacked: "{file}: hồ sơ nén (.gz) không ghi lại tại chỗ được; hãy ghi ra tệp hoặc thư mục khác", "{file}: a packed case (.gz) is not written in its place; write to another file or folder";
        CasesNotReplaced: "Chưa ghi {file}: còn {count} hồ sơ có lỗi, ghi đè thì mất; hãy sửa, hoặc ghi ra chỗ khác",
            "{file} is not written: {count} of its cases are refused, and would be lost; mend them, or write elsewhere";
        ManyCases: "{file}: có nhiều hồ sơ, mỗi dòng một hồ sơ; hãy thêm --all, hoặc --code MÃ", "{file}: there are many cases, one a line; add --all, or --code CODE";
        YearNeedsDay: "báo cáo từ thư mục của một năm cần ngày tính số liệu; hãy thêm --as-of NGÀY, ví dụ --as-of 20/6/2027",
            "a report on the folder of a year needs its day; add --as-of DATE, such as --as-of 20/6/2027";
        PapersNeedFolder: "bản để in của nhiều cơ sở ghi vào một thư mục; hãy thêm -o THƯ-MỤC --format docx (hoặc html)",
            "the papers of many institutions go to a folder; add -o FOLDER --format docx (or html)";
        NotCertified: "{file}: chưa lập được bản xác nhận", "{file}: there is no certificate";
        NoSuchInstitution: "không có cơ sở giáo dục nào mang mã “{code}”", "no institution has the code `{code}`";
        NoSuchInstitutionNear: "không có cơ sở giáo dục nào mang mã “{code}”; có phải {near}?", "no institution has the code `{code}`; is it {near}?";
        AddForm: "Hãy thêm phiếu: --assessment TỆP", "Add the form: --assessment FILE";
        AddForms: "Hãy thêm các phiếu: --from THƯ-MỤC", "Add the forms: --from FOLDER";
        CertifiesOne: "có {count} bản xác nhận; tệp này chỉ ghi một bản. Hãy ghi vào một thư mục, hoặc một tệp .ndjson", "there are {count} certificates; this file is for one. Write to a folder, or to a .ndjson";
        CertifiedCount: "Đã lập {count}/{all} bản xác nhận", "Certificates: {count} of {all}";
        NoCase: "chưa có hồ sơ; hãy nêu tệp hồ sơ, hoặc thêm --new", "there is no case; name its file, or add --new";
        NothingToWrite: "-o chỉ ghi hồ sơ mới; hãy thêm --new hoặc --add", "-o writes a new case; add --new or --add";
        NotAKey: "{file}: tệp khóa phải chứa đúng 64 chữ số thập lục phân", "{file}: a key file holds 64 hexadecimal digits and nothing else";
        NotSigned: "✗ Bản xác nhận không có chữ ký kiểm tra", "✗ The certificate is not signed";
        SignatureGood: "✓ Chữ ký kiểm tra (Ed25519) đúng, ký bằng khóa tin cậy; đây không phải chữ ký số theo quy định", "✓ The signature is good (Ed25519), by the trusted key; it is no digital signature by law";
        IdenticalButNotTrusted: "Nội dung khớp với kết quả tính lại từ hồ sơ, nhưng chưa thể coi là bản xác nhận hợp lệ vì chữ ký kiểm tra không phải của khóa tin cậy",
            "The content is what the case gives, but the certificate is not to be relied on: it is not signed by the trusted key";
        NoCaseOf: "{file}: không có hồ sơ của {code}, kỳ {period}", "{file}: there is no case of {code}, period {period}";
        Verified: "Bản xác nhận khớp với hồ sơ: {count}/{all}", "Certificates that are what their cases give: {count} of {all}";
        VerifiedHead: "Đối chiếu với hồ sơ", "Beside the case";
        SignatureHead: "Chữ ký kiểm tra", "Signature";
        IsIdentical: "✓ khớp hoàn toàn", "✓ identical";
        IsDiffering: "✗ khác ở {count} chỗ", "✗ differs in {count} places";
        IsRefused: "✗ không đối chiếu được", "✗ refused";
        SignedWell: "✓ đúng khóa tin cậy", "✓ by the trusted key";
        SignedNot: "✗ không có", "✗ none";
        SignedByOther: "✗ khóa khác", "✗ by another key";
        SignedBadly: "✗ không khớp", "✗ not of this certificate";
        SignedUnseen: "chưa đối chiếu", "not looked at";
        SignatureNotLookedAt: "Bản xác nhận có chữ ký kiểm tra nhưng chưa được đối chiếu; để đối chiếu, hãy thêm --trusted", "The signature is not looked at; add --trusted to do so";
        SignatureOfOtherKey: "✗ Bản xác nhận được ký bằng khóa khác, không phải khóa tin cậy: không biết ai đã ký", "✗ The certificate is signed by another key than the trusted one: nobody knows by whom";
        SignatureBad: "✗ Chữ ký kiểm tra không khớp với bản xác nhận này", "✗ The signature is not of this certificate";
        EveryList: "mọi ô cần sửa và mọi danh sách: thêm -o so-theo-doi.xlsx", "every cell to mend and every list: add -o lists.xlsx";
        RegisterLacking: "danh mục cơ sở giáo dục {file} có {count} chỗ phải sửa, mọi chỗ khác vẫn được dùng:", "the register {file} has {count} faults, everything else of it is used:";
        RegisterRefused: "danh mục cơ sở giáo dục {file} không dùng được, {count} lỗi:", "the register {file} cannot be used, {count} faults:";
        ListLeavesOut: "Chưa ghi {file}: còn {count} phiếu phải sửa, mà danh sách công bố không được bỏ sót cơ sở nào; hãy sửa các phiếu đó, hoặc bỏ ra khỏi lệnh, rồi chạy lại",
            "{file} is not written: {count} assessments are refused, and a published list must not leave out an institution; mend them, or take them out of the command, and run it again";
        ListOfWhosePoints: "Chưa ghi {file}: có phiếu không cho biết điểm là tự đánh giá hay đánh giá ngoài; hãy thêm “--stream self” (tự đánh giá) hoặc “--stream external” (đánh giá ngoài)",
            "{file} is not written: of some assessments it is not known whether they are a self-assessment or an external one; add --stream self or --stream external";
        ListOfBothStreams: "Chưa ghi {file}: có {own} phiếu tự đánh giá và {others} phiếu đánh giá ngoài, mà danh sách công bố chỉ ghi một loại điểm; hãy thêm “--stream external” (đánh giá ngoài) hoặc “--stream self” (tự đánh giá)",
            "{file} is not written: there are {own} self-assessments and {others} external ones, and a list has the points of one kind; add --stream external or --stream self";
        ListOfNoExternal: "Chưa ghi {file}: không có phiếu đánh giá ngoài nào, chỉ có {own} phiếu tự đánh giá", "{file} is not written: there is no external assessment; self-assessments: {own}";
        ListOfNoSelf: "Chưa ghi {file}: không có phiếu tự đánh giá nào, chỉ có {others} phiếu đánh giá ngoài", "{file} is not written: there is no self-assessment; external ones: {others}";
        ListRefused: "không lập được kết quả, {count} lỗi:", "there is no result; faults: {count}";
        IntoTheFolder: "{file} nằm trong {folder} đang đọc; hãy ghi ra ngoài thư mục đó", "{file} is in {folder}, which is read; write it elsewhere";
        WideHasNoEvidence: "bảng rộng không có chỗ cho ghi chú và minh chứng; để giữ, hãy dùng --layout long hoặc tệp .ndjson",
            "a wide table has no place for notes and evidence; to keep them use --layout long, or an .ndjson";
        GatheredCount: "Đã gom {count} phiếu", "Forms gathered: {count}";
        AtLine: "{file}, dòng {line}", "{file}, line {line}";
        NoSuchSchema: "không có lược đồ JSON “{name}”; có: {names}", "there is no schema `{name}`; there is {names}";
        SchemaTakesNoFramework: "--framework và --overlay chỉ dùng với lược đồ JSON assessment", "--framework and --overlay go with the schema assessment only";
        WorkbookNeedsFile: "bảng tính xlsx không in ra màn hình được; hãy thêm -o TÊN-TỆP.xlsx", "a workbook cannot be printed on a terminal; add -o NAME.xlsx";
        FormFile: "phieu.xlsx", "form.xlsx";
        FormFolder: "phieu", "forms";
        FormWritten: "đã ghi {file}; điền xong thì xem kết quả bằng: {command}", "wrote {file}; when it is filled in, see the result by: {command}";
        FormsWritten: "đã ghi {count} phiếu vào thư mục {folder}", "wrote {count} forms to the folder {folder}";
        ThisFile: "TỆP-NÀY", "THIS-FILE";
        FormsExist: "{count} phiếu đã có trong thư mục {folder}, ví dụ {file}; thêm --force để ghi đè", "{count} forms are in the folder {folder} already, such as {file}; add --force to overwrite them";
        PrefilledIsWorkbook: "--register, --filled, --period và --stream chỉ dùng với phiếu xlsx", "--register, --filled, --period and --stream go with xlsx forms only";
        RegisterIsEmpty: "danh mục không có cơ sở giáo dục nào", "the register has no institution";
        FileExists: "{file} đã có; thêm --force để ghi đè", "{file} is there already; add --force to overwrite it";
        FormatContradicts: "--format không khớp với đuôi của tệp ghi ra", "--format contradicts the ending of the file to write";
        WhichFormat: "{file}: chưa rõ định dạng; tên tệp phải có đuôi .xlsx, .csv hoặc .json, hoặc thêm --format", "{file}: the format is not known; the file must end in .xlsx, .csv or .json, or add --format";
        GoalRefused: "không lập được kế hoạch như vậy:", "no such plan can be made:";
        EffortsRefused: "không dùng được công sức trong {file}:", "the efforts in {file} cannot be used:";
        ChangesRefused: "không dùng được nội dung của --what-if:", "the answers of --what-if cannot be used:";
        NotAnAnswer: "“{typed}” không phải là mã và giá trị, ví dụ 1.3.1=6", "`{typed}` is not a code and an answer, such as 1.3.1=6";
        NoSuchCode: "không có điều kiện hay mục “{code}”; có: {codes}", "there is no condition or indicator `{code}`; there is {codes}";
        WhatIfTakesAssessments: "--what-if cần phiếu đánh giá; {file} là bảng kết quả", "--what-if takes assessments; {file} is a scorecard";
        ChecklistIntro: "Đối chiếu từng con số của “{framework}” (bản {revision}) với văn bản, đánh dấu khi khớp",
            "Compare each figure of `{framework}` (revision {revision}) with the act; tick it when it agrees";

        // Conformance.
        CannotStart: "không chạy được chương trình “{program}”", "cannot start the program `{program}`";
        StartedTooOften: "chương trình hỏng {count} lần liền nên không chạy lại nữa; các ca thử còn lại tính là không có câu trả lời",
            "the program failed {count} times in a row and is not started again; the other cases count as unanswered";

        // Codes.
        NoSuchErrorCode: "không có mã “{code}”; mã gần giống: {near}; xem mọi mã: thuocdo explain-code", "there is no code `{code}`; one like it: {near}; for all codes: thuocdo explain-code";
        CodeWrong: "Ví dụ sai:", "For example:";
        CodeInstead: "Cách sửa:", "Instead:";
        CodesTitle: "Các mã trong thông báo", "Codes of messages";
        CodesIntro: "Mỗi thông báo kết thúc bằng một mã trong ngoặc, không đổi giữa các phiên bản. Với mỗi mã: một ví dụ, ý nghĩa, và cách sửa sau dấu →. Tệp này được tạo ra từ chương trình; trong dòng lệnh: {command}",
            "Every message ends with a code in brackets, which stays the same in every version. Of each code: an example, what it means, and behind → what to do. This page is generated; on the command line: {command}";
        CodesCommand: "thuocdo explain-code MÃ", "thuocdo explain-code CODE";
        CodesOfViolations: "Lỗi của dữ liệu vào", "What is wrong with an input";
        CodesOfBlockers: "Điều còn vướng mắc khi công nhận", "What stands in the way of recognition";
        CodesOfRules: "Chất lượng số liệu: chỗ cần xem lại", "Data quality: what to look at again";
        CodesOfSignals: "Chất lượng số liệu: dấu hiệu cần lưu ý", "Data quality: signals";

        // Usage errors. The English ones are clap's own.
        UsageUnknown: "không có tùy chọn hoặc tham số “{argument}”", "there is no argument `{argument}`";
        UsageUnknownCommand: "không có lệnh “{command}”", "there is no command `{command}`";
        UsageNoValue: "“{argument}” cần có giá trị đi kèm", "`{argument}` needs a value";
        UsageInvalid: "“{value}” không dùng được cho “{argument}”", "`{value}` cannot be used for `{argument}`";
        UsageMissing: "thiếu {argument}", "missing: {argument}";
        UsageMissingCommand: "thiếu lệnh", "a command is missing";
        UsageTwice: "“{argument}” chỉ ghi một lần", "give `{argument}` once";
        UsageConflict: "“{argument}” không dùng cùng với “{other}”", "`{argument}` cannot be used with `{other}`";
        UsageTooMany: "“{value}” thừa ở “{argument}”", "`{value}` is too much for `{argument}`";
        UsageNotUtf8: "tham số không phải UTF-8", "an argument is not UTF-8";
        UsageWrong: "sai cách dùng {argument}", "wrong usage {argument}";
        UsageNear: "có phải là {near}?", "is it {near}?";
        UsageAccepted: "chọn một trong: {accepted}", "one of: {accepted}";
        UsageSee: "Xem: {command} --help", "See: {command} --help";
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;
    use thuocdo::text::unaided;
    use thuocdo::{BlockerCode, Lang, Stream};
    use thuocdo_practice::process::{Act, Role, State};

    use super::Word;

    /// Words of programs stand in brackets or quotes behind what people call them.
    #[test]
    fn no_vietnamese_sentence_holds_a_word_of_programs() {
        let acts = Act::WORDS.iter().map(|(word, _)| *word).chain(State::WORDS.iter().map(|(word, _)| *word));
        let codes = BlockerCode::WORDS.iter().map(|(word, _)| *word).chain(Stream::WORDS.iter().map(|(word, _)| *word));
        let vocabulary: Vec<&str> = acts.chain(codes).chain(Role::WORDS.iter().map(|(word, _)| *word)).collect();
        for word in Word::value_variants() {
            let text = word.template(Lang::Vi);
            // What is typed on a command line is no sentence.
            assert!(text.contains("thuocdo") || unaided(text, &vocabulary).is_none(), "{word:?}: {text}");
        }
    }

    #[test]
    fn what_fills_a_place_stays_in_it() {
        assert_eq!(Word::Laid.say(Lang::Vi, &[("title", &"a\n\u{202e}b")]), r"Cụ thể hóa: a\u{a}\u{202e}b");
    }
}
