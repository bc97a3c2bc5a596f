//! What reports of reviews say.

thuocdo::sentences! {
    /// A sentence or heading of a report.
    pub(super) enum Say {
        // One institution.
        ReviewTitle: "Đối chiếu tự đánh giá và đánh giá ngoài", "Self-assessment beside external assessment";
        Institution: "{name}, mã {code}", "{name} (code {code})";
        InstitutionCode: "Cơ sở giáo dục mã {code}", "Institution with code {code}";
        Period: "Kỳ đánh giá {period}", "Period {period}";
        Group: "Nhóm", "Group";
        Overall: "Mức độ chung", "Overall";
        OwnPoints: "Điểm tự đánh giá", "Self: points";
        ExternalPoints: "Điểm đánh giá ngoài", "External: points";
        Difference: "Chênh lệch", "Difference";
        OwnLevel: "Mức độ tự đánh giá", "Self: level";
        ExternalLevel: "Mức độ đánh giá ngoài", "External: level";
        Movement: "So với tự đánh giá", "Against self";
        Lowered: "thấp hơn", "lowered";
        Open: "chưa xác định", "open";
        Raised: "cao hơn", "raised";
        Same: "bằng nhau", "same";
        DisputedConditions: "Điều kiện bắt buộc hai bên đánh giá khác nhau", "Mandatory conditions on which the sides differ";
        DisputedIndicators: "Mục hai bên chấm điểm khác nhau", "Indicators on which the sides differ";
        NothingDisputed: "Hai bên thống nhất ở mọi mục và điều kiện", "The sides agree on every indicator and condition";
        Code: "Mã", "Code";
        Content: "Nội dung", "Content";
        Max: "Điểm tối đa", "Max";
        Own: "Tự đánh giá", "Self";
        External: "Đánh giá ngoài", "External";
        MovesLevel: "Đổi mức", "Moves level";
        Reason: "Ý kiến của đoàn đánh giá ngoài", "Assessor's reason";
        MovesLevelNote: "Đổi mức ✓: chỉ riêng chênh lệch này cũng làm đổi mức của nhóm", "Moves level ✓: this difference alone moves the level of the group";
        DisputeTitle: "Phần chưa thống nhất", "What stays disputed";
        DisputeNone: "Nhóm {group}: không còn gì chưa thống nhất", "Group {group}: nothing stays disputed";
        DisputeHarmless: "Nhóm {group}: dù phần chưa thống nhất theo bên nào ({low} đến {high} điểm), vẫn là mức độ {level}", "Group {group}: whichever way the disputes go ({low} to {high} points), the level is {level}";
        DisputeOpen: "Nhóm {group}: nếu các mục chưa thống nhất đều lấy điểm của bên chấm thấp hơn: {low} điểm, mức độ {low_level}; đều lấy của bên chấm cao hơn: {high} điểm, mức độ {high_level}", "Group {group}: if every dispute goes to the lower side, {low} points, level {low_level}; to the higher side, {high} points, level {high_level}";
        DisputeOverall: "Mức độ chung (theo nhóm thấp nhất): từ mức độ {low} đến mức độ {high}", "Overall (lowest group): level {low} to {high}";
        DisputeOverallExact: "Mức độ chung (theo nhóm thấp nhất): vẫn là mức độ {level}", "Overall (lowest group): level {level} all the same";
        Met: "đạt", "met";
        Unmet: "không đạt", "unmet";
        Unknown: "chưa điền", "unknown";
        Between: "{low} đến {high}", "{low} to {high}";

        // Many institutions by name.
        ByNameTitle: "Cơ sở giáo dục có hai phiếu chấm khác nhau: {count}", "Institutions whose assessments differ: {count}";
        Name: "Tên cơ sở giáo dục", "Institution";
        DiffersIn: "Khác ở (đánh giá ngoài trừ tự đánh giá)", "Differs in (external less self)";
        GroupMoved: "nhóm {group} {movement}", "group {group} {movement}";
        ConditionDiffers: "điều kiện {code}: {own}, đoàn ghi {external}", "condition {code}: {own}, external {external}";

        // A panel.
        PanelTitle: "Tổng hợp của đoàn đánh giá ngoài ({count} thành viên)", "Panel of {count} external assessors";
        ByMedian: "Điểm mỗi mục là trung vị điểm của các thành viên, làm tròn đến hai chữ số thập phân (từ nửa trở lên làm tròn lên); mức độ xếp theo điểm tổng hợp, không lấy trung bình các mức độ", "The points of each indicator are the median of the assessors', rounded half up to hundredths; the level follows from the combined points, and levels are never averaged";
        ByMean: "Điểm mỗi mục là trung bình điểm của các thành viên, làm tròn đến hai chữ số thập phân (từ nửa trở lên làm tròn lên); mức độ xếp theo điểm tổng hợp, không lấy trung bình các mức độ", "The points of each indicator are the mean of the assessors', rounded half up to hundredths; the level follows from the combined points, and levels are never averaged";
        Combined: "Tổng hợp", "Combined";
        CombinedPoints: "Điểm tổng hợp", "Combined points";
        CombinedLevel: "Mức độ tổng hợp", "Combined level";
        AloneLevels: "Mức độ theo từng thành viên", "Level by each assessor";
        AlonePoints: "Điểm của từng thành viên", "Points by each assessor";
        Spread: "Thấp nhất–cao nhất", "Lowest–highest";
        Conditions: "Điều kiện bắt buộc", "Mandatory conditions";
        CountMet: "Số ý kiến đạt", "Say met";
        CountUnmet: "Số ý kiến không đạt", "Say unmet";
        CountUnknown: "Không có ý kiến", "Say nothing";
        Indicators: "Điểm từng mục", "Points of each indicator";

        // A cohort.
        AgreementTitle: "Mức độ thống nhất giữa tự đánh giá và đánh giá ngoài", "How far self-assessments and external assessments agree";
        Reviews: "Số cơ sở có cả hai phiếu: {count}", "Institutions with both forms: {count}";
        UnpairedOwn: "Phiếu tự đánh giá chưa có phiếu đánh giá ngoài: {count} ({names})", "Self-assessments without an external one: {count} ({names})";
        UnpairedExternal: "Phiếu đánh giá ngoài chưa có phiếu tự đánh giá: {count} ({names})", "External assessments without a self-assessment: {count} ({names})";
        Compared: "Số so sánh được", "Compared";
        MeanDifference: "Chênh lệch trung bình", "Mean difference";
        PointsTitle: "Chênh lệch điểm theo nhóm", "Differences in points by group";
        LevelsTitle: "Thống nhất về mức độ", "Agreement on levels";
        GroupNumber: "Nhóm {group}", "Group {group}";
        Kappa: "Kappa", "Kappa";
        DifferenceNote: "Chênh lệch là điểm đánh giá ngoài trừ điểm tự đánh giá: số âm là đánh giá ngoài cho thấp hơn", "A difference is external less self: below zero, the assessors gave less";
        KappaNote: "Hệ số Kappa (Cohen): 1 là hai bên luôn xếp cùng mức độ; 0 là chỉ ngang với trùng hợp ngẫu nhiên; số âm là kém hơn ngẫu nhiên. Dấu “–”: không tính được (mọi cơ sở cùng một mức độ theo cả hai bên, hoặc không có cơ sở nào so sánh được)", "Kappa (Cohen) says how much more often both sides give the same level than chance would: 1 is always, 0 is no more than chance, below 0 is less; – where it cannot be computed, because both sides put all at one level or none can be compared";
        OpenNote: "Chưa xác định: còn mục chưa điền nên chưa biết mức độ; không tính vào tỉ lệ và kappa", "Open: missing answers leave the level unknown; neither shares nor kappa count them";
        MatrixTitle: "Nhóm {group} · {title}: mức độ tự đánh giá (hàng) và mức độ đánh giá ngoài (cột)", "Group {group} · {title}: level by the self-assessment (rows) and by the external one (columns)";
        MatrixOverall: "Mức độ chung: mức độ tự đánh giá (hàng) và mức độ đánh giá ngoài (cột)", "Overall: level by the self-assessment (rows) and by the external one (columns)";
        LevelNumber: "Mức độ {level}", "Level {level}";
        CountDisputed: "Số cơ sở chênh lệch", "Differ";
        CountMoves: "Số cơ sở đổi mức", "Move the level";
        IndicatorsTitle: "Chênh lệch theo mục", "Differences by indicator";
    }
}
