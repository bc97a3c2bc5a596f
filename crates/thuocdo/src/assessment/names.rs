//! Further names for kinds of institutions, as people write them in tables.

use super::InstitutionType;

impl InstitutionType {
    /// Other names for the kind.
    pub const fn other_names(self) -> &'static [&'static str] {
        match self {
            InstitutionType::Primary => &["TH"],
            InstitutionType::LowerSecondary => &["THCS"],
            InstitutionType::UpperSecondary => &["THPT"],
            InstitutionType::MultiLevel => &["Nhiều cấp học", "Liên cấp"],
            InstitutionType::Continuing => &["GDTX"],
        }
    }
}
