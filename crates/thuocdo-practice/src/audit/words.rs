//! The sentences of a report of an audit.

thuocdo::sentences! {
    /// A sentence or heading of a report of an audit.
    pub(super) enum Say {
        Agrees: "Khớp: cả {count} dòng đều khai đúng", "All {count} rows claim what follows";
        Differs: "Khai khác kết quả đúng: {differing} trong {count} dòng", "Claims differ from what follows: {differing} of {count} rows";
        Moves: "Mức độ chung đúng thấp hơn mức khai: {lowered}; cao hơn: {raised}", "The overall level is lower than claimed: {lowered}; higher: {raised}";
        WithoutClaim: "Không khai điểm hay mức độ nào: {count} dòng", "Rows that claim nothing: {count}";
        Causes: "Theo nguyên nhân", "By cause";
        CauseHead: "Nguyên nhân", "Cause";
        CountHead: "Số cơ sở", "Institutions";
        List: "Chỗ khác nhau", "Differences";
        Institution: "Cơ sở giáo dục", "Institution";
        Row: "dòng dữ liệu {row}", "data row {row}";
        Field: "Chỗ khác", "Where";
        Claimed: "Khai", "Claimed";
        Follows: "Đúng", "Follows";
        Moved: "Mức độ chung", "Overall level";
        More: "… và {count} chỗ khác nữa", "… and {count} more";
        Answers: "câu trả lời", "answers";
        Lowered: "giảm", "falls";
        Raised: "tăng", "rises";
    }
}
