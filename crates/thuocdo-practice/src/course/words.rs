//! The sentences of a course's report.

thuocdo::sentences! {
    /// A sentence or heading of a course's report.
    pub(super) enum Say {
        Title: "Quá trình chuyển đổi số của cơ sở giáo dục {institution}", "Digital transformation of institution {institution} over time";
        Period: "Kỳ đánh giá", "Period";
        Institution: "Mã cơ sở", "Institution";
        Stream: "Hình thức đánh giá", "Stream";
        Framework: "Bộ chỉ số", "Framework";
        FrameworkRevision: "{id}, bản {revision}", "{id}, revision {revision}";
        Groups: "Các nhóm: điểm (mức độ)", "Groups: points (level)";
        Overall: "Mức độ chung", "Overall";
        Entry: "Nhóm {code}: {score}/{max} (mức độ {level})", "Group {code}: {score}/{max} (level {level})";
        Step: "Từ {from} đến {to}", "From {from} to {to}";
        Side: "{period} ({institution})", "{period} ({institution})";
        OtherFramework: "Hai kỳ dùng bộ chỉ số khác nhau: chỉ đặt cạnh nhau để tham khảo, không so sánh", "The two are by different frameworks: side by side, not compared";
        Merged: "Cơ sở giáo dục được sáp nhập ngày {on}: chỉ đặt cạnh nhau để tham khảo, không so sánh", "The institution was merged on {on}: side by side, not compared";
        Split: "Cơ sở giáo dục được chia tách ngày {on}: chỉ đặt cạnh nhau để tham khảo, không so sánh", "The institution was split on {on}: side by side, not compared";
        OtherStream: "Hình thức đánh giá khác nhau ({from}; {to}): thay đổi có thể do người đánh giá",
            "The streams differ ({from}; {to}): a change may be due to who assessed";
        Part: "Nhóm, mục", "Group, indicator";
        Change: "Thay đổi điểm", "Change of points";
        Level: "Mức độ", "Level";
        Raised: "tăng", "raised";
        Lowered: "giảm", "lowered";
        Same: "giữ nguyên", "the same";
        Open: "chưa xác định", "undetermined";
        NothingChanged: "Không mục nào thay đổi điểm", "No indicator changed its points";
        Gains: "Điểm đã tăng qua các kỳ: còn giữ hay đã mất", "Gains, kept and lost";
        Indicator: "Mục", "Indicator";
        Content: "Nội dung", "Content";
        GainedIn: "Tăng trong kỳ", "Gained in";
        By: "Tăng thêm", "By";
        Fate: "Kết quả", "What became of it";
        Kept: "vẫn giữ (kỳ gần nhất: {until})", "kept until {until}";
        Lost: "đã mất trong kỳ {lost}", "lost in {lost}";
    }
}
