//! The sentences of a publication.

thuocdo::sentences! {
    /// A sentence or heading of a publication.
    pub(super) enum Say {
        Title: "Công bố kết quả đánh giá mức độ chuyển đổi số của cơ sở giáo dục", "Published results of the digital transformation assessment of institutions";
        Period: "Kỳ đánh giá: {period}", "Period: {period}";
        Authority: "Cơ quan công bố: {authority}", "Published by: {authority}";
        AsOf: "Số liệu tính đến ngày {day}", "As of {day}";
        Framework: "Theo {act}: {title}", "By {act}: {title}";
        Counted: "{count} cơ sở giáo dục, trong đó {recognised} cơ sở đã được công nhận mức độ ở mọi nhóm tiêu chí",
            "Institutions: {count}; with a recognised level in every group: {recognised}";
        Meaning: "“Đã công nhận”: mức độ do cơ quan quản lý công nhận. “Chưa công nhận”: mức độ tính theo điểm của phiếu. Điểm trong bảng là điểm của phiếu đánh giá",
            "\"Recognised\": the level recognised by the authority. \"Only computed\": the level that follows from the scorecard's points, not recognised. Points are always the scorecard's";
        Ranges: "Điểm hoặc mức độ ghi dạng 66–76 là chưa xác định vì còn mục chưa điền, nằm giữa hai số đó",
            "Points or levels such as 66–76 are undetermined because answers are missing: they lie between the two";
        Summary: "Tổng hợp theo mức độ", "Institutions by level";
        Part: "Nhóm tiêu chí", "Group of criteria";
        Overall: "Mức độ chung", "Overall level";
        Undetermined: "Chưa xác định", "Undetermined";
        Of: "{count}, trong đó đã công nhận: {recognised}", "{count}, recognised {recognised}";
        BarLabel: "{count} cơ sở ({share}%), trong đó đã công nhận: {recognised}", "{count} ({share}%), recognised {recognised}";
        BarUndetermined: "{count} cơ sở ({share}%)", "{count} ({share}%)";
        ChartTitle: "Biểu đồ: {part}", "Chart: {part}";
        KeyRecognised: "đã công nhận", "recognised";
        KeyComputed: "chưa công nhận", "only computed";
        List: "Danh sách cơ sở giáo dục", "List of institutions";
        Caption: "Điểm và mức độ của từng cơ sở giáo dục", "Points and level of each institution";
        SummaryCaption: "Số cơ sở giáo dục theo mức độ của từng nhóm tiêu chí", "Institutions by level in each group of criteria";
        Code: "Mã cơ sở", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        Type: "Cấp học", "Type";
        ManagedBy: "Cơ quan quản lý", "Managing authority";
        GroupPoints: "Nhóm {code}: điểm", "Group {code}: points";
        GroupLevel: "Nhóm {code}: mức độ", "Group {code}: level";
        Standing: "Tình trạng công nhận", "Standing";
        AllRecognised: "Đã công nhận", "Recognised";
        OnlyComputed: "Chưa công nhận", "Only computed";
        SomeRecognised: "Đã công nhận: {parts}; còn lại chưa công nhận", "Recognised: {parts}; the rest only computed";
        GroupPart: "nhóm {code}", "group {code}";
        OverallPart: "mức độ chung", "overall level";
        Digest: "Mã kiểm tra của bộ chỉ số (SHA-256): {digest}", "Digest of the framework: {digest}";
    }
}
