//! The sentences of a year, Vietnamese and English side by side.

thuocdo::sentences! {
    /// A sentence about a year.
    pub(super) enum Say {
        NoCode: "phiếu chưa ghi mã cơ sở giáo dục", "the form has no code of the institution";
        NoCodeNear: "phiếu chưa ghi mã cơ sở giáo dục; theo tên thì có phải {near}?", "the form has no code of the institution; by its name, is {near} meant?";
        UnknownInstitution: "mã “{code}” không có trong danh sách; sửa mã ở dòng này, hoặc thêm cơ sở vào danh sách", "the code `{code}` is not in the register; mend it, or add the institution to the register";

        RecordBefore: "{message}; ghi thêm ngày của các việc phải làm trước: {acts}", "{message}; record the days of what comes before too: {acts}";

        // The screen.
        Title: "Kỳ {period}, tính đến ngày {day}: {registered} cơ sở giáo dục", "Period {period}, as of {day}: {registered} institutions";
        TitleNoRegister: "Kỳ {period}, tính đến ngày {day} (thư mục chưa có danh sách cơ sở giáo dục)", "Period {period}, as of {day} (the folder has no register)";
        Sent: "Tự đánh giá: đã nộp {sent}, còn thiếu {missing}", "Self-assessments: {sent} sent, {missing} missing";
        SentOnly: "Tự đánh giá: đã nộp {sent}", "Self-assessments: {sent} sent";
        NotCounted: "Không tính: {refused} chỗ bị từ chối, {duplicates} phiếu trùng, {unregistered} mã ngoài danh sách", "Not counted: {refused} refused, {duplicates} repeated, {unregistered} not in the register";
        Later: "Chưa tính: {later} phiếu có ngày đánh giá sau ngày {day}", "Not yet there: {later} forms of a day after {day}";
        RegisterLacks: "Danh sách cơ sở giáo dục có {count} ô phải sửa: {cells}", "The register has {count} cells to mend: {cells}";
        Assessed: "Đánh giá ngoài: {assessed}; khác tự đánh giá: {differing} (mức độ nhóm thấp hơn: {lowered}, cao hơn: {raised})", "External assessments: {assessed}; differing: {differing} (a group lowered: {lowered}, raised: {raised})";
        Recognised: "Được công nhận: {recognised}; đã công bố: {published}", "Recognised: {recognised}; published: {published}";
        LevelsOwn: "Mức độ chung theo tự đánh giá: {levels}", "Overall levels, self: {levels}";
        LevelsExternal: "Mức độ chung theo đánh giá ngoài: {levels}", "Overall levels, external: {levels}";
        LevelCount: "mức {level}: {count}", "level {level}: {count}";
        Undetermined: "chưa rõ: {count}", "open: {count}";
        SinceLast: "So với kỳ {period}, mức độ của một nhóm trở lên: tăng {risen}, giảm {fallen}", "Since {period}, in the level of a group or more: {risen} rose, {fallen} fell";
        Quality: "Số liệu của các phiếu được tính: đúng {correct}, đủ {complete}, sạch {clean}, sống {live}", "Data of counted forms: correct {correct}, complete {complete}, clean {clean}, live {live}";
        Signals: "Dấu hiệu để đoàn đánh giá ngoài lưu ý: {count}", "Signals for a reviewer: {count}";
        NextDeadline: "Hạn tới: {act} {deadline}, còn {days} ngày; chưa làm: {open}", "Next deadline: {act} {deadline}, {days} days left; not done: {open}";
        NextToday: "Hạn hôm nay: {act} {deadline}; chưa làm: {open}", "Due today: {act} {deadline}; not done: {open}";
        Unrecorded: " (đã có phiếu, chưa ghi ngày: {sent})", " (form is here, day is not: {sent})";
        Late: "Chậm hạn {act} {deadline}: {count} ({who})", "Late for {act} {deadline}: {count} ({who})";
        WhatNext: "Việc cần làm", "What to do next";
        Numbered: "{n}. {step}", "{n}. {step}";
        NothingNext: "Không còn việc nào phải làm trong kỳ này", "Nothing is left to do in this period";
        MoreSteps: "… và {count} việc khác trong danh sách “Việc cần làm”", "… and {count} more in the list \"What to do\"";

        // What to do next.
        AddRegister: "Để danh sách cơ sở giáo dục (mã, tên, cấp học, cơ quan quản lý) vào thư mục, để biết ai chưa nộp", "Put the register (code, name, type, authority) into the folder, to see who has not sent";
        MendRefused: "Sửa {count} chỗ bị từ chối: {who}", "Mend {count} that were refused: {who}";
        SettleDuplicates: "Bỏ bớt {count} phiếu trùng: {who}", "Take out {count} repeated forms: {who}";
        MendCodes: "Sửa mã cơ sở giáo dục ở {count} phiếu: {who}", "Mend the code of the institution in {count} forms: {who}";
        AskMissing: "Nhắc {count} cơ sở chưa nộp tự đánh giá: {who}", "Ask {count} that have not sent: {who}";
        RecordEvents: "Ghi vào bảng việc đã làm ngày lập kế hoạch, tự đánh giá, phê duyệt, báo cáo của {count} cơ sở đã nộp", "Write down the days of plan, self-assessment, approval and report of {count} that have sent";
        AskEvidence: "Yêu cầu {count} cơ sở bổ sung minh chứng bắt buộc: {who}", "Ask {count} for required evidence: {who}";
        Assess: "Đánh giá ngoài {count} cơ sở đã nộp: {who}", "Assess {count} that have sent: {who}";
        SettleDifferences: "Trao đổi với {count} cơ sở có mức độ thay đổi sau đánh giá ngoài: {who}", "Talk to {count} whose level moved: {who}";
        Recognise: "Công nhận mức độ của {count} cơ sở đủ điều kiện: {who}", "Recognise {count} that are eligible: {who}";
        Publish: "Công bố kết quả của {count} cơ sở đã được công nhận: {who}", "Publish {count} that are recognised: {who}";
        Overdue: "{step} (quá hạn {days} ngày)", "{step} ({days} days overdue)";
        By: "{step} (hạn {deadline})", "{step} (due {deadline})";
    }
}
