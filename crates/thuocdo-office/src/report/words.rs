//! The sentences of the papers, Vietnamese and English side by side.

/// What ends the last sentence of an official paper.
pub(super) const STOP: &str = "./.";

thuocdo::sentences! {
    /// The head and the end of every paper.
    pub(super) enum LetterWord {
        Draft: "DỰ THẢO", "DRAFT";
        Republic: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM";
        Motto: "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness";
        Number: "Số: {number}", "No. {number}";
        PlaceAndDay: "{place}, {day}", "{place}, {day}";
        Day: "ngày {day} tháng {month} năm {year}", "{day}/{month}/{year}";
        DayBlank: "ngày {blank} tháng {blank} năm 20{blank}", "on {blank}/{blank}/20{blank}";
        Recipients: "Nơi nhận:", "To:";
        ToFile: "Lưu: VT", "The files";
        SignAndSeal: "(Chữ ký, dấu hoặc chữ ký số của đơn vị)", "(Signature and seal, or digital signature of the body)";
        SignAndName: "(Ký, ghi rõ họ tên)", "(Signature and full name)";
        NotBegun: "chưa bắt đầu", "not begun";
    }
}

thuocdo::sentences! {
    /// What several papers say.
    pub(super) enum AboutWord {
        LevelNumber: "mức độ {level}", "level {level}";
        Met: "Đạt", "Met";
        Unmet: "Không đạt", "Unmet";
        NotFilled: "chưa điền", "not answered";
        Act: "ban hành kèm theo {act}", "issued with {act}";
        GroundAct: "Căn cứ {act} ban hành {title}", "Pursuant to {act}, which issues: {title}";
        FromTo: "{first} đến {last}", "{first} to {last}";
        Overlay: "cụ thể hóa: {title}, {act}", "refined by {title}, {act}";
        OverlayIllustrative: "cụ thể hóa: {title} (minh họa, không cơ quan nào ban hành)", "refined by {title} (illustrative, issued by nobody)";
        Basis: "Mới đối chiếu được {firm}/{all} con số của bộ chỉ số (điểm tối đa, ngưỡng) với văn bản hoặc hai nguồn độc lập; cần đối chiếu với bản gốc trước khi dùng chính thức", "{firm} of the {all} figures (maxima, thresholds) are confirmed by the act or by two sources; compare them with the act before official use";
        Foot: "Số liệu do thuocdo {version} tính theo bộ chỉ số {framework}, bản {revision}; mã kiểm tra: {digest}…", "Computed by thuocdo {version} with the framework {framework}, revision {revision}; digest: {digest}…";
        SchoolYear: "năm học {period}", "school year {period}";
        Period: "kỳ đánh giá {period}", "period {period}";
    }
}

thuocdo::sentences! {
    /// The paper of one school.
    pub(super) enum SchoolWord {
        FileTitle: "{title} · {name} · {period}", "{title} · {name} · {period}";
        Annex: "Phụ lục", "Annex";
        TitleOwn: "PHIẾU TỰ ĐÁNH GIÁ", "SELF-ASSESSMENT";
        TitleExternal: "PHIẾU ĐÁNH GIÁ NGOÀI", "EXTERNAL ASSESSMENT";
        AboutLevel: "Mức độ chuyển đổi số của cơ sở giáo dục, {period}", "Level of digital transformation of the institution, {period}";
        WithReport: "(Kèm theo Báo cáo số {number} {day} của {school})", "(With report no. {number}, {day}, of {school})";
        General: "I. THÔNG TIN CHUNG", "I. THE INSTITUTION";
        Name: "1. Tên cơ sở giáo dục: {value}", "1. Name: {value}";
        Code: "2. Mã trên CSDL ngành: {value}", "2. Code in the sector database: {value}";
        Type: "3. Cấp học: {value}", "3. Type: {value}";
        Address: "4. Địa chỉ: {value}", "4. Address: {value}";
        Authority: "5. Cơ quan quản lý giáo dục trực tiếp: {value}", "5. Managing authority: {value}";
        Head: "6. Thủ trưởng (họ tên, điện thoại): {value}", "6. Head (name, telephone): {value}";
        InCharge: "7. Phụ trách chuyển đổi số: {value}", "7. In charge of digital transformation: {value}";
        Sizes: "8. Số lớp: {blank}; số học sinh: {blank}; số giáo viên: {blank}", "8. Classes: {blank}; pupils: {blank}; teachers: {blank}";
        AssessedOn: "9. Ngày đánh giá: {value}", "9. Day of the assessment: {value}";
        Framework: "10. Bộ chỉ số: {value}", "10. Set of indicators: {value}";
        Conditions: "II. ĐIỀU KIỆN BẮT BUỘC", "II. MANDATORY CONDITIONS";
        Nth: "TT", "No";
        CodeShort: "Mã", "Code";
        Content: "Nội dung", "Content";
        MetOrNot: "Đạt / không đạt", "Met or not";
        Evidence: "Minh chứng (số, ngày văn bản; đường liên kết)", "Evidence (number and day of the document; link)";
        ScoringOwn: "III. TỰ CHẤM ĐIỂM", "III. POINTS";
        ScoringExternal: "III. CHẤM ĐIỂM", "III. POINTS";
        Max: "Điểm tối đa", "Max";
        PointsOwn: "Điểm tự chấm", "Points";
        PointsExternal: "Điểm đánh giá", "Points";
        Before: "Kỳ trước", "Last period";
        NotesAndEvidence: "Ghi chú, minh chứng", "Notes and evidence";
        Fact: "Số liệu: {fact}", "Fact: {fact}";
        GroupSum: "Cộng nhóm {group}", "Sum of group {group}";
        Rules: "Điểm tự chấm không vượt quá điểm tối đa, tối đa hai chữ số thập phân. Mục chưa có số liệu để trống, không ghi 0", "Points are at most the maximum, with at most two decimals. What is not known stays blank, which is not 0";
        BarsTitle: "Điểm theo tiêu chí", "Points by criterion";
        BarsMark: "Vạch màu cam: điểm kỳ trước", "Orange mark: points of the last period";
        ResultOwn: "IV. KẾT QUẢ TỰ ĐÁNH GIÁ", "IV. RESULT OF THE SELF-ASSESSMENT";
        ResultExternal: "IV. KẾT QUẢ ĐÁNH GIÁ NGOÀI", "IV. RESULT OF THE EXTERNAL ASSESSMENT";
        GroupColumn: "Nhóm tiêu chí", "Group";
        Points: "Điểm", "Points";
        LevelOwn: "Mức độ tự đánh giá", "Level by self-assessment";
        LevelExternal: "Mức độ đánh giá ngoài", "Level by external assessment";
        BeforeLevel: "Kỳ trước", "Last period";
        BeforeCell: "{points} điểm, mức độ {level}", "{points} points, level {level}";
        BesidePeriod: "Kỳ trước ghi kèm: {period}", "The last period is that of the {period}";
        NothingBefore: "So với kỳ trước: chưa có số liệu kỳ trước để ghi kèm", "Last period: no figures to set beside these";
        NothingMissing: "Mục chưa điền: không có", "Not answered: nothing";
        Missing: "Mục chưa điền: {codes}", "Not answered: {codes}";
        Gap: "Nhóm {group}: {gap}", "Group {group}: {gap}";
        National: "Kết quả theo Bộ chỉ số của Bộ GDĐT ({act})", "Result by the national framework ({act})";
        Remarks: "V. TỰ NHẬN XÉT", "V. REMARKS";
        Strengths: "1. Kết quả nổi bật", "1. Strengths";
        Weaknesses: "2. Hạn chế, nguyên nhân", "2. Weaknesses and their causes";
        Tasks: "3. Nhiệm vụ, giải pháp nâng mức độ", "3. Tasks to reach the next level";
        TasksNote: "Gợi ý của phần mềm: nâng ít mục nhất, mỗi mục đến bội số của {step} điểm hoặc điểm tối đa; nhà trường quyết định", "Proposed by the program: the fewest indicators, each raised to a multiple of {step} points or to its maximum; the school decides";
        PlanReached: "Nhóm {group}: đã ở mức độ cao nhất, {level}", "Group {group}: at the highest level already, {level}";
        PlanNeeded: "Nhóm {group}: để đạt {level}, cần thêm ít nhất {points} điểm so với điểm đã có", "Group {group}: {level} needs at least {points} more points than are certain";
        PlanOutOfReach: "Nhóm {group}: chưa thể đạt {level}; dù mọi mục đạt điểm tối đa vẫn thiếu {points} điểm", "Group {group}: {level} is out of reach; even with every indicator at its best {points} points are lacking";
        PlanUnlocated: "Còn tới {points} điểm chưa rõ thuộc mục nào, không tính vào kế hoạch này", "For up to {points} more points no source tells whose they are; this plan does not count on them";
        Indicator: "Mục", "Indicator";
        Now: "Hiện có", "Now";
        To: "Cần đạt", "To reach";
        Who: "Người phụ trách", "Who";
        Until: "Thời hạn", "Until";
        NotFilled: "chưa điền", "not answered";
        Proposals: "VI. ĐỀ XUẤT, KIẾN NGHỊ", "VI. PROPOSALS";
        Responsible: "{school} chịu trách nhiệm về tính chính xác của số liệu và minh chứng nêu trên", "{school} answers for the figures and the evidence above";
        Deadline: "Phiếu được thủ trưởng phê duyệt và báo cáo cơ quan quản lý giáo dục trực tiếp trước ngày 31/5", "The head approves this paper and reports it to the managing authority before 31 May";
        Maker: "NGƯỜI LẬP PHIẾU", "MADE BY";
        PanelLead: "Trưởng đoàn đánh giá ngoài", "Head of the panel";
    }
}

thuocdo::sentences! {
    /// The record of an external assessment.
    pub(super) enum RecordWord {
        FileTitle: "Biên bản đánh giá ngoài · {name} · {period}", "Record of the external assessment · {name} · {period}";
        Panel: "Đoàn đánh giá ngoài", "Panel of external assessors";
        Title: "BIÊN BẢN", "RECORD";
        About: "Đánh giá ngoài mức độ chuyển đổi số của {school}, {period}", "External assessment of the level of digital transformation of {school}, {period}";
        Grounds: "Căn cứ thành lập đoàn: Quyết định số {value}", "The panel was set up by decision no. {value}";
        Begin: "Thời gian bắt đầu: {value}", "Begun at {value}";
        Hour: "_ giờ _ phút,", "_:_,";
        Place: "Địa điểm: {value}", "Place: {value}";
        Present: "Thành phần tham dự:", "Present:";
        PresentPanel: "1. Đoàn đánh giá ngoài (trưởng đoàn, thư ký, thành viên): {value}", "1. The panel (head, secretary, members): {value}";
        PresentSchool: "2. Đại diện cơ sở giáo dục (thủ trưởng, phụ trách chuyển đổi số): {value}", "2. The institution (head, person in charge): {value}";
        Work: "I. NỘI DUNG LÀM VIỆC", "I. WHAT WAS DONE";
        Seen: "Hồ sơ đã xem: phiếu tự đánh giá ngày {value} và minh chứng kèm theo", "Seen: the self-assessment of {value} and its evidence";
        Systems: "Hệ thống đã kiểm tra trực tiếp (tên, đường liên kết, thời điểm): {value}", "Systems that were tried (name, link, time): {value}";
        AssessedOn: "Ngày đánh giá ngoài: {value}", "Day of the external assessment: {value}";
        By: "Bộ chỉ số: {value}", "Set of indicators: {value}";
        Conditions: "II. ĐIỀU KIỆN BẮT BUỘC", "II. MANDATORY CONDITIONS";
        Code: "Mã", "Code";
        Content: "Nội dung", "Content";
        Own: "Tự đánh giá", "Self";
        External: "Đoàn đánh giá", "Panel";
        Remark: "Nhận xét", "Remark";
        Scores: "III. KẾT QUẢ CHẤM ĐIỂM", "III. POINTS";
        Group: "Nhóm tiêu chí", "Group";
        OwnPoints: "Điểm tự đánh giá", "Points, self";
        ExternalPoints: "Điểm đánh giá ngoài", "Points, external";
        Difference: "Chênh lệch", "Difference";
        OwnLevel: "Mức độ tự đánh giá", "Level, self";
        ExternalLevel: "Mức độ đánh giá ngoài", "Level, external";
        Between: "{low} đến {high}", "{low} to {high}";
        Overall: "Mức độ chung (lấy theo nhóm thấp nhất)", "Overall (lowest group)";
        ByMedian: "Điểm của đoàn là trung vị điểm của các thành viên, làm tròn đến hai chữ số thập phân; mức độ xếp theo điểm tổng hợp", "The points of the panel are the median of the members', rounded to two decimals; the level follows from the combined points";
        ByMean: "Điểm của đoàn là trung bình điểm của các thành viên, làm tròn đến hai chữ số thập phân; mức độ xếp theo điểm tổng hợp", "The points of the panel are the mean of the members', rounded to two decimals; the level follows from the combined points";
        Differences: "IV. CÁC MỤC CHẤM KHÁC NHAU", "IV. WHERE BOTH SIDES DIFFER";
        NoDifference: "Hai bên chấm giống nhau ở mọi mục", "Both sides give the same points to every indicator";
        Max: "Điểm tối đa", "Max";
        OwnShort: "Tự chấm", "Self";
        ExternalShort: "Đoàn chấm", "Panel";
        PanelSays: "Ý kiến của đoàn", "The panel says";
        SchoolSays: "Ý kiến của cơ sở giáo dục", "The institution says";
        ReservedHarmless: "Nhóm {group}: các mục chấm khác nhau không làm thay đổi mức độ của nhóm (mức độ {level})", "Group {group}: the differences do not change the level of the group (level {level})";
        ReservedMoves: "Nhóm {group}: nếu chấp nhận mọi ý kiến bảo lưu của cơ sở giáo dục, nhóm đạt {points} điểm, mức độ {level}", "Group {group}: if every reservation of the institution is accepted, the group has {points} points, level {level}";
        Remarks: "V. NHẬN XÉT CHUNG", "V. REMARKS";
        Strengths: "Ưu điểm:", "Strengths:";
        Weaknesses: "Hạn chế:", "Weaknesses:";
        More: "Minh chứng cần bổ sung trước ngày {day}:", "Evidence to be added before {day}:";
        SchoolOpinion: "VI. Ý KIẾN CỦA CƠ SỞ GIÁO DỤC", "VI. THE INSTITUTION SAYS";
        Agrees: "Thống nhất", "It agrees";
        Reserves: "Bảo lưu ý kiến ở các mục: {blank}", "It keeps its opinion on: {blank}";
        Conclusion: "VII. KẾT LUẬN VÀ ĐỀ NGHỊ", "VII. CONCLUSION";
        GroupLevel: "nhóm {group} mức độ {level}", "group {group} level {level}";
        Recognise: "Đề nghị công nhận: {groups}", "The level should be recognised: {groups}";
        NotRecognise: "Chưa đề nghị công nhận, vì: {blank}", "It should not be recognised yet, because: {blank}";
        Copies: "Biên bản được lập thành {blank} bản, mỗi bên giữ {blank} bản, đã đọc cho những người tham dự cùng nghe và thống nhất ký tên", "This record is made in {blank} copies, {blank} for each side; it was read to all present, who agree and sign";
        Over: "Buổi làm việc kết thúc vào hồi {value}", "The meeting ended at {value}";
        Secretary: "THƯ KÝ", "SECRETARY";
        ForSchool: "Đại diện cơ sở giáo dục", "For the institution";
        SignsForSchool: "({head} ký, đóng dấu)", "({head}: signature and seal)";
        Lead: "TRƯỞNG ĐOÀN", "HEAD OF THE PANEL";
        Members: "Các thành viên đoàn ký:", "The members sign:";
        CopyTo: "Nơi nhận: {school}; cơ quan ra quyết định công nhận; lưu hồ sơ đánh giá", "To: {school}; the authority that recognises the level; the file of the case";
        Annex: "Phụ lục", "Annex";
        AnnexTitle: "Điểm của từng thành viên đoàn đánh giá ngoài", "Points of each member of the panel";
        Member: "Thành viên {nth}", "Member {nth}";
        Together: "Điểm của đoàn", "Panel";
    }
}

thuocdo::sentences! {
    /// The certificate as a paper.
    pub(super) enum CertificateWord {
        FileTitle: "Bản xác nhận điện tử · {name} · {period}", "Electronic confirmation · {name} · {period}";
        Title: "BẢN XÁC NHẬN ĐIỆN TỬ", "ELECTRONIC CONFIRMATION";
        About: "Kết quả công nhận mức độ chuyển đổi số, {period}", "Recognised level of digital transformation, {period}";
        Decision: "(Theo Quyết định số {number} ngày {day} của {body})", "(By decision no. {number} of {day}, {body})";
        Name: "Cơ sở giáo dục: {value}", "Institution: {value}";
        Code: "Mã trên CSDL ngành: {value}", "Code in the sector database: {value}";
        Type: "Cấp học: {value}", "Type: {value}";
        Recognised: "Cơ quan công nhận: {body}; ngày công nhận: {day}", "Recognised by {body} on {day}";
        Group: "Nhóm tiêu chí", "Group";
        Points: "Điểm", "Points";
        Level: "Mức độ được công nhận", "Recognised level";
        Overall: "Mức độ chung (lấy theo nhóm thấp nhất)", "Overall (lowest group)";
        By: "Bộ chỉ số: {acts} (bản {revision})", "Set of indicators: {acts} (revision {revision})";
        Digest: "Mã kiểm tra của bản xác nhận (SHA-256):", "Digest of the certificate (SHA-256):";
        Compare: "Tra cứu, đối chiếu với hồ sơ đánh giá: thuocdo verify", "To compare it with its case: thuocdo verify";
        VerifyAt: "Địa chỉ tra cứu: {address}", "To verify it: {address}";
        NoDecision: "Bản này không thay cho quyết định công nhận có chữ ký và con dấu", "This paper does not stand in for the act of recognition, signed and sealed";
    }
}

thuocdo::sentences! {
    /// The draft of a decision.
    pub(super) enum DecisionWord {
        FileTitle: "Quyết định công nhận mức độ chuyển đổi số, {period}", "Decision that recognises levels of digital transformation, {period}";
        Title: "QUYẾT ĐỊNH", "DECISION";
        About: "Về việc công nhận mức độ chuyển đổi số của cơ sở giáo dục, {period}", "On the recognition of levels of digital transformation of education institutions, {period}";
        GroundPowers: "Căn cứ {blank} (văn bản quy định chức năng, nhiệm vụ, quyền hạn của cơ quan);", "Pursuant to {blank} (the act that sets out the powers of the authority);";
        GroundGuide: "Căn cứ {blank} (văn bản hướng dẫn của Sở GDĐT);", "Pursuant to {blank} (the guidance of the department of education);";
        GroundRecord: "Căn cứ các Biên bản đánh giá ngoài {blank};", "Pursuant to the records of the external assessments {blank};";
        GroundProposal: "Theo đề nghị của {blank}", "On the proposal of {blank}";
        Decides: "QUYẾT ĐỊNH:", "DECIDES:";
        Article1: "Điều 1", "Article 1";
        Article2: "Điều 2", "Article 2";
        Article3: "Điều 3", "Article 3";
        Recognises: "Công nhận mức độ chuyển đổi số {period} của {count} cơ sở giáo dục (có danh sách kèm theo)", "The levels of digital transformation of the {period} of {count} institutions are recognised (see the list)";
        Duties: "Cơ sở giáo dục được công nhận có trách nhiệm duy trì, cập nhật số liệu trên CSDL ngành bảo đảm “đúng, đủ, sạch, sống” và thực hiện kế hoạch nâng mức độ; {blank} công bố kết quả trên cổng thông tin điện tử trước ngày 20/6", "Each institution keeps its data in the sector database correct, complete, clean and live, and carries out its plan; {blank} publishes the results on its portal before 20 June";
        Effect: "Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị có liên quan thuộc {body} và thủ trưởng các cơ sở giáo dục có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này", "This decision takes effect on the day it is signed. The units of {body} concerned and the heads of the institutions of Article 1 carry it out";
        ToArticle3: "Như Điều 3", "As in Article 3";
        ToAbove: "Sở GDĐT (để b/c)", "The department of education (for information)";
        ToPortal: "Cổng thông tin điện tử", "The portal";
        ListTitle: "DANH SÁCH", "LIST";
        ListAbout: "Cơ sở giáo dục được công nhận mức độ chuyển đổi số, {period}", "Institutions whose level of digital transformation is recognised, {period}";
        WithDecision: "(Kèm theo Quyết định số {number} {day})", "(With decision no. {number}, {day})";
        Nth: "TT", "No";
        Code: "Mã", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        Type: "Cấp học", "Type";
        GroupColumn: "Nhóm {group}: điểm, mức độ", "Group {group}: points, level";
        Overall: "Mức độ chung", "Overall";
        Note: "Ghi chú", "Note";
        Determined: "xác định mức độ", "level determined";
        Nobody: "Chưa có hồ sơ nào đủ điều kiện công nhận", "No case lets its level be recognised yet";
        OthersTitle: "Chưa công nhận, lý do", "Not recognised, and why";
        OthersNote: "Bảng này dành cho người soạn quyết định, không thuộc danh sách kèm theo quyết định", "This table is for those who prepare the decision; it is no part of the list";
        Reason: "Lý do", "Reason";
        Lowest: "Mới ở {level}", "This is {level} only";
        Twice: "Đã có hồ sơ khác của cùng cơ sở, cùng kỳ ở phía trên", "Another case of this institution and period comes before it";
        NotThere: "Hồ sơ đang ở bước: {state}", "The case is at the step: {state}";
    }
}

thuocdo::sentences! {
    /// The report of a department.
    pub(super) enum SummaryWord {
        FileTitle: "Báo cáo kết quả đánh giá mức độ chuyển đổi số, {period}", "Report on levels of digital transformation, {period}";
        Title: "BÁO CÁO", "REPORT";
        About: "Kết quả đánh giá mức độ chuyển đổi số các cơ sở giáo dục, {period}", "Levels of digital transformation of education institutions, {period}";
        To: "Kính gửi: {to}", "To: {to}";
        Opening: "Thực hiện {act} và {plan}, {body} báo cáo kết quả như sau", "In carrying out {act} and {plan}, {body} reports";
        Leading: "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", "I. HOW THE WORK WAS LED";
        Progress: "II. TIẾN ĐỘ", "II. PROGRESS";
        Reported: "Trong tổng số {all} cơ sở giáo dục thuộc phạm vi quản lý, {reported} cơ sở đã báo cáo (đạt {share}); {recognised} cơ sở đã được công nhận", "Of {all} institutions, {reported} have reported ({share}); the levels of {recognised} are recognised";
        ReportedOnly: "{reported} cơ sở đã gửi phiếu tự đánh giá; {recognised} cơ sở đã được công nhận", "{reported} institutions have sent a self-assessment; the levels of {recognised} are recognised";
        Step: "Bước", "Step";
        Done: "Số cơ sở đã thực hiện", "Done";
        InTime: "Đúng hạn", "In time";
        Late: "Chậm", "Late";
        NotYet: "Chưa thực hiện", "Not yet";
        NoCases: "Chưa có hồ sơ đánh giá để đếm: ghi số liệu vào bảng, hoặc thêm hồ sơ khi lập báo cáo", "There are no cases to count: fill in the table, or give the cases when this report is made";
        Results: "III. KẾT QUẢ (số liệu tính đến ngày {day})", "III. RESULTS (as of {day})";
        ByExternal: "Số liệu dưới đây theo kết quả đánh giá ngoài của {count} cơ sở giáo dục", "What follows is by the external assessments of {count} institutions";
        ByOwn: "Số liệu dưới đây theo kết quả tự đánh giá của {count} cơ sở giáo dục, chưa qua đánh giá ngoài", "What follows is by the self-assessments of {count} institutions, which nobody has assessed externally";
        Overall: "1. Chung", "1. All";
        Group: "Nhóm tiêu chí", "Group";
        LevelColumn: "Mức độ {level}", "Level {level}";
        Open: "Chưa xác định", "Undetermined";
        OverallRow: "Mức độ chung (lấy theo nhóm thấp nhất)", "Overall (lowest group)";
        CountAndShare: "{count} ({share})", "{count} ({share})";
        BarLabel: "Nhóm {group}, {level}", "Group {group}, {level}";
        OpenNote: "Cơ sở còn mục chưa điền được tính là chưa xác định mức độ, không tính là 0 điểm", "An institution with missing answers counts as undetermined, not as 0 points";
        ByType: "2. Theo cấp học (mức độ chung)", "2. By type (overall level)";
        Type: "Cấp học", "Type";
        ByAuthority: "3. Theo cơ quan quản lý (mức độ chung)", "3. By authority (overall level)";
        Authority: "Cơ quan quản lý", "Authority";
        Institutions: "Số cơ sở", "Count";
        NotKnown: "(không rõ)", "(not known)";
        SinceLast: "4. So với kỳ trước", "4. Since the last period";
        NoLast: "Chưa có số liệu kỳ trước để so sánh", "There are no figures of the last period to compare with";
        Moves: "Số cơ sở tăng mức độ chung: {rose}; giữ nguyên: {same}; giảm: {fell}; chưa xác định: {open}", "Overall level higher: {rose}; the same: {same}; lower: {fell}; open: {open}";
        Agreement: "5. Tự đánh giá và đánh giá ngoài", "5. Self-assessment and external assessment";
        NoAgreement: "Chưa có cơ sở giáo dục nào có đủ hai phiếu để đối chiếu", "No institution has both assessments yet";
        Agree: "Số cơ sở có cả hai phiếu: {reviews}; mức độ chung thống nhất: {same}; đánh giá ngoài thấp hơn: {lower}; cao hơn: {higher}; chưa xác định: {open}", "Institutions with both: {reviews}; same overall level: {same}; lower by the assessors: {lower}; higher: {higher}; open: {open}";
        MostDisputed: "Các mục chênh lệch ở nhiều cơ sở nhất (số cơ sở): {indicators}", "Indicators on which most differ (institutions): {indicators}";
        Quality: "6. Chất lượng số liệu", "6. Data quality";
        NoQuality: "Chưa kiểm tra chất lượng số liệu", "Data quality was not looked at";
        QualityLine: "Đúng {correct}, đủ {complete}, sạch {clean}, sống {live} (tỉ lệ phép kiểm tra đạt)", "Correct {correct}, complete {complete}, clean {clean}, live {live} (share of checks passed)";
        Assessment: "IV. ĐÁNH GIÁ CHUNG", "IV. ASSESSMENT";
        Strengths: "1. Ưu điểm", "1. Strengths";
        Weaknesses: "2. Tồn tại, hạn chế", "2. Weaknesses";
        MostMissing: "Các mục còn thiếu nhiều điểm nhất:", "The indicators in which most points are missing:";
        Code: "Mã", "Code";
        Indicator: "Mục", "Indicator";
        Lacking: "Số cơ sở còn thiếu điểm", "Institutions that lack points";
        MeanMissing: "Điểm thiếu trung bình", "Points missing, mean";
        Causes: "3. Nguyên nhân", "3. Causes";
        Tasks: "V. NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI", "V. TASKS";
        Proposals: "VI. KIẾN NGHỊ, ĐỀ XUẤT", "VI. PROPOSALS";
        Closing: "Trên đây là báo cáo kết quả đánh giá mức độ chuyển đổi số các cơ sở giáo dục {period}, {body} trân trọng báo cáo", "This is the report on the {period} by {body}";
        ToAbove: "Như trên", "As above";
        ToSchools: "Các cơ sở giáo dục (để t/h)", "The institutions";
        Annex: "Phụ lục {number}", "Annex {number}";
        ListTitle: "Danh sách từng cơ sở giáo dục", "Institutions by name";
        Nth: "TT", "No";
        CodeColumn: "Mã", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        OwnShort: "Tự đánh giá", "Self";
        ExternalShort: "Đánh giá ngoài", "External";
        SideGroup: "{side}, nhóm {group}", "{side}, group {group}";
        OverallShort: "Mức độ chung", "Overall";
        MissingTitle: "Cơ sở giáo dục chưa gửi phiếu tự đánh giá", "Institutions without a self-assessment";
        AllSent: "Mọi cơ sở giáo dục trong danh mục đã gửi phiếu", "Every institution of the register has sent one";
        DifferingTitle: "Cơ sở giáo dục có kết quả tự đánh giá và đánh giá ngoài khác nhau", "Institutions whose two assessments differ";
        OverallOwn: "Mức độ chung, tự đánh giá", "Overall, self";
        OverallExternal: "Mức độ chung, đánh giá ngoài", "Overall, external";
        DifferingItems: "Mục khác nhau (tự đánh giá → đánh giá ngoài)", "What differs (self → external)";
        FromTo: "{code}: {from} → {to}", "{code}: {from} → {to}";
        ChangesTitle: "Cơ sở giáo dục tăng, giảm mức độ so với kỳ trước", "Institutions whose level rose or fell since the last period";
        OverallLast: "Mức độ chung, kỳ trước", "Overall, last period";
        OverallNow: "Mức độ chung, kỳ này", "Overall, this period";
        Change: "Thay đổi", "Change";
        OverallRose: "mức độ chung tăng", "overall higher";
        OverallFell: "mức độ chung giảm", "overall lower";
        GroupRose: "nhóm {group} tăng", "group {group} higher";
        GroupFell: "nhóm {group} giảm", "group {group} lower";
        AfterMerger: "sau sáp nhập, không so sánh", "after a merger, not compared";
        AfterSplit: "sau chia tách, không so sánh", "after a split, not compared";
        OtherFramework: "khác bộ chỉ số, không so sánh", "another framework, not compared";
        LateTitle: "Cơ sở giáo dục chậm thời hạn", "Institutions that are late";
        Deadline: "Thời hạn", "Deadline";
        DoneOn: "Ngày thực hiện", "Done on";
        NotDone: "chưa thực hiện", "not done yet";
        SentOnly: "có phiếu, chưa ghi ngày báo cáo", "sent, no day of the report";
        LateDays: "Chậm (ngày)", "Days late";
        MethodTitle: "Cách tính, số liệu chưa đối chiếu được", "How the figures were made";
        By: "Bộ chỉ số: {acts}", "Set of indicators: {acts}";
        Refused: "Số phiếu có chỗ cần sửa, chưa tính vào báo cáo: {count}", "Assessments that were refused, and are in no count: {count}";
        Unregistered: "Mã trên phiếu không có trong danh mục: {codes}", "Codes that are not in the register: {codes}";
    }
}
