//! The sentences on reminders, Vietnamese and English side by side.

thuocdo::sentences! {
    /// A sentence about reminders.
    pub(super) enum Say {
        Title: "Cần đôn đốc", "Reminders";
        About: "Kỳ đánh giá {period}; đến ngày {day}", "Period {period}; on {day}";
        Count: "{count} việc của {schools} cơ sở giáo dục", "{count} things to ask of {schools} institutions";
        Nobody: "Không cơ sở nào cần đôn đốc", "Nobody is to be reminded";
        Number: "TT", "No";
        Code: "Mã", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        Authority: "Cơ quan quản lý", "Authority";
        Address: "Địa chỉ nhận thông báo", "Address";
        Ask: "Việc cần làm", "What to do";
        Details: "Cụ thể", "Details";
        Deadline: "Hạn", "Deadline";
        Late: "Quá hạn (ngày)", "Days overdue";
        Left: "Còn (ngày)", "Days left";
        Twice: "{file} trùng với {counted}", "{file} repeats {counted}";
        OtherCode: "{file}: mã “{code}” không phải của trường; có phải {near}?", "{file}: the code `{code}` is not that of the school; is {near} meant?";
        Later: "{file}: ngày đánh giá {assessed_on} sau ngày {day}", "{file}: the day of the assessment, {assessed_on}, is after {day}";
        Lacking: "thiếu minh chứng bắt buộc ở {codes}", "required evidence is missing in {codes}";
    }
}
