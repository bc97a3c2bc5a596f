//! The sentences on certificates, Vietnamese and English side by side.

thuocdo::sentences! {
    /// A sentence about a certificate.
    pub(super) enum Say {
        Title: "Bản xác nhận kết quả công nhận mức độ chuyển đổi số: {name}", "Certificate of the recognised level: {name}";
        About: "Mã {code} · kỳ đánh giá {period}", "Code {code} · period {period}";
        By: "{body} công nhận ngày {on}", "Recognised by {body} on {on}";
        Group: "Nhóm", "Group";
        Points: "Điểm", "Points";
        Level: "Mức độ", "Level";
        Overall: "Mức độ chung (lấy theo nhóm thấp nhất, là cách các nơi thường làm): mức độ {level}", "Overall (lowest group; by practice): level {level}";
        Framework: "Bộ chỉ số theo {id}, bản {revision} ({digest})", "Framework of {id}, revision {revision} ({digest})";
        Overlay: "Cụ thể hóa {id}, bản {revision} ({digest})", "Overlay {id}, revision {revision} ({digest})";
        Basis: "Mới đối chiếu được {firm}/{all} con số của bộ chỉ số với văn bản hoặc hai nguồn độc lập", "{firm} of the {all} figures are confirmed by the act or by two sources";
        Digest: "Mã kiểm tra của bản xác nhận: {digest}", "Digest of the certificate: {digest}";
        Engine: "Bộ công cụ thuocdo, phiên bản {engine}", "Made by thuocdo {engine}";
        NoDecision: "Bản xác nhận điện tử này không thay cho quyết định công nhận có chữ ký và con dấu", "This electronic certificate does not stand in for the act of recognition, signed and sealed";
        Identical: "Bản xác nhận khớp hoàn toàn với kết quả tính lại từ hồ sơ", "The certificate is identical to the one made anew from the case";
        Differs: "Bản xác nhận không khớp với kết quả tính lại từ hồ sơ; số chỗ khác nhau: {count}", "The certificate differs from the one made anew from the case; places: {count}";
        Place: "Chỗ khác nhau", "Place";
        Stated: "Bản xác nhận ghi", "Certificate";
        Found: "Tính lại được", "Made anew";
    }
}
