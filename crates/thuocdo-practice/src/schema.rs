//! The JSON Schemas (2020-12) of everything that goes in and out, here and in the core.

use serde_json::Value;
use thuocdo::schema::{assessment_for, of_input, of_result};
use thuocdo::{Framework, FrameworkRef, Lang, LocalScore, Violation, Violations};

use crate::LocalFramework;
use crate::conform::{Conformance, Kit};
use crate::process::{Calendar, Case, Status};
use crate::quality::{BatchQualityJson, QualityJson};
use crate::recognition::{Certificate, SignedCertificate, Verification};
use crate::review::{AgreementReport, Panel, Review};
use crate::{AuditReport, CohortReport, Course, ImpactReport, Publication, Register};

/// The names under which this crate knows a schema, besides those of the core.
const OWN: &[&str] = &[
    "agreement",
    "audit",
    "calendar",
    "case",
    "certify",
    "cohort",
    "conform",
    "course",
    "frameworks",
    "impact",
    "kit",
    "local_framework",
    "panel",
    "process",
    "publication",
    "quality",
    "quality_batch",
    "register",
    "review",
    "score",
    "signed_certificate",
    "verify",
];

/// The names under which [`schema`] knows one.
pub fn names() -> impl Iterator<Item = &'static str> {
    thuocdo::schema::NAMES.iter().chain(OWN).copied()
}

/// A schema by name; that of an `assessment` lists the codes and maxima of a framework.
///
/// # Errors
///
/// `unknown_value`, with all names there are.
pub fn schema_for(name: &str, framework: &Framework, lang: Lang) -> Result<Value, Violations> {
    let found = if name == "assessment" { Some(assessment_for(framework, lang)) } else { schema(name) };
    found.ok_or_else(|| {
        let accepted: Vec<&str> = names().collect();
        Violation::unknown_value("", name, accepted).into()
    })
}

/// A schema by name.
pub fn schema(name: &str) -> Option<Value> {
    Some(match name {
        "agreement" => of_result::<AgreementReport>("Agreement over many institutions (mức độ thống nhất giữa tự đánh giá và đánh giá ngoài)"),
        "audit" => of_result::<AuditReport>("Audit of claimed points and levels (kiểm tra điểm và mức độ đã khai)"),
        "calendar" => of_input::<Calendar>("Calendar (thời hạn)"),
        "case" => of_input::<Case>("Case (hồ sơ)"),
        "certify" => of_result::<Certificate>("Certificate of a recognised level (chứng nhận mức độ)"),
        "cohort" => of_result::<CohortReport>("Cohort, counted (tổng hợp nhiều cơ sở giáo dục)"),
        "conform" => of_result::<Conformance>("Answers of a formula, compared (so câu trả lời của một công thức)"),
        "course" => of_result::<Course>("Course of an institution over years (quá trình qua các kỳ)"),
        "frameworks" => of_result::<Vec<FrameworkRef>>("Frameworks that ship (các bộ chỉ số có sẵn)"),
        "impact" => of_result::<ImpactReport>("Impact of another framework (tác động của một bộ chỉ số khác)"),
        "kit" => of_result::<Kit>("Boundary cases of a framework (bộ ca thử)"),
        "local_framework" => of_result::<LocalFramework>("Local framework (bộ chỉ số của địa phương)"),
        "panel" => of_result::<Panel>("Panel of external assessors (tổng hợp của đoàn đánh giá ngoài)"),
        "process" => of_result::<Status>("Status of a case (trạng thái hồ sơ)"),
        "publication" => of_result::<Publication>("Publication (công bố)"),
        "quality" => of_result::<QualityJson<'static>>("Data quality of one assessment (chất lượng dữ liệu của một phiếu)"),
        "quality_batch" => of_result::<BatchQualityJson<'static>>("Data quality of a batch (chất lượng dữ liệu của nhiều phiếu)"),
        "register" => of_input::<Register>("Register of institutions (danh mục cơ sở giáo dục)"),
        "review" => of_result::<Review>("Review (đối chiếu tự đánh giá và đánh giá ngoài)"),
        "score" => of_result::<LocalScore>("Score, local and national (kết quả địa phương và quốc gia)"),
        "signed_certificate" => of_result::<SignedCertificate>("Signed certificate of a recognised level (chứng nhận mức độ có chữ ký)"),
        "verify" => of_result::<Verification>("Verification of a certificate (kiểm tra chứng nhận)"),
        _ => return thuocdo::schema::schema(name),
    })
}
