//! Sheets of events: what was done with which institution on which day.

use thuocdo::json::Value;
use thuocdo::{Date, Lang, Term, Violation};
use thuocdo_practice::process::{Act, Case, Event, Role};
use thuocdo_tables::{AboutColumn, Fault, Ledger, LedgerCell, LedgerColumn, LedgerKind, LedgerRow, LedgerWord};

use super::content::{Place, SheetEvent};
use crate::words::Say;

/// The events of a case.
pub(super) fn of_case(case: &Case, at: &Place) -> Vec<SheetEvent> {
    let event = |event: &Event| SheetEvent {
        act: event.act,
        at: at.clone(),
        body: Some(event.body.clone()),
        cell: None,
        code: case.institution.code.clone(),
        name: event.name.clone(),
        note: event.note.clone(),
        on: event.on,
        period: Some(case.period.clone()),
        role: Some(event.role),
    };
    case.events.iter().map(event).collect()
}

/// An act as a word of a cell, with further spellings.
const fn act(act: Act, others: &'static [&'static str]) -> LedgerWord {
    LedgerWord { word: act.as_str(), names: [act.name(Lang::Vi), act.name(Lang::En)], others }
}

const fn role(role: Role, others: &'static [&'static str]) -> LedgerWord {
    LedgerWord { word: role.as_str(), names: [role.name(Lang::Vi), role.name(Lang::En)], others }
}

static ACTS: [LedgerWord; 9] = [
    act(Act::Plan, &["kế hoạch", "xây dựng kế hoạch", "lập kế hoạch tự đánh giá", "lập kế hoạch đánh giá"]),
    act(Act::SelfAssess, &["tự chấm điểm", "tđg", "hoàn thành tự đánh giá", "self-assessment"]),
    act(Act::Approve, &["phê duyệt", "duyệt", "phê duyệt kết quả", "thủ trưởng phê duyệt", "hiệu trưởng phê duyệt", "approval"]),
    act(Act::Report, &["báo cáo", "nộp báo cáo", "gửi báo cáo", "báo cáo kết quả", "nộp phiếu"]),
    act(Act::Return, &["trả lại", "trả lại bổ sung", "yêu cầu bổ sung"]),
    act(Act::ExternallyAssess, &["đgn", "đã đánh giá ngoài", "external assessment"]),
    act(Act::Recognise, &["công nhận", "công nhận kết quả", "công nhận mức độ chuyển đổi số", "recognize", "recognition"]),
    act(Act::Publish, &["công bố", "công khai", "công khai kết quả", "publication"]),
    act(Act::Withdraw, &["rút", "rút hồ sơ", "thu hồi", "thu hồi kết quả"]),
];

static ROLES: [LedgerWord; 3] = [
    role(Role::Institution, &["nhà trường", "trường", "cơ sở"]),
    role(Role::Head, &["thủ trưởng", "hiệu trưởng", "giám đốc trung tâm", "head"]),
    role(Role::Authority, &["cơ quan quản lý giáo dục", "cơ quan chủ quản", "sở", "ubnd", "authority"]),
];

const fn day_of(act: Act, headings: &'static [&'static str]) -> LedgerColumn {
    LedgerColumn { field: act.as_str(), headings, takes: LedgerCell::Day }
}

/// The acts that may have a column of days of their own.
const OF_COLUMNS: [Act; 9] =
    [Act::Plan, Act::SelfAssess, Act::Approve, Act::Report, Act::Return, Act::ExternallyAssess, Act::Recognise, Act::Publish, Act::Withdraw];

/// The columns of a sheet of events. Either a row is an event, with its act and its day; or a row is an institution, with a column of days for
/// each act.
pub static EVENTS: LedgerKind = LedgerKind {
    columns: &[
        LedgerColumn { field: "code", headings: &["mã", "mã số", "mã csdl ngành"], takes: LedgerCell::About(AboutColumn::Code) },
        LedgerColumn {
            field: "act",
            headings: &["việc", "việc đã làm", "nội dung", "nội dung công việc", "công việc", "bước", "sự kiện", "event", "what was done"],
            takes: LedgerCell::Words(&ACTS),
        },
        LedgerColumn {
            field: "on",
            headings: &[
                "ngày",
                "ngày thực hiện",
                "ngày, tháng, năm",
                "ngày/tháng/năm",
                "thời gian",
                "day",
                "date",
                "ngày đánh giá",
                "ngày chấm",
                "assessment date",
            ],
            takes: LedgerCell::Day,
        },
        // Alone it may be the day of either assessment.
        LedgerColumn { field: "assessed_on", headings: &["ngày đánh giá", "ngày chấm", "assessment date"], takes: LedgerCell::Day },
        LedgerColumn {
            field: "body",
            headings: &["đơn vị thực hiện", "cơ quan thực hiện", "nơi thực hiện", "cơ quan", "đơn vị", "cơ quan, đơn vị"],
            takes: LedgerCell::Text,
        },
        LedgerColumn { field: "role", headings: &["vai trò"], takes: LedgerCell::Words(&ROLES) },
        LedgerColumn { field: "signed_by", headings: &["người ký", "người thực hiện"], takes: LedgerCell::Text },
        LedgerColumn { field: "note", headings: &["ghi chú", "lý do", "lí do"], takes: LedgerCell::Text },
        day_of(Act::Plan, &["ngày lập kế hoạch", "lập kế hoạch"]),
        day_of(Act::SelfAssess, &["ngày tự đánh giá", "tự đánh giá", "ngày tự chấm", "ngày tự chấm điểm", "ngày hoàn thành tự đánh giá"]),
        day_of(Act::Approve, &["ngày phê duyệt", "phê duyệt", "ngày thủ trưởng phê duyệt"]),
        day_of(Act::Report, &["ngày báo cáo", "báo cáo", "ngày nộp báo cáo", "ngày nộp phiếu"]),
        day_of(Act::Return, &["ngày trả lại", "trả lại"]),
        day_of(Act::ExternallyAssess, &["ngày đánh giá ngoài", "đánh giá ngoài"]),
        day_of(Act::Recognise, &["ngày công nhận", "công nhận"]),
        day_of(Act::Publish, &["ngày công bố", "công bố"]),
        day_of(Act::Withdraw, &["ngày rút", "ngày thu hồi"]),
    ],
    is_header: |fields| {
        let has = |field: &str| fields.contains(&field);
        has("code") && ((has("act") && has("on")) || has("assessed_on") || OF_COLUMNS.iter().any(|act| has(act.as_str())))
    },
    key: "code",
    wanted: ["“mã”, “việc” và “ngày”", "\"code\", \"act\" and \"on\""],
};

/// Whether a row of a ledger is an event, and not an institution.
pub(super) fn is_of_acts(ledger: &Ledger) -> bool {
    ledger.has("act") && ledger.has("on")
}

/// The events of a ledger, and every fault of it.
pub(super) fn events(ledger: &Ledger, file: &str) -> (Vec<SheetEvent>, Vec<Fault>) {
    let mut faults = ledger.faults.clone();
    let mut events = Vec::new();
    if ledger.has("on") && !ledger.has("act") {
        faults.push(ledger.column_fault("on", &Violation::missing_field("/act", "act"), &Say::DayOfNoAct.both(&[])));
    }
    for row in &ledger.rows {
        let before = faults.len();
        let code = code(ledger, row, &mut faults);
        let role = word(ledger, row, "role", &mut faults).and_then(|word| word.parse().ok());
        let text = |field: &str| Some(ledger.shown(row, field)).filter(|text| !text.is_empty());
        let event = |act: Act, on: Date, field: &str| SheetEvent {
            act,
            at: Place { file: file.to_owned(), line: Some(row.line), sheet: ledger.sheet.clone() },
            body: text("body"),
            cell: Some(ledger.cell(row, field)),
            code: code.clone().unwrap_or_default(),
            name: text("signed_by"),
            note: text("note"),
            on,
            period: None,
            role,
        };
        let mut found = Vec::new();
        if is_of_acts(ledger) {
            let act = required(ledger, row, "act", &mut faults).then(|| word(ledger, row, "act", &mut faults)).flatten();
            let on = required(ledger, row, "on", &mut faults).then(|| day(ledger, row, "on", &mut faults)).flatten();
            found.extend(act.and_then(|act| act.parse().ok()).zip(on).map(|(act, on)| event(act, on, "on")));
        }
        for act in OF_COLUMNS {
            if ledger.value(row, act.as_str()).is_some() {
                found.extend(day(ledger, row, act.as_str(), &mut faults).map(|on| event(act, on, act.as_str())));
            }
        }
        if faults.len() == before {
            events.append(&mut found);
        }
    }
    (events, faults)
}

fn required(ledger: &Ledger, row: &LedgerRow, field: &'static str, faults: &mut Vec<Fault>) -> bool {
    let is_there = ledger.value(row, field).is_some();
    if !is_there {
        faults.push(ledger.fault(row, field, &Violation::missing_field(format!("/{field}"), field)));
    }
    is_there
}

fn code(ledger: &Ledger, row: &LedgerRow, faults: &mut Vec<Fault>) -> Option<String> {
    if !required(ledger, row, "code", faults) {
        return None;
    }
    if let Some(Value::Text(code)) = ledger.value(row, "code") {
        return Some(code.into_owned());
    }
    faults.push(ledger.fault(row, "code", &Violation::wrong_type("/code", Term::List, Term::String)));
    None
}

/// A word of a column of words; one that is none of them is a fault.
fn word(ledger: &Ledger, row: &LedgerRow, field: &'static str, faults: &mut Vec<Fault>) -> Option<String> {
    let value = ledger.value(row, field)?;
    let words = ledger.words(field);
    match value {
        Value::Text(text) if words.contains(&text.as_ref()) => Some(text.into_owned()),
        _ => {
            faults.push(ledger.fault(row, field, &Violation::unknown_value(format!("/{field}"), ledger.shown(row, field), words)));
            None
        }
    }
}

fn day(ledger: &Ledger, row: &LedgerRow, field: &'static str, faults: &mut Vec<Fault>) -> Option<Date> {
    let value = ledger.value(row, field)?;
    let day = match &value {
        Value::Text(text) => text.parse().ok(),
        _ => None,
    };
    if day.is_none() {
        faults.push(ledger.fault(row, field, &Violation::invalid_date(format!("/{field}"), ledger.shown(row, field), Term::DateForm)));
    }
    day
}
