//! What a publication says.

thuocdo::sentences! {
    /// What a publication says.
    pub(super) enum Say {
        Title: "Công bố kết quả đánh giá mức độ chuyển đổi số của cơ sở giáo dục", "Published results of the digital transformation assessment of institutions";
        Period: "Kỳ đánh giá: {period}", "Period: {period}";
        Authority: "Cơ quan công bố: {authority}", "Published by: {authority}";
        AsOf: "Số liệu tính đến ngày {day}", "As of {day}";
        Framework: "Theo {act}: {title}", "By {act}: {title}";
        Counted: "{count} cơ sở giáo dục, trong đó {recognised} cơ sở đã được công nhận mức ở mọi nhóm tiêu chí",
            "Institutions: {count}; with a recognised level in every group: {recognised}";
        Meaning: "“Đã công nhận”: mức do cơ quan quản lý công nhận. “Chỉ tính toán”: mức tính từ điểm của phiếu, chưa được công nhận. Điểm luôn là điểm của phiếu",
            "\"Recognised\": the level recognised by the authority. \"Only computed\": the level that follows from the scorecard's points, not recognised. Points are always the scorecard's";
        Ranges: "Điểm hoặc mức ghi dạng 66–76 là chưa xác định vì còn câu trả lời thiếu, nằm giữa hai số đó",
            "Points or levels such as 66–76 are undetermined because answers are missing: they lie between the two";
        Summary: "Tổng hợp theo mức", "Institutions by level";
        Part: "Nhóm tiêu chí", "Group of criteria";
        Overall: "Mức chung", "Overall level";
        Undetermined: "Chưa xác định", "Undetermined";
        Of: "{count}, đã công nhận {recognised}", "{count}, recognised {recognised}";
        BarLabel: "{count} cơ sở ({share}%), đã công nhận {recognised}", "{count} ({share}%), recognised {recognised}";
        BarUndetermined: "{count} cơ sở ({share}%)", "{count} ({share}%)";
        ChartTitle: "Biểu đồ: {part}", "Chart: {part}";
        KeyRecognised: "đã công nhận", "recognised";
        KeyComputed: "chỉ tính toán", "only computed";
        List: "Danh sách cơ sở giáo dục", "List of institutions";
        Caption: "Điểm và mức của từng cơ sở giáo dục", "Points and level of each institution";
        SummaryCaption: "Số cơ sở giáo dục theo mức của từng nhóm tiêu chí", "Institutions by level in each group of criteria";
        Code: "Mã cơ sở", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        Type: "Loại hình", "Type";
        ManagedBy: "Cơ quan quản lý", "Managing authority";
        GroupPoints: "Nhóm {code}: điểm", "Group {code}: points";
        GroupLevel: "Nhóm {code}: mức", "Group {code}: level";
        Standing: "Tình trạng", "Standing";
        AllRecognised: "Đã công nhận", "Recognised";
        OnlyComputed: "Chỉ tính toán", "Only computed";
        SomeRecognised: "Đã công nhận: {parts}; còn lại chỉ tính toán", "Recognised: {parts}; the rest only computed";
        GroupPart: "nhóm {code}", "group {code}";
        OverallPart: "mức chung", "overall level";
        Digest: "Mã băm của bộ chỉ số: {digest}", "Digest of the framework: {digest}";
    }
}
