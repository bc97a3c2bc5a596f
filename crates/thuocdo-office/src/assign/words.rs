//! The sentences on plans of self-assessment, Vietnamese and English side by side.

thuocdo::sentences! {
    /// A sentence about plans.
    pub(super) enum Say {
        Title: "Kế hoạch tự đánh giá", "Plan of the self-assessment";
        About: "Kỳ đánh giá {period}; báo cáo trước ngày {deadline}", "Period {period}; to be reported before {deadline}";
        Count: "{count} cơ sở giáo dục", "Institutions: {count}";
        HowToFix: "Sửa người, ngày ở dòng nào thì ghi x vào cột “Giữ nguyên” của dòng đó, rồi lập lại với --keep: các dòng ấy không đổi",
            "Where you change a person or a day, write x in the column \"Fixed\" of that row, then plan again with --keep: those rows stay";
        Rule: "Ngày làm việc từ thứ Hai đến thứ Sáu: một phần mười để chuẩn bị, bảy phần mười để tự chấm, chia theo số mục của từng tiêu chí, còn lại để tổng hợp, phê duyệt và báo cáo. Chưa trừ ngày nghỉ lễ",
            "Days are Monday to Friday: a tenth to prepare, seven tenths to score, shared by the number of indicators, the rest to put together, approve and report. Public holidays are not taken out";
        Number: "TT", "No";
        Code: "Mã", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        Part: "Bước, mục", "Part";
        What: "Nội dung", "What";
        Persons: "Người thực hiện", "Who";
        From: "Từ ngày", "From";
        Until: "Đến ngày", "Until";
        Fixed: "Giữ nguyên", "Fixed";
        FixedMark: "x", "x";

        Prepare: "Ban hành kế hoạch, phân công người thực hiện; phổ biến bộ chỉ số và phiếu tự đánh giá", "Issue the plan, say who does what, make the indicators and the form known";
        Condition: "Điều kiện bắt buộc: {title}", "Mandatory condition: {title}";
        Criterion: "{title} ({count} mục)", "{title} (indicators: {count})";
        Collect: "Tổng hợp phiếu, kiểm tra lỗi và mục chưa điền, rà soát minh chứng, họp thống nhất kết quả", "Put the form together, look for faults and blanks, go through the evidence, agree on the result";
        Approve: "Thủ trưởng phê duyệt kết quả tự đánh giá", "The head approves the self-assessment";
        Report: "Báo cáo cơ quan quản lý trực tiếp, cập nhật CSDL ngành, đăng kết quả lên cổng thông tin điện tử của đơn vị", "Report to the managing authority, update the sector database, put the result on the institution's own site";
        InCharge: "Phụ trách chuyển đổi số", "In charge of digital transformation";

        NoDeadline: "bảng thời hạn không có ngày báo cáo kết quả tự đánh giá của kỳ {period}", "the calendar has no day by which the period {period} is reported";
        NoPart: "không có mục hay bước “{found}”; có: {known}", "there is no part `{found}`; there is {known}";
        NoSchool: "danh mục không có mã “{found}”", "the register has no code `{found}`";
        EndsEarly: "ngày kết thúc sớm hơn ngày bắt đầu {from}", "it ends before it begins, on {from}";
        NoDays: "không còn ngày làm việc nào trước thời hạn báo cáo {deadline}", "no day of work is left before the deadline {deadline}";
    }
}
