//! The sentences of a report on another framework.

thuocdo::sentences! {
    /// A sentence or heading of a report on another framework.
    pub(super) enum Say {
        Nobody: "Không cơ sở nào đổi mức độ: đã xem {count}", "No institution moves: {count} looked at";
        Moves: "{moved} trong {count} cơ sở đổi hoặc có thể đổi mức độ", "{moved} of {count} institutions move, or may move";
        FromTo: "Từ {from} (bản {before}, {digest}) sang {to} (bản {after}, {other})", "From {from} (revision {before}, {digest}) to {to} (revision {after}, {other})";
        Changes: "Số chỗ khác nhau giữa hai bộ chỉ số: {count}; xem: thuocdo framework diff", "Changes between the two frameworks: {count}; see: thuocdo framework diff";
        Eligible: "Không vướng điều kiện: trước {before}, sau {after}", "With nothing in the way of recognition: {before} before, {after} after";
        Other: "Không tính {count} bảng kết quả của bộ chỉ số khác", "Not counted, of another framework: {count}";
        Stored: "Bảng kết quả đã lưu: {recompute} phải lập lại (trong đó {same} không đổi điểm và mức độ), {valid} vẫn dùng được", "Stored cards: {recompute} must be made again (of these {same} keep points and levels), {valid} stay valid";
        Levels: "Mức độ", "Levels";
        Part: "Nhóm tiêu chí", "Group";
        Group: "Nhóm {code}", "Group {code}";
        Overall: "Mức độ chung", "Overall";
        Lowered: "Giảm", "Lower";
        Raised: "Tăng", "Higher";
        Same: "Giữ nguyên", "Same";
        Open: "Chưa xác định", "Open";
        List: "Cơ sở đổi mức độ", "Institutions that move";
        Institution: "Cơ sở giáo dục", "Institution";
        Period: "Kỳ đánh giá", "Period";
        Before: "Trước", "Before";
        After: "Sau", "After";
        Because: "Do", "Because of";
        Bands: "khoảng điểm", "bands";
        More: "… và {count} cơ sở nữa", "… and {count} more";
        Unnamed: "(không có mã)", "(no code)";
    }
}
