//! JSON Pointers in words: a person who fills in a form does not know JSON Pointers.

use super::{Lang, shown};

/// A JSON Pointer (RFC 6901) for people. In Vietnamese `/answers/1.3.1/evidence/0/date` is `mục 1.3.1, minh chứng thứ 1, ngày`, and a part
/// without a name is in “ ”. In English it stays a pointer, made safe by [`shown`]; the whole input is `/`.
///
/// ```
/// use thuocdo::Lang;
/// use thuocdo::text::place;
/// assert_eq!(place("/answers/1.3.1", Lang::Vi), "mục 1.3.1");
/// assert_eq!(place("/events/2/role", Lang::Vi), "bước thứ 3, vai trò");
/// ```
pub fn place(at: &str, lang: Lang) -> String {
    match (lang, at) {
        (Lang::Vi, "" | "/") => "toàn bộ nội dung".to_owned(),
        (Lang::En, "") => "/".to_owned(),
        (Lang::Vi, _) if at.starts_with('/') => vietnamese(at),
        _ => shown(at).into_owned(),
    }
}

fn vietnamese(at: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let segments: Vec<String> = at.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect();
    // In a framework file these are lists; in assessments and overlays each has its code as key.
    let is_framework = segments.iter().any(|segment| segment == "groups");
    let mut rest = segments.iter().peekable();
    while let Some(segment) = rest.next() {
        let is_number = |next: &String| !next.is_empty() && next.bytes().all(|byte| byte.is_ascii_digit());
        let one = match &**segment {
            "answers" | "indicators" => "mục",
            "conditions" | "local_conditions" => "điều kiện",
            "targets" => "nhóm",
            "efforts" => "công sức của mục",
            list => label(list).unwrap_or_default(),
        };
        let is_keyed = matches!(&**segment, "answers" | "targets" | "efforts") || !is_framework && matches!(&**segment, "indicators" | "conditions");
        let next = rest.peek().copied();
        if let Some(both) = next.and_then(|field| of_two(segment, field)) {
            parts.push(both.to_owned());
            rest.next();
            continue;
        }
        let said = match next {
            Some(code) if is_keyed => format!("{one} {}", shown(code)),
            Some(number) if is_number(number) => {
                let number = number.parse::<u64>().unwrap_or_default().saturating_add(1);
                if one.is_empty() { format!("“{}” thứ {number}", shown(segment)) } else { format!("{one} thứ {number}") }
            }
            _ => {
                parts.push(match &**segment {
                    "answers" | "conditions" | "indicators" | "targets" => format!("các {one}"),
                    _ if one.is_empty() => format!("“{}”", shown(segment)),
                    _ => one.to_owned(),
                });
                continue;
            }
        };
        rest.next();
        parts.push(said);
    }
    parts.join(", ")
}

/// The name of a field of an institution or of an act, which stands for both words.
fn of_two(owner: &str, field: &str) -> Option<&'static str> {
    match (owner, field) {
        ("institution", "code") => Some("mã cơ sở giáo dục"),
        ("institution", "name") => Some("tên cơ sở giáo dục"),
        ("institution", "type") => Some("cấp học"),
        ("issued" | "legal", "act") => Some("số văn bản ban hành"),
        ("issued" | "legal", "issued") => Some("ngày ban hành"),
        ("issued" | "legal", "issuer") => Some("cơ quan ban hành"),
        ("issued" | "legal", "title") => Some("tên văn bản ban hành"),
        _ => None,
    }
}

/// The name of a field for people.
fn label(field: &str) -> Option<&'static str> {
    LABELS.iter().find(|(name, _)| *name == field).map(|(_, label)| *label)
}

/// Fields, and their names for people.
const LABELS: &[(&str, &str)] = &[
    ("act", "việc"),
    ("as_of", "ngày xem xét"),
    ("assessed_on", "ngày đánh giá"),
    ("assessment", "phiếu đánh giá"),
    ("assessments", "phiếu đánh giá"),
    ("authority", "cơ quan quản lý"),
    ("award", "cách cho điểm"),
    ("bands", "khoảng điểm"),
    ("base", "bộ chỉ số bên dưới"),
    ("basis", "nguồn xác nhận"),
    ("body", "đơn vị thực hiện"),
    ("calendar", "bảng thời hạn"),
    ("case", "hồ sơ"),
    ("cases", "hồ sơ"),
    ("certificate", "bản xác nhận"),
    ("certificates", "bản xác nhận"),
    ("changes", "thay đổi"),
    ("code", "mã"),
    ("count", "số lượng"),
    ("criteria", "tiêu chí"),
    ("date", "ngày"),
    ("deadline", "thời hạn"),
    ("deadlines", "thời hạn"),
    ("digest", "mã kiểm tra"),
    ("effect", "hệ quả"),
    ("en", "tiếng Anh"),
    ("events", "bước"),
    ("evidence", "minh chứng"),
    ("external", "phiếu đánh giá ngoài"),
    ("facts", "số liệu cần nêu"),
    ("framework", "bộ chỉ số"),
    ("group", "nhóm"),
    ("groups", "nhóm"),
    ("guidance", "hướng dẫn"),
    ("institution", "cơ sở giáo dục"),
    ("institutions", "cơ sở giáo dục"),
    ("issued", "ngày ban hành"),
    ("issuer", "cơ quan ban hành"),
    ("kind", "loại"),
    ("legal", "văn bản ban hành"),
    ("level", "mức độ"),
    ("levels", "mức độ"),
    ("max", "điểm tối đa"),
    ("meaning", "ý nghĩa"),
    ("met", "đạt hay không"),
    ("name", "tên"),
    ("note", "ghi chú"),
    ("on", "ngày"),
    ("overall", "mức độ chung"),
    ("overlay", "bản cụ thể hóa"),
    ("overlays", "bản cụ thể hóa"),
    ("part", "số đạt"),
    ("parts", "phần"),
    ("period", "kỳ đánh giá"),
    ("points", "điểm"),
    ("procedure", "quy trình"),
    ("recognition", "công nhận"),
    ("register", "danh mục cơ sở giáo dục"),
    ("required_evidence", "minh chứng phải có"),
    ("revision", "bản"),
    ("role", "vai trò"),
    ("roles", "vai trò"),
    ("rule", "cách tính"),
    ("scope", "phạm vi"),
    ("score", "điểm"),
    ("scorecard", "bảng kết quả"),
    ("scorecards", "bảng kết quả"),
    ("self", "phiếu tự đánh giá"),
    ("signature", "chữ ký kiểm tra"),
    ("sources", "nguồn"),
    ("state", "trạng thái"),
    ("steps", "bước"),
    ("stream", "hình thức đánh giá"),
    ("table", "bảng tính điểm"),
    ("title", "tên"),
    ("type", "cấp học"),
    ("unit", "đơn vị tính"),
    ("updated", "ngày cập nhật"),
    ("uri", "đường liên kết"),
    ("vi", "tiếng Việt"),
    ("whole", "tổng số"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_is_told_in_words() {
        let places = [
            ("", "toàn bộ nội dung"),
            ("/conditions/1.1", "điều kiện 1.1"),
            ("/institution/type", "cấp học"),
            ("/issued/act", "số văn bản ban hành"),
            ("/self/answers/1.3.1/evidence/0/date", "phiếu tự đánh giá, mục 1.3.1, minh chứng thứ 1, ngày"),
            ("/groups/0/criteria/1/indicators/2/max", "nhóm thứ 1, tiêu chí thứ 2, mục thứ 3, điểm tối đa"),
            ("/answers/a~1b\n", "mục a/b\\u{a}"),
            ("/answers", "các mục"),
            ("/wrong", "“wrong”"),
            ("/wrong/0", "“wrong” thứ 1"),
        ];
        for (at, words) in places {
            assert_eq!(place(at, Lang::Vi), words);
        }
        assert_eq!(place("/answers/1.3.1", Lang::En), "/answers/1.3.1");
    }
}
