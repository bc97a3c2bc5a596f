//! The sentences on a plan of external assessments, Vietnamese and English side by side.

thuocdo::sentences! {
    /// A sentence about a plan.
    pub(super) enum Say {
        Title: "Kế hoạch đánh giá ngoài", "Plan of external assessments";
        Count: "{visits} cơ sở có lịch, {unplaced} cơ sở chưa xếp được", "Visits: {visits}; without a visit: {unplaced}";
        Number: "TT", "No";
        HowToFix: "Sửa ngày, đoàn ở dòng nào thì ghi x vào cột “Giữ nguyên” của dòng đó, rồi xếp lại với --keep: các dòng ấy không đổi",
            "Where you change a day or a panel, write x in the column \"Fixed\" of that row, then plan again with --keep: those rows stay";
        Day: "Ngày", "Day";
        Panel: "Đoàn", "Panel";
        Code: "Mã", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        Authority: "Cơ quan quản lý", "Authority";
        Address: "Địa chỉ nhận thông báo", "Address";
        Why: "Lý do xếp", "Why";
        Fixed: "Giữ nguyên", "Fixed";
        FixedMark: "x", "x";
        Loads: "Số cơ sở của mỗi đoàn", "Visits of each panel";
        Visits: "Số cơ sở", "Visits";
        Days: "Số ngày", "Days";
        Unplaced: "Chưa xếp được", "Without a visit";
        Reason: "Vì sao", "Why";

        NoConflict: "“{found}” không phải mã, tên của cơ sở hay của cơ quan quản lý nào trong danh sách", "`{found}` is no code and no name of an institution or authority of the register";
        NoConflictNear: "“{found}” không phải mã, tên của cơ sở hay của cơ quan quản lý nào trong danh sách; có phải {near}?",
            "`{found}` is no code and no name of an institution or authority of the register; is {near} meant?";

        NoPanel: "“{found}” không có trong danh sách đoàn: {known}", "`{found}` is none of the panels: {known}";
        NoSchool: "mã “{found}” không có trong danh sách cơ sở giáo dục", "the code `{found}` is not in the register";

        Nothing: "không có dấu hiệu cần xem trước; xếp theo thứ tự trong danh sách", "nothing calls for an early visit; in the order of the register";
        Barred: "không xếp {panels} vì xung đột lợi ích", "not {panels}, because of a conflict of interest";
        OnlyPanel: "{panel} là đoàn duy nhất làm việc được ngày này", "{panel} is the only panel that can on this day";
        Moved: "ngày và đoàn này để mọi cơ sở đều có lịch", "this day and panel, so that more institutions find a place";
        LeastLoaded: "{panel} là đoàn có ít cơ sở nhất trong các đoàn còn trống ngày này", "of the panels free on this day {panel} has the fewest visits";

        Rose: "tăng mức độ so với kỳ trước (từ {from} lên {to})", "its level rose since the period before (from {from} to {to})";
        Fell: "giảm mức độ so với kỳ trước (từ {from} xuống {to})", "its level fell since the period before (from {from} to {to})";
        Jump: "điểm nhóm {group} thay đổi {points} so với kỳ trước", "the points of group {group} changed by {points} since the period before";
        RequiredEvidence: "thiếu minh chứng bắt buộc ở {count} mục", "required evidence is missing in {count} items";
        NoEvidence: "{count}/{of} mục chưa ghi minh chứng", "no evidence in {count} of {of} items";
        Signal: "có dấu hiệu cần lưu ý: {signal}", "a signal: {signal}";
        Open: "mức độ chưa xác định vì còn mục chưa điền", "its level is undetermined, since answers are missing";

        Visit: "Đánh giá ngoài: {name}", "External assessment: {name}";
    }
}
