//! The register of institutions (danh sách cơ sở giáo dục) as people keep it: a spreadsheet or a CSV, or the JSON of the practice.

use std::io::Read;

use thuocdo::json::Value;
use thuocdo::{Param, Violation, ViolationCode, Violations};
use thuocdo_practice::Register;
use thuocdo_tables::{AboutColumn, Fault, FileFormat, Ledger, LedgerCell, LedgerColumn, LedgerKind, LedgerRow, Opened, ledger};

use crate::words::Say;

/// A register that was read, without what is wrong in its table.
#[derive(Debug)]
pub struct RegisterRead {
    /// What is wrong, each with its cell. A cell that is refused is left out; so is the row of a code that is none or that stands there twice,
    /// and the change of a predecessor that cannot be.
    pub faults: Vec<Fault>,
    /// Everything else.
    pub register: Register,
}

impl RegisterRead {
    /// The register, if nothing is wrong with it.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub fn whole(self) -> Result<Register, Vec<Fault>> {
        if self.faults.is_empty() { Ok(self.register) } else { Err(self.faults) }
    }
}

/// Why there is no register.
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
            takes: LedgerCell::Day,
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
/// A file that is no register; JSON with a fault; a table of which no institution is left.
pub fn register(file: Opened<'_>) -> Result<RegisterRead, RegisterRefused> {
    match file.format {
        FileFormat::Json | FileFormat::Ndjson => {
            let mut bytes = Vec::new();
            // With one byte more than the limit, the register is refused as too large.
            let longest = u64::try_from(Register::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
            let is_read = file.into_reader().take(longest).read_to_end(&mut bytes).is_ok();
            let text = if is_read { bytes.as_slice() } else { &[] };
            let register = Register::from_json(text).map_err(RegisterRefused::Json)?;
            Ok(RegisterRead { faults: Vec::new(), register })
        }
        FileFormat::Csv | FileFormat::Workbook => ledger(file, &REGISTER).and_then(|ledger| register_of(&ledger)).map_err(RegisterRefused::Table),
    }
}

/// The register of a ledger.
///
/// # Errors
///
/// Everything that is wrong with a ledger of which no institution is left.
pub fn register_of(ledger: &Ledger) -> Result<RegisterRead, Vec<Fault>> {
    let mut faults = ledger.faults.clone();
    let mut institutions: Vec<Entry<'_>> = ledger.rows.iter().map(|row| (row, institution(ledger, row))).collect();
    let mut changes: Vec<Entry<'_>> = changes(ledger, &mut faults);
    // What is wrong with changes as a whole is seen only where each is right by itself.
    loop {
        let [of_changes, of_institutions] =
            [&changes, &institutions].map(|entries| Value::List(entries.iter().map(|(_, value)| value.clone()).collect()));
        let value = Value::object([("changes", of_changes), ("institutions", of_institutions)]);
        let violations = match Register::from_value(&value) {
            Ok(_) if institutions.is_empty() => return Err(faults),
            Ok(register) => return Ok(RegisterRead { faults, register }),
            Err(violations) => violations,
        };
        faults.extend(violations.iter().map(|violation| told(ledger, &institutions, &changes, violation)));
        let has_changed = violations.iter().filter(|violation| leave_out(violation, &mut institutions, &mut changes)).count() > 0;
        if !has_changed {
            return Err(faults);
        }
        institutions.retain(|(_, value)| *value != Value::Null);
        changes.retain(|(_, value)| *value != Value::Null);
    }
}
/// An institution or a change, with the row that it comes from.
type Entry<'l> = (&'l LedgerRow, Value<'l>);

/// Takes away what a violation is about: a field of an institution; or the institution, by its code; or the change. False if it is about
/// none of them.
fn leave_out<'l>(violation: &Violation, institutions: &mut [Entry<'l>], changes: &mut [Entry<'l>]) -> bool {
    let (list, place, field) = steps(violation);
    let is_change = list == Some("changes");
    let entries = if is_change { changes } else { institutions };
    let Some((_, value)) = place.and_then(|place| entries.get_mut(place)) else { return false };
    match (value, field) {
        (Value::Object(fields), Some(field)) if !is_change && field != "code" => fields.retain(|(known, _)| known != field),
        (value, _) => *value = Value::Null,
    }
    true
}

/// The list of a pointer, the place in it, and the field of what stands there.
fn steps(violation: &Violation) -> (Option<&str>, Option<usize>, Option<&str>) {
    let mut steps = violation.at().split('/').skip(1);
    (steps.next(), steps.next().and_then(|place| place.parse().ok()), steps.next())
}

fn institution<'l>(ledger: &Ledger, row: &'l LedgerRow) -> Value<'l> {
    let fields = ["address", "authority", "code", "name", "type"];
    Value::Object(fields.into_iter().filter_map(|field| Some((field.into(), ledger.value(row, field)?))).collect())
}

/// The changes that the predecessors of institutions make, each with the row that it comes from.
fn changes<'l>(ledger: &'l Ledger, faults: &mut Vec<Fault>) -> Vec<Entry<'l>> {
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
fn told(ledger: &Ledger, institutions: &[Entry<'_>], changes: &[Entry<'_>], violation: &Violation) -> Fault {
    let (list, place, field) = steps(violation);
    let entry = place.and_then(|place| if list == Some("changes") { changes.get(place) } else { institutions.get(place) });
    let row = entry.map(|(row, _)| *row);
    let Some(row) = row else { return violation.clone().into() };
    if list == Some("changes") {
        return ledger.fault(row, if field == Some("on") { "since" } else { "predecessors" }, violation);
    }
    if violation.code() == ViolationCode::DuplicateCode
        && let Some(Param::Named(first)) = violation.params().get("first")
        && let Some(first) = first.as_str().split('/').nth(2).and_then(|place| institutions.get(place.parse::<usize>().ok()?))
    {
        return ledger.repeated(row, violation, first.0);
    }
    ledger.fault(row, field.unwrap_or("code"), violation)
}
