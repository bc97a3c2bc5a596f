//! The sentences of the papers of a year, Vietnamese and English side by side: letters that urge, plans, and the page of a school.

thuocdo::sentences! {
    /// A letter that urges.
    pub(super) enum ReminderWord {
        FileTitle: "Công văn đôn đốc · {to} · {period}", "Letter of reminder · {to} · {period}";
        AllTitle: "Công văn đôn đốc", "Letters of reminder";
        About: "V/v đôn đốc tự đánh giá mức độ chuyển đổi số {period}", "On the self-assessment of digital transformation, {period}";
        To: "Kính gửi: {to}", "To: {to}";
        Ground: "Thực hiện {act} và kế hoạch đánh giá mức độ chuyển đổi số {period}, {body} đã rà soát phiếu và báo cáo nhận được đến ngày {day}", "By {act} and the plan for the {period}, {body} has looked through the forms and reports received by {day}";
        AsksSchool: "Qua rà soát, {body} đề nghị {to} hoàn thành các việc sau", "{body} therefore asks {to} to do the following";
        AsksAuthority: "Qua rà soát, {body} đề nghị {to} chỉ đạo, đôn đốc các cơ sở giáo dục trực thuộc hoàn thành các việc sau", "{body} therefore asks {to} to see that its institutions do the following";
        Nth: "TT", "No";
        Institution: "Cơ sở giáo dục", "Institution";
        What: "Việc cần làm", "What to do";
        Details: "Cụ thể", "Details";
        Left: "Thời hạn báo cáo kết quả tự đánh giá: ngày {day} (còn {days} ngày)", "The self-assessment is to be reported by {day} (days left: {days})";
        Over: "Thời hạn báo cáo kết quả tự đánh giá là ngày {day}, đến nay đã quá hạn {days} ngày; đề nghị thực hiện ngay, chậm nhất ngày {blank}/{blank}/20{blank}", "The self-assessment was to be reported by {day} and is overdue (days: {days}); please do it at once, by {blank}/{blank}/20{blank} at the latest";
        Contact: "Nếu có vướng mắc, xin liên hệ: {blank} (họ tên, điện thoại, thư điện tử)", "Questions go to: {blank} (name, telephone, e-mail)";
        Last: "Đề nghị {to} quan tâm thực hiện", "Thank you for seeing to this, {to}";
        ToAsAbove: "Như trên", "As above";
    }
}

thuocdo::sentences! {
    /// The plan of external assessments.
    pub(super) enum VisitsWord {
        FileTitle: "Kế hoạch đánh giá ngoài · {period}", "Plan of external assessments · {period}";
        Title: "KẾ HOẠCH", "PLAN";
        About: "Đánh giá ngoài mức độ chuyển đổi số của các cơ sở giáo dục, {period}", "External assessment of the digital transformation of education institutions, {period}";
        GroundGuide: "Căn cứ {blank} (văn bản hướng dẫn, kế hoạch năm của cơ quan)", "Pursuant to {blank} (the guidance, the yearly plan of the authority)";
        GroundForms: "Căn cứ phiếu tự đánh giá của các cơ sở giáo dục nhận được đến ngày {day}", "Pursuant to the self-assessments received by {day}";
        Opening: "{body} ban hành Kế hoạch đánh giá ngoài mức độ chuyển đổi số {period} như sau", "{body} issues this plan of external assessments, {period}";
        Aims: "I. MỤC ĐÍCH, YÊU CẦU", "I. AIMS";
        Aim: "1. Mục đích: đối chiếu kết quả tự đánh giá {period} với minh chứng và thực tế, làm căn cứ công nhận, công bố mức độ chuyển đổi số; giúp cơ sở giáo dục thấy rõ việc cần làm để nâng mức độ", "1. To compare the self-assessments, {period}, with evidence and practice, as the ground on which levels are recognised and published; and to show institutions what to do for a higher level";
        Rules: "2. Yêu cầu: xem đủ điều kiện bắt buộc và từng mục của bộ chỉ số; chỗ nào chấm khác tự đánh giá phải ghi lý do; thành viên đoàn không đánh giá nơi mình có xung đột lợi ích; không gây phiền hà cho cơ sở giáo dục", "2. Panels look at every mandatory condition and every indicator, and say why where they differ from the institution; nobody assesses where he or she has a conflict of interest; institutions are not burdened";
        Scope: "II. PHẠM VI, NỘI DUNG", "II. WHAT IS DONE";
        ScopeOf: "1. Phạm vi: {all} cơ sở giáo dục chưa được đánh giá ngoài, trong đó {visits} cơ sở đã xếp lịch tại mục IV", "1. Institutions not assessed externally yet: {all}; with a day in part IV: {visits}";
        Work: "2. Nội dung: xem phiếu tự đánh giá và minh chứng; kiểm tra trực tiếp hệ thống, thiết bị; làm việc với thủ trưởng và người phụ trách chuyển đổi số; chấm điểm từng mục; lập biên bản có ý kiến của hai bên", "2. Panels read the self-assessment and its evidence, try the systems and devices, talk with the head and the person in charge, give points to each indicator, and write a record with what both sides say";
        Panels: "III. ĐOÀN ĐÁNH GIÁ NGOÀI", "III. PANELS";
        Nth: "TT", "No";
        Panel: "Đoàn", "Panel";
        Persons: "Thành viên", "Members";
        Visits: "Số cơ sở", "Visits";
        When: "Thời gian", "When";
        Calendar: "IV. LỊCH ĐÁNH GIÁ NGOÀI", "IV. VISITS";
        Day: "Ngày {day}", "{day}";
        Institution: "Cơ sở giáo dục", "Institution";
        PanelAndPersons: "Đoàn, thành viên", "Panel and members";
        Why: "Lý do xếp", "Why";
        FixedByHand: "cơ quan đã ấn định ngày và đoàn này", "the authority has set this day and panel";
        Unplaced: "Cơ sở giáo dục chưa xếp lịch", "Institutions without a day yet";
        WhyNot: "Vì sao", "Why";
        Duties: "V. TỔ CHỨC THỰC HIỆN", "V. WHO DOES WHAT";
        DutyOfBody: "1. {body}: theo dõi tiến độ, tổng hợp biên bản, trình công nhận và công bố mức độ trước ngày {day}", "1. {body} follows the work, gathers the records, and has the levels recognised and published before {day}";
        DutyOfPanels: "2. Các đoàn đánh giá ngoài: nghiên cứu hồ sơ trước buổi làm việc, đánh giá đúng lịch, gửi biên bản và phiếu đánh giá ngoài ngay sau khi kết thúc", "2. The panels read the papers beforehand, keep to the days above, and send record and assessment at once";
        DutyOfSchools: "3. Các cơ sở giáo dục có tên tại mục IV: chuẩn bị phiếu tự đánh giá, minh chứng, tài khoản xem các hệ thống; bố trí thủ trưởng và người phụ trách chuyển đổi số làm việc với đoàn", "3. The institutions of part IV have their self-assessment, evidence and access to their systems ready; the head and the person in charge are present";
        Changes: "Thay đổi ngày hoặc đoàn phải được {body} đồng ý và báo cho cơ sở giáo dục trước", "A change of day or panel needs the consent of {body}, and the institution is told beforehand";
        Closing: "Trên đây là Kế hoạch đánh giá ngoài mức độ chuyển đổi số {period}; đề nghị các đoàn, các cơ sở giáo dục nghiêm túc thực hiện", "This is the plan of external assessments, {period}, to be carried out by the panels and the institutions";
        ToAbove: "Cơ quan quản lý cấp trên (để b/c)", "The authority above (for information)";
        ToPanels: "Các đoàn đánh giá ngoài (để t/h)", "The panels";
        ToSchools: "Các cơ sở giáo dục tại mục IV (để t/h)", "The institutions of part IV";
    }
}

thuocdo::sentences! {
    /// A school's own plan of its self-assessment.
    pub(super) enum OwnPlanWord {
        FileTitle: "Kế hoạch tự đánh giá · {name} · {period}", "Plan of the self-assessment · {name} · {period}";
        Title: "KẾ HOẠCH", "PLAN";
        About: "Tự đánh giá mức độ chuyển đổi số, {period}", "Self-assessment of digital transformation, {period}";
        GroundGuide: "Căn cứ {blank} (văn bản hướng dẫn của cơ quan quản lý)", "Pursuant to {blank} (the guidance of the authority)";
        Opening: "{school} xây dựng Kế hoạch tự đánh giá mức độ chuyển đổi số {period} như sau", "{school} plans its self-assessment of digital transformation, {period}, as follows";
        Aims: "I. MỤC ĐÍCH, YÊU CẦU", "I. AIMS";
        Aim: "1. Mục đích: xác định đúng mức độ chuyển đổi số của đơn vị {period}, chỉ ra việc cần làm để nâng mức độ; báo cáo và công khai kết quả theo quy định", "1. To know the level of digital transformation of the institution, {period}, and what to do for a higher one; to report the result and to make it public";
        Rules: "2. Yêu cầu: chấm đúng thực tế, có minh chứng cho từng mục; điểm không vượt điểm tối đa; mục chưa có số liệu để trống, không ghi 0", "2. Points follow what is there, with evidence for each indicator, and are at most the maximum; what is not known stays blank, which is not 0";
        Tasks: "II. NỘI DUNG, PHÂN CÔNG, THỜI GIAN", "II. WHO DOES WHAT, AND WHEN";
        Nth: "TT", "No";
        What: "Nội dung", "What";
        Persons: "Người thực hiện", "Who";
        When: "Thời gian", "When";
        Together: "Tổng hợp, phê duyệt, báo cáo", "Put together, approve, report";
        DaysNote: "Thời gian tính theo ngày làm việc từ thứ Hai đến thứ Sáu, chia theo số mục của từng tiêu chí; chưa trừ ngày nghỉ lễ", "Days are Monday to Friday, shared by the number of indicators; public holidays are not taken out";
        Duties: "III. TỔ CHỨC THỰC HIỆN", "III. WHO ANSWERS FOR WHAT";
        DutyOfHead: "1. {head}: chỉ đạo chung, phê duyệt kết quả tự đánh giá, báo cáo cơ quan quản lý trực tiếp trước ngày {deadline}", "1. {head}: leads the work, approves the result, and reports it to the managing authority before {deadline}";
        DutyOfLead: "2. Người phụ trách chuyển đổi số: hướng dẫn cách chấm, theo dõi tiến độ, tổng hợp phiếu, lưu hồ sơ minh chứng", "2. Whoever is in charge of digital transformation shows how to score, follows the work, puts the form together, and keeps the evidence";
        DutyOfTeam: "3. Người được phân công tại mục II: thu thập minh chứng, tự chấm và ghi rõ căn cứ, nộp đúng hạn cho người phụ trách", "3. Everybody named in part II gathers evidence, gives points and says why, and hands them in on time";
        DutyOfSite: "4. Người quản trị cổng thông tin điện tử của đơn vị: đăng kết quả tự đánh giá sau khi được phê duyệt; cập nhật CSDL ngành", "4. Whoever keeps the institution's own site puts the approved result there, and updates the sector database";
        Closing: "Trên đây là Kế hoạch tự đánh giá mức độ chuyển đổi số {period} của {school}; yêu cầu các cá nhân, bộ phận liên quan thực hiện", "This is the plan of {school} for the {period}, to be carried out by everybody concerned";
        ToAbove: "{authority} (để b/c)", "{authority} (for information)";
        ToTeam: "Các cá nhân, bộ phận liên quan (để t/h)", "Everybody concerned";
    }
}

thuocdo::sentences! {
    /// The page for a school's own site.
    pub(super) enum PublicWord {
        FileTitle: "Kết quả tự đánh giá mức độ chuyển đổi số · {name} · {period}", "Self-assessment of digital transformation · {name} · {period}";
        Title: "Kết quả tự đánh giá mức độ chuyển đổi số", "Self-assessment of digital transformation";
        Verdict: "Kết quả: {level}", "Result: {level}";
        IsOwn: "Đây là kết quả do đơn vị tự đánh giá, chưa phải mức độ được công nhận. Mức độ chỉ được công nhận bằng quyết định của cơ quan quản lý, sau khi đánh giá ngoài", "The institution has assessed itself: this level is not recognised yet. Only a decision of the managing authority recognises it, after an external assessment";
        Group: "Nhóm tiêu chí", "Group";
        Points: "Điểm", "Points";
        Level: "Mức độ", "Level";
        Overall: "Mức độ chung (lấy theo nhóm thấp nhất)", "Overall (lowest group)";
        ByCriterion: "Điểm theo tiêu chí", "Points by criterion";
        Conditions: "Điều kiện bắt buộc", "Mandatory conditions";
        Condition: "Điều kiện", "Condition";
        State: "Đạt / không đạt", "Met or not";
        Open: "Mục chưa điền: {codes}. Điểm ghi thành khoảng cho đến khi điền đủ", "Not answered: {codes}. Points are a range until they are";
        About: "Thông tin", "About this result";
        What: "Nội dung", "What";
        Value: "Thông tin", "Value";
        Code: "Mã trên CSDL ngành", "Code in the sector database";
        Type: "Cấp học", "Type";
        Authority: "Cơ quan quản lý giáo dục trực tiếp", "Managing authority";
        AssessedOn: "Ngày tự đánh giá", "Assessed on";
        Report: "Báo cáo số", "Report number";
        ApprovedBy: "Người phê duyệt", "Approved by";
        PublishedOn: "Ngày cập nhật", "Updated on";
        Framework: "Bộ chỉ số", "Set of indicators";
        Basis: "Căn cứ của các con số", "What the figures rest on";
        National: "Kết quả theo Bộ chỉ số của Bộ GDĐT ({act})", "Result by the national framework ({act})";
    }
}
