//! What reports of reviews say.

thuocdo::sentences! {
    /// A sentence or heading of a report.
    pub(super) enum Say {
        // One institution.
        ReviewTitle: "Đối chiếu tự đánh giá và đánh giá ngoài", "Self-assessment beside external assessment";
        Institution: "{name} (mã {code})", "{name} (code {code})";
        InstitutionCode: "Cơ sở giáo dục mã {code}", "Institution with code {code}";
        Period: "Kỳ đánh giá {period}", "Period {period}";
        Group: "Nhóm", "Group";
        Overall: "Mức chung", "Overall";
        OwnPoints: "Điểm tự đánh giá", "Self: points";
        ExternalPoints: "Điểm đánh giá ngoài", "External: points";
        Difference: "Chênh lệch", "Difference";
        OwnLevel: "Mức tự đánh giá", "Self: level";
        ExternalLevel: "Mức đánh giá ngoài", "External: level";
        Movement: "So với tự đánh giá", "Against self";
        Lowered: "thấp hơn", "lowered";
        Open: "chưa xác định", "open";
        Raised: "cao hơn", "raised";
        Same: "bằng", "same";
        DisputedConditions: "Điều kiện bắt buộc hai bên đánh giá khác nhau", "Mandatory conditions on which the sides differ";
        DisputedIndicators: "Thành phần hai bên cho điểm khác nhau", "Indicators on which the sides differ";
        NothingDisputed: "Hai bên thống nhất ở mọi thành phần và điều kiện", "The sides agree on every indicator and condition";
        Code: "Mã", "Code";
        Content: "Nội dung", "Content";
        Max: "Tối đa", "Max";
        Own: "Tự đánh giá", "Self";
        External: "Đánh giá ngoài", "External";
        MovesLevel: "Đổi mức", "Moves level";
        Reason: "Ý kiến của đoàn đánh giá ngoài", "Assessor's reason";
        MovesLevelNote: "Đổi mức ✓: chỉ riêng chênh lệch này cũng làm đổi mức của nhóm", "Moves level ✓: this difference alone moves the level of the group";
        DisputeTitle: "Phần chưa thống nhất", "What stays disputed";
        DisputeNone: "Nhóm {group}: không còn gì chưa thống nhất", "Group {group}: nothing stays disputed";
        DisputeHarmless: "Nhóm {group}: dù phần chưa thống nhất theo bên nào ({low} đến {high} điểm), vẫn là mức {level}", "Group {group}: whichever way the disputes go ({low} to {high} points), the level is {level}";
        DisputeOpen: "Nhóm {group}: nếu mọi chỗ chưa thống nhất theo bên thấp hơn thì được {low} điểm, mức {low_level}; theo bên cao hơn thì được {high} điểm, mức {high_level}", "Group {group}: if every dispute goes to the lower side, {low} points, level {low_level}; to the higher side, {high} points, level {high_level}";
        DisputeOverall: "Mức chung (theo nhóm thấp nhất): từ mức {low} đến mức {high}", "Overall (lowest group): level {low} to {high}";
        DisputeOverallExact: "Mức chung (theo nhóm thấp nhất): vẫn là mức {level}", "Overall (lowest group): level {level} all the same";
        Met: "đạt", "met";
        Unmet: "không đạt", "unmet";
        Unknown: "chưa rõ", "unknown";
        Between: "{low} đến {high}", "{low} to {high}";

        // A panel.
        PanelTitle: "Tổng hợp của đoàn đánh giá ngoài ({count} thành viên)", "Panel of {count} external assessors";
        ByMedian: "Điểm mỗi thành phần là trung vị điểm của các thành viên, làm tròn đến hai chữ số thập phân (từ nửa trở lên làm tròn lên); mức xếp theo điểm tổng hợp, không lấy trung bình các mức", "The points of each indicator are the median of the assessors', rounded half up to hundredths; the level follows from the combined points, and levels are never averaged";
        ByMean: "Điểm mỗi thành phần là trung bình điểm của các thành viên, làm tròn đến hai chữ số thập phân (từ nửa trở lên làm tròn lên); mức xếp theo điểm tổng hợp, không lấy trung bình các mức", "The points of each indicator are the mean of the assessors', rounded half up to hundredths; the level follows from the combined points, and levels are never averaged";
        Combined: "Tổng hợp", "Combined";
        CombinedPoints: "Điểm tổng hợp", "Combined points";
        CombinedLevel: "Mức tổng hợp", "Combined level";
        AloneLevels: "Mức theo từng thành viên", "Level by each assessor";
        AlonePoints: "Điểm của từng thành viên", "Points by each assessor";
        Spread: "Thấp nhất–cao nhất", "Lowest–highest";
        Conditions: "Điều kiện bắt buộc", "Mandatory conditions";
        CountMet: "Số ý kiến đạt", "Say met";
        CountUnmet: "Số ý kiến không đạt", "Say unmet";
        CountUnknown: "Không có ý kiến", "Say nothing";
        Indicators: "Điểm từng thành phần", "Points of each indicator";

        // A cohort.
        AgreementTitle: "Mức độ thống nhất giữa tự đánh giá và đánh giá ngoài", "How far self-assessments and external assessments agree";
        Reviews: "Số cơ sở có cả hai phiếu: {count}", "Institutions with both forms: {count}";
        UnpairedOwn: "Phiếu tự đánh giá chưa có phiếu đánh giá ngoài: {count} ({names})", "Self-assessments without an external one: {count} ({names})";
        UnpairedExternal: "Phiếu đánh giá ngoài chưa có phiếu tự đánh giá: {count} ({names})", "External assessments without a self-assessment: {count} ({names})";
        AndMore: "{names}, …", "{names}, …";
        Compared: "Số so sánh được", "Compared";
        MeanDifference: "Chênh lệch trung bình", "Mean difference";
        PointsTitle: "Chênh lệch điểm theo nhóm", "Differences in points by group";
        LevelsTitle: "Thống nhất về mức", "Agreement on levels";
        GroupNumber: "Nhóm {group}", "Group {group}";
        Kappa: "Kappa", "Kappa";
        DifferenceNote: "Chênh lệch là điểm đánh giá ngoài trừ điểm tự đánh giá: số âm là đánh giá ngoài cho thấp hơn", "A difference is external less self: below zero, the assessors gave less";
        KappaNote: "Kappa (Cohen) cho biết hai bên xếp cùng mức nhiều đến đâu so với trùng hợp ngẫu nhiên: 1 là luôn cùng mức, 0 là chỉ bằng ngẫu nhiên, số âm là kém hơn ngẫu nhiên; – là không tính được, vì mọi cơ sở cùng ở một mức theo cả hai bên hoặc không có cơ sở nào so sánh được", "Kappa (Cohen) says how much more often both sides give the same level than chance would: 1 is always, 0 is no more than chance, below 0 is less; – where it cannot be computed, because both sides put all at one level or none can be compared";
        OpenNote: "Chưa xác định: còn câu trả lời thiếu nên chưa biết mức; không tính vào tỉ lệ và kappa", "Open: missing answers leave the level unknown; neither shares nor kappa count them";
        MatrixTitle: "Nhóm {group} · {title}: mức tự đánh giá (hàng) và mức đánh giá ngoài (cột)", "Group {group} · {title}: level by the self-assessment (rows) and by the external one (columns)";
        MatrixOverall: "Mức chung: mức tự đánh giá (hàng) và mức đánh giá ngoài (cột)", "Overall: level by the self-assessment (rows) and by the external one (columns)";
        LevelNumber: "Mức {level}", "Level {level}";
        CountDisputed: "Số cơ sở chênh lệch", "Differ";
        CountMoves: "Số cơ sở đổi mức", "Move the level";
        IndicatorsTitle: "Chênh lệch theo thành phần", "Differences by indicator";
    }
}
