//! What people call the kinds of institutions and the streams.

use super::{InstitutionType, Stream};
use crate::text::{Lang, both};

impl InstitutionType {
    /// What people call it.
    pub const fn name(self, lang: Lang) -> &'static str {
        let name = match self {
            InstitutionType::Primary => both("Tiểu học", "Primary"),
            InstitutionType::LowerSecondary => both("Trung học cơ sở", "Lower secondary"),
            InstitutionType::UpperSecondary => both("Trung học phổ thông", "Upper secondary"),
            InstitutionType::MultiLevel => both("Nhiều cấp học", "Several levels"),
            InstitutionType::Continuing => both("Giáo dục thường xuyên", "Continuing education"),
        };
        name.get(lang)
    }
}

impl Stream {
    /// What people call it.
    pub const fn name(self, lang: Lang) -> &'static str {
        let name = match self {
            Stream::SelfAssessment => both("Tự đánh giá", "Self-assessment"),
            Stream::External => both("Đánh giá ngoài", "External assessment"),
        };
        name.get(lang)
    }
}
