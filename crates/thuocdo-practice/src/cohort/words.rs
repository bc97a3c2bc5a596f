//! The sentences of a cohort's report.

thuocdo::sentences! {
    /// A sentence or heading of a cohort's report.
    pub(super) enum Say {
        Title: "Tổng hợp theo {framework}", "Summary by {framework}";
        CohortBuilder: "Số phiếu được tính: {count}; không vướng điều kiện bắt buộc: {eligible}", "Scorecards counted: {count}; with nothing in the way of recognition: {eligible}";
        Lowest: "Trong đó đủ điều kiện xét công nhận: {recognisable}; mới ở mức độ thấp nhất: {lowest}", "Of these eligible for recognition: {recognisable}; at the lowest level: {lowest}";
        OtherFramework: "Không tính {count} phiếu thuộc bộ chỉ số khác", "Not counted, of another framework: {count}";
        Unregistered: "Mã có phiếu nhưng không có trong danh mục cơ sở giáo dục: {count} ({codes})", "Codes of forms that are not in the register: {count} ({codes})";
        Near: "{code} (có phải {near}?)", "{code} (is it {near}?)";
        WithoutForm: "Cơ sở có trong danh mục nhưng chưa có phiếu: {count} ({codes})", "Institutions of the register without a form: {count} ({codes})";
        SeveralTimes: "Có phiếu của nhiều kỳ đánh giá hoặc nhiều hình thức đánh giá: một cơ sở giáo dục có thể được tính nhiều lần",
            "There are cards of several periods or streams: an institution may be counted more than once";
        Levels: "Số cơ sở giáo dục theo mức độ", "Institutions by level";
        GroupShort: "Nhóm {code}", "Group {code}";
        Overall: "Mức độ chung", "Overall";
        Part: "Nhóm tiêu chí", "Group of criteria";
        Undetermined: "Chưa xác định", "Undetermined";
        LevelsOf: "{part}: mức độ {levels}, chưa xác định", "{part}: level {levels}, undetermined";
        ByAuthority: "Theo cơ quan quản lý", "By managing authority";
        ByPeriod: "Theo kỳ đánh giá", "By period";
        ByStream: "Theo hình thức đánh giá", "By stream";
        ByType: "Theo cấp học", "By type of institution";
        Authority: "Cơ quan quản lý", "Managing authority";
        Period: "Kỳ đánh giá", "Period";
        Stream: "Hình thức đánh giá", "Stream";
        Type: "Cấp học", "Type of institution";
        Unknown: "(không rõ)", "(not known)";
        Count: "Số phiếu", "Cards";
        Eligible: "Không vướng điều kiện", "Nothing in the way";
        Quantiles: "Phân bố điểm của các cơ sở đã xác định điểm", "How the points are spread, where they are known";
        QuantilesNote: "Mỗi mốc là điểm của chính một cơ sở trong danh sách (thứ hạng gần nhất, làm tròn lên), không nội suy; 25% số cơ sở có điểm từ tứ phân vị dưới trở xuống",
            "Each is the points of an institution there is (nearest rank, rounded up), not interpolated";
        Minimum: "Thấp nhất", "Minimum";
        LowerQuartile: "Tứ phân vị dưới", "Lower quartile";
        Median: "Trung vị", "Median";
        UpperQuartile: "Tứ phân vị trên", "Upper quartile";
        Maximum: "Cao nhất", "Maximum";
        Open: "Chưa xác định điểm", "Not known";
        Missing: "Các mục còn thiếu nhiều điểm nhất", "Indicators with the most missing points";
        Indicator: "Mục", "Indicator";
        Content: "Nội dung", "Content";
        MissingTotal: "Tổng điểm còn thiếu", "Points missing";
        MissingMean: "Bình quân một cơ sở", "For each institution";
        MissingSchools: "Số cơ sở còn thiếu", "Institutions that lack any";
    }
}
