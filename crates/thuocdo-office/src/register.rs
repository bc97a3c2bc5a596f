//! The register of institutions (danh sách cơ sở giáo dục) as people keep it: a spreadsheet or a CSV, or the JSON of the practice.

use std::io::Read;

use thuocdo::json::Value;
use thuocdo::{Param, Violation, ViolationCode, Violations};
use thuocdo_practice::Register;
use thuocdo_tables::{AboutColumn, Fault, FileFormat, Ledger, LedgerCell, LedgerColumn, LedgerKind, LedgerRow, Opened, ledger};

use crate::words::Say;

/// Why a register is refused.
#[derive(Debug)]
pub enum RegisterRefused {
    /// Its JSON has faults, each with its pointer.
    Json(Violations),
    /// The file, or its table, has faults, each with its cell.
    Table(Vec<Fault>),
}

/// The columns of a register.
pub static REGISTER: LedgerKind = LedgerKind {
    columns: &[
        LedgerColumn {
            field: "code",
            headings: &["mã", "mã số", "mã csdl ngành", "mã định danh csdl ngành"],
            takes: LedgerCell::About(AboutColumn::Code),
        },
        LedgerColumn { field: "name", headings: &["tên", "họ tên trường", "đơn vị"], takes: LedgerCell::About(AboutColumn::Name) },
        LedgerColumn { field: "type", headings: &["cấp học", "bậc học", "cấp", "loại"], takes: LedgerCell::About(AboutColumn::Type) },
        LedgerColumn {
            field: "authority",
            headings: &[
                "cơ quan quản lý",
                "cơ quan quản lý trực tiếp",
                "cơ quan quản lý giáo dục trực tiếp",
                "cơ quan quản lý giáo dục",
                "cơ quan chủ quản",
                "đơn vị quản lý",
                "đơn vị quản lý trực tiếp",
                "ubnd quản lý",
                "ubnd phường, xã",
                "ubnd phường/xã",
                "ubnd xã, phường",
                "ubnd xã/phường",
                "managing authority",
            ],
            takes: LedgerCell::Text,
        },
        LedgerColumn {
            field: "address",
            headings: &[
                "email nhận thông báo",
                "địa chỉ nhận thông báo",
                "email",
                "e-mail",
                "thư điện tử",
                "địa chỉ thư điện tử",
                "hộp thư",
                "hộp thư điện tử",
                "nơi nhận thông báo",
                "địa chỉ",
                "address for notices",
            ],
            takes: LedgerCell::Text,
        },
        LedgerColumn {
            field: "predecessors",
            headings: &["trường tiền thân", "mã trường tiền thân", "tiền thân", "mã tiền thân", "mã cũ", "mã trường cũ"],
            takes: LedgerCell::Codes,
        },
        LedgerColumn {
            field: "since",
            headings: &["từ ngày", "ngày sáp nhập", "ngày chia tách", "ngày đổi mã", "ngày thành lập", "ngày có hiệu lực", "có hiệu lực từ ngày"],
            takes: LedgerCell::About(AboutColumn::Date),
        },
    ],
    is_header: |fields| fields.contains(&"code") && ["name", "type", "authority"].iter().any(|field| fields.contains(field)),
    key: "code",
    wanted: ["“mã” và một trong các cột “tên”, “cấp học”, “cơ quan quản lý”", "\"code\" and one of \"name\", \"type\", \"authority\""],
};

/// Reads a register: JSON as [`Register::from_json`] reads it, or a ledger with the columns of [`REGISTER`] in a CSV or a workbook.
///
/// A column of predecessors makes changes: several codes were merged into the institution; one code was renamed, or split if more than one
/// row names it or the register still has it. The column of days says since when.
///
/// # Errors
///
/// Everything that is wrong with it: in a table each with its cell, and what to type instead.
pub fn register(file: Opened<'_>) -> Result<Register, RegisterRefused> {
    match file.format {
        FileFormat::Json | FileFormat::Ndjson => {
            let mut bytes = Vec::new();
            // With one byte more than the limit, the register is refused as too large.
            let longest = u64::try_from(Register::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
            let is_read = file.into_reader().take(longest).read_to_end(&mut bytes).is_ok();
            let text = if is_read { bytes.as_slice() } else { &[] };
            Register::from_json(text).map_err(RegisterRefused::Json)
        }
        FileFormat::Csv | FileFormat::Workbook => ledger(file, &REGISTER).and_then(|ledger| register_of(&ledger)).map_err(RegisterRefused::Table),
    }
}

/// The register of a ledger.
///
/// # Errors
///
/// Everything that is wrong with it, each with its cell.
pub fn register_of(ledger: &Ledger) -> Result<Register, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let institutions: Vec<Value<'_>> = ledger.rows.iter().map(|row| institution(ledger, row)).collect();
    let changes = changes(ledger, &mut faults);
    let (origins, changes): (Vec<&LedgerRow>, Vec<Value<'_>>) = changes.into_iter().unzip();
    let value = Value::object([("changes", Value::List(changes)), ("institutions", Value::List(institutions))]);
    let violations = match Register::from_value(&value) {
        Ok(register) if faults.is_empty() => return Ok(register),
        Ok(_) => return Err(faults),
        Err(violations) => violations,
    };
    faults.extend(violations.iter().map(|violation| told(ledger, &origins, violation)));
    Err(faults)
}

fn institution<'l>(ledger: &Ledger, row: &'l LedgerRow) -> Value<'l> {
    let fields = ["address", "authority", "code", "name", "type"];
    Value::Object(fields.into_iter().filter_map(|field| Some((field.into(), ledger.value(row, field)?))).collect())
}

/// The changes that the predecessors of institutions make, each with the row that it comes from.
fn changes<'l>(ledger: &'l Ledger, faults: &mut Vec<Fault>) -> Vec<(&'l LedgerRow, Value<'l>)> {
    let codes = |row: &LedgerRow| match ledger.value(row, "predecessors") {
        Some(Value::List(codes)) => codes.iter().filter_map(text).collect(),
        _ => Vec::new(),
    };
    let own = |row: &LedgerRow| ledger.value(row, "code").as_ref().and_then(text).unwrap_or_default();
    let mut changes = Vec::new();
    let mut parted: Vec<String> = Vec::new();
    for row in &ledger.rows {
        let from: Vec<String> = codes(row);
        let Some(first) = from.first() else { continue };
        let Some(on) = ledger.value(row, "since") else {
            let violation = Violation::missing_field("/changes/on", "since");
            faults.push(ledger.fault_saying(row, "predecessors", &violation, &Say::PredecessorNeedsDay.both(&[])));
            continue;
        };
        let (kind, to) = if from.len() > 1 {
            ("merged", vec![own(row)])
        } else {
            // One predecessor of several rows was split, and so was one that is still there.
            let heirs = ledger.rows.iter().filter(|other| codes(other).as_slice() == [first.clone()]).map(own);
            let kept = ledger.rows.iter().map(own).filter(|code| code == first);
            let to: Vec<String> = kept.chain(heirs).collect();
            if parted.contains(first) {
                continue;
            }
            parted.push(first.clone());
            (if to.len() > 1 { "split" } else { "renamed" }, to)
        };
        let list = |codes: Vec<String>| Value::List(codes.into_iter().map(|code| Value::Text(code.into())).collect());
        changes.push((row, Value::object([("from", list(from)), ("kind", Value::Text(kind.into())), ("on", on), ("to", list(to))])));
    }
    changes
}

fn text(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

/// A violation of the register as a fault of the cell that it comes from.
fn told(ledger: &Ledger, origins: &[&LedgerRow], violation: &Violation) -> Fault {
    let mut steps = violation.at().split('/').skip(1);
    let (list, place, field) = (steps.next(), steps.next().and_then(|place| place.parse::<usize>().ok()), steps.next());
    let row = match (list, place) {
        (Some("institutions"), Some(place)) => ledger.rows.get(place),
        (Some("changes"), Some(place)) => origins.get(place).copied(),
        _ => None,
    };
    let Some(row) = row else { return violation.clone().into() };
    if list == Some("changes") {
        return ledger.fault(row, if field == Some("on") { "since" } else { "predecessors" }, violation);
    }
    if violation.code() == ViolationCode::DuplicateCode
        && let Some(Param::Named(first)) = violation.params().get("first")
        && let Some(first) = first.as_str().split('/').nth(2).and_then(|place| ledger.rows.get(place.parse::<usize>().ok()?))
    {
        return ledger.repeated(row, violation, first);
    }
    ledger.fault(row, field.unwrap_or("code"), violation)
}
