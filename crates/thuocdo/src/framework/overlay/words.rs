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
    }
}
