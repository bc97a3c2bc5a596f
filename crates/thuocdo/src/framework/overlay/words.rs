//! The sentences of the report on an overlay.

use crate::sentences;

sentences! {
    /// The effect of an overlay.
    pub(super) enum Say {
        Named: "Mã “{id}”, bản {revision}; cụ thể hóa bộ chỉ số “{base}” ({digest})", "Id `{id}`, revision {revision}; laid on framework `{base}` ({digest})";
        Illustrative: "Bản minh họa: không cơ quan nào ban hành, không có giá trị áp dụng", "Illustrative: issued by nobody, and in force nowhere";
        Issued: "Ban hành: {act}: {title}", "Issued: {act}: {title}";
        Basis: "Nguồn xác nhận các con số riêng: {standing} ({meaning})", "What its own figures rest on: {standing} ({meaning})";
        Kept: "Điểm tối đa, khoảng điểm, mức độ và điều kiện bắt buộc của bộ chỉ số bên dưới giữ nguyên", "Maxima, bands, levels and mandatory conditions of the base stay as they are";
        Untranslated: "{count} chỗ chưa có bản {language}, bản {other} được dùng thay: {places}", "Texts without {language}, where the {other} stands in: {count} ({places})";
        Undecided: "{count} chỗ ghi “{mark}”, cần người có thẩm quyền viết lại: {places}", "Texts marked \"{mark}\", for a person to write: {count} ({places})";
        More: "và {count} chỗ khác", "and {count} more";
        Indicators: "Mục được cụ thể hóa", "Indicators with more said of them";
        Parts: "Mục được chia nhỏ", "Indicators in parts";
        Conditions: "Điều kiện bắt buộc được hướng dẫn thêm", "Mandatory conditions with more said of them";
        LocalConditions: "Điều kiện riêng của địa phương (chỉ báo cáo kèm, không tính vào kết quả theo Bộ chỉ số của Bộ GDĐT)", "Local conditions (reported beside, never part of the national result)";
        Code: "Mã", "Code";
        Content: "Nội dung", "Content";
        Max: "Điểm tối đa", "Max";
        Adds: "Nội dung bổ sung", "What is added";
        Group: "Nhóm", "Group";
        Whole: "Thuộc mục", "Part of";
        Renamed: "Cách gọi tại địa phương: {title}", "Local title: {title}";
        Rule: "Cách tính: {rule}", "Rule: {rule}";
        Given: "Cách tính: cho điểm trực tiếp", "Rule: points are given";

        Mark: "CẦN VIẾT", "TO WRITE";
        DraftTitle: "CẦN VIẾT: tên bộ chỉ số của địa phương", "TO WRITE: the name of the local framework";
        DraftBasis: "CẦN VIẾT: các con số riêng dưới đây dựa trên văn bản nào; hiện chưa văn bản nào quy định. Khi có văn bản: khai báo trong sources, ghi mã nguồn vào basis và đổi standing thành text",
            "TO WRITE: which act the figures below rest on; so far none. When there is one: declare it in sources, cite it in basis, and make its standing text";
        DraftSteps: "CẦN VIẾT: các bậc điểm dưới đây chỉ là chỗ giữ, chưa văn bản nào quy định", "TO WRITE: the steps below only hold the place; no act has them";
        DraftUnit: "CẦN VIẾT: đơn vị đếm", "TO WRITE: the unit that is counted";
        NumberOf: "Số {what}", "Number of {what}";
        ReachedOf: "Số đạt: {title}", "Number reached: {title}";
        WholeOf: "Tổng số để tính: {title}", "Number of all, for: {title}";
        WholeOfUnit: "Tổng số {unit}", "All {unit}";
        CountOf: "Số lượng: {title}", "Number: {title}";
    }
}
