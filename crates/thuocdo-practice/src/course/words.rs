//! What is said of a course.

thuocdo::sentences! {
    /// What is said of a course.
    pub(super) enum Say {
        Title: "Quá trình chuyển đổi số của cơ sở giáo dục {institution}", "Digital transformation of institution {institution} over time";
        Period: "Kỳ đánh giá", "Period";
        Institution: "Mã cơ sở", "Institution";
        Stream: "Hình thức đánh giá", "Stream";
        Framework: "Bộ chỉ số", "Framework";
        FrameworkRevision: "{id}, bản {revision}", "{id}, revision {revision}";
        Groups: "Các nhóm: điểm (mức)", "Groups: points (level)";
        Overall: "Mức chung", "Overall";
        Entry: "Nhóm {code}: {score}/{max} (mức {level})", "Group {code}: {score}/{max} (level {level})";
        Step: "Từ {from} đến {to}", "From {from} to {to}";
        Side: "{period} ({institution})", "{period} ({institution})";
        OtherFramework: "Hai kỳ dùng bộ chỉ số khác nhau: đặt cạnh nhau, không so sánh", "The two are by different frameworks: side by side, not compared";
        Merged: "Cơ sở giáo dục được sáp nhập ngày {on}: đặt cạnh nhau, không so sánh", "The institution was merged on {on}: side by side, not compared";
        Split: "Cơ sở giáo dục được chia tách ngày {on}: đặt cạnh nhau, không so sánh", "The institution was split on {on}: side by side, not compared";
        OtherStream: "Hình thức đánh giá khác nhau ({from}; {to}): thay đổi có thể do người đánh giá",
            "The streams differ ({from}; {to}): a change may be due to who assessed";
        Part: "Nhóm, thành phần", "Group, indicator";
        Change: "Thay đổi điểm", "Change of points";
        Level: "Mức", "Level";
        Raised: "tăng", "raised";
        Lowered: "giảm", "lowered";
        Same: "giữ nguyên", "the same";
        Open: "chưa xác định", "undetermined";
        NothingChanged: "Không thành phần nào thay đổi điểm", "No indicator changed its points";
        Gains: "Điểm tăng thêm: giữ được hay mất đi", "Gains, kept and lost";
        Indicator: "Thành phần", "Indicator";
        Content: "Nội dung", "Content";
        GainedIn: "Tăng trong kỳ", "Gained in";
        By: "Tăng thêm", "By";
        Fate: "Kết quả", "What became of it";
        Kept: "giữ được đến {until}", "kept until {until}";
        Lost: "mất trong kỳ {lost}", "lost in {lost}";
    }
}
