//! The sentences of a publication.

thuocdo::sentences! {
    /// A sentence or heading of a publication.
    pub(super) enum Say {
        Title: "Công bố kết quả đánh giá mức độ chuyển đổi số của cơ sở giáo dục", "Published results of the digital transformation assessment of institutions";
        Period: "Kỳ đánh giá: {period}", "Period: {period}";
        Authority: "Cơ quan công bố: {authority}", "Published by: {authority}";
        Act: "Văn bản công bố: {act}", "Act of publication: {act}";
        Official: "Người ký công bố: {official}", "Published under the hand of: {official}";
        OfOwn: "Điểm trong danh sách là điểm tự đánh giá của cơ sở giáo dục", "The points are those of the institutions' self-assessments";
        OfExternal: "Điểm trong danh sách là điểm đánh giá ngoài", "The points are those of external assessments";
        OfBoth: "Danh sách có cả điểm tự đánh giá và điểm đánh giá ngoài: xem cột “Hình thức đánh giá”", "Some points are of self-assessments, some of external ones: see the column \"Stream\"";
        OfUnknown: "Có phiếu không cho biết điểm là điểm tự đánh giá hay điểm đánh giá ngoài", "Of some points nobody says whether they are a self-assessment's or an external one's";
        Missing: "Chưa có phiếu: {count} cơ sở giáo dục khác trong danh mục, ghi “Chưa có phiếu” ở cột tình trạng", "Of {count} more institutions of the register there is no assessment; their standing is \"No assessment\"";
        NoneMissing: "Mọi cơ sở giáo dục trong danh mục đều có trong danh sách", "Every institution of the register is in the list";
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
        ListSheet: "Danh sách", "List";
        SummarySheet: "Tổng hợp", "Summary";
        LegendSheet: "Mã và nội dung", "Codes";
        Caption: "Điểm và mức độ của từng cơ sở giáo dục", "Points and level of each institution";
        SummaryCaption: "Số cơ sở giáo dục theo mức độ của từng nhóm tiêu chí", "Institutions by level in each group of criteria";
        Code: "Mã cơ sở", "Code";
        Name: "Tên cơ sở giáo dục", "Institution";
        Type: "Cấp học", "Type";
        ManagedBy: "Cơ quan quản lý", "Managing authority";
        Stream: "Hình thức đánh giá", "Stream";
        GroupOwnPoints: "Nhóm {code}: điểm tự đánh giá", "Group {code}: points, self";
        GroupExternalPoints: "Nhóm {code}: điểm đánh giá ngoài", "Group {code}: points, external";
        GroupPoints: "Nhóm {code}: điểm", "Group {code}: points";
        GroupLevel: "Nhóm {code}: mức độ", "Group {code}: level";
        Standing: "Tình trạng công nhận", "Standing";
        Blocked: "Còn vướng", "In the way";
        NoForm: "Chưa có phiếu", "No assessment";
        Unmet: "chưa đạt {codes}", "unmet {codes}";
        Unfilled: "chưa điền {codes}", "not answered {codes}";
        Unproved: "thiếu minh chứng {codes}", "evidence missing {codes}";
        ProofUnknown: "chưa rõ minh chứng {codes}", "evidence unknown {codes}";
        Linked: "Tên cơ sở đã được công nhận dẫn tới bản xác nhận", "The name of an institution with a recognised level leads to its certificate";
        LegendTitle: "Các điều kiện, mục nêu ở cột “Còn vướng”", "Conditions and indicators in the column \"In the way\"";
        Legend: "{code}: {title}", "{code}: {title}";
        OfAuthority: "{authority} · {count} cơ sở", "{authority} · institutions: {count}";
        OfNobody: "Chưa rõ cơ quan quản lý · {count} cơ sở", "Authority unknown · institutions: {count}";
        Search: "Tìm theo tên, mã, cấp học, cơ quan (gõ có dấu hoặc không dấu)", "Search by name, code, type or authority";
        Sort: "Sắp xếp", "Sort by";
        SortAsListed: "theo cơ quan quản lý", "authority";
        Shown: "Đang hiện {shown}/{all} cơ sở", "Shown: {shown} of {all}";
        AllRecognised: "Đã công nhận", "Recognised";
        OnlyComputed: "Chưa công nhận", "Only computed";
        SomeRecognised: "Đã công nhận: {parts}; còn lại chưa công nhận", "Recognised: {parts}; the rest only computed";
        GroupPart: "nhóm {code}", "group {code}";
        OverallPart: "mức độ chung", "overall level";
        Digest: "Mã kiểm tra của bộ chỉ số (SHA-256): {digest}", "Digest of the framework: {digest}";
    }
}
