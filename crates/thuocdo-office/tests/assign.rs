//! Plans of self-assessment. Every day here is counted by hand on a calendar of May 2027: the 3rd is a Monday, the 31st the deadline.

use std::io::Cursor;

use thuocdo::{Date, InstitutionType, Lang, LocalScorer, Scorer};
use thuocdo_office::assign::{NoPlan, OWN_PLAN, OwnPlanRequest, OwnPlans, PERSONS, Person, fixed_tasks, own_plans, persons};
use thuocdo_practice::process::Calendar;
use thuocdo_practice::{Register, Registered};
use thuocdo_tables::{Fault, FileFormat, Ledger, LedgerKind, Unmarked, ledger, recognise};

fn scorer() -> LocalScorer {
    LocalScorer::new(Scorer::shipped("moet-4725-2022").expect("it ships"))
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn school(code: &str) -> Registered {
    let name = Some(format!("Trường {code} (ví dụ giả định)"));
    Registered { code: code.to_owned(), kind: Some(InstitutionType::Primary), name, ..Registered::default() }
}

fn planned(request: &OwnPlanRequest) -> Result<OwnPlans, NoPlan> {
    let scorer = scorer();
    let calendar = Calendar::national(scorer.local().framework()).expect("a calendar");
    own_plans(&scorer, &calendar, request, Lang::Vi)
}

/// `1.3 5–7` for a task from the 5th to the 7th of May 2027.
fn days(plans: &OwnPlans) -> Vec<String> {
    let tasks = plans.plans[0].tasks.iter();
    tasks
        .map(|task| {
            assert_eq!((task.from.civil().year(), task.from.civil().month(), task.until.civil().month()), (2027, 5, 5));
            format!("{} {}–{}", task.part(Lang::Vi), task.from.civil().day(), task.until.civil().day())
        })
        .collect()
}

fn who(plans: &OwnPlans, school: usize) -> Vec<String> {
    plans.plans[school].tasks.iter().map(|task| format!("{}: {}", task.part(Lang::Vi), task.persons.join(", "))).collect()
}

fn read(kind: &'static LedgerKind, text: &str) -> Ledger {
    let opened = recognise(Box::new(Cursor::new(text.to_owned().into_bytes())), Some(FileFormat::Csv), Unmarked::Look).expect("a CSV");
    ledger(opened, kind).expect("a ledger")
}

/// Twenty days of work from the 3rd to the 28th, and 29 parts: four conditions and 25 indicators, of which 1.3 has five, 1.4 one, 1.5 two, 1.6 and
/// 1.7 three, 2.3 eight and 2.4 three. Two days to prepare; the share that ends behind `p` parts ends before day 2 + 14·p/29, rounded down; two days
/// to put together, one each to approve and to report.
#[test]
fn days_are_shared_by_the_rule_that_is_written_down() {
    let request = OwnPlanRequest { begin: day("2027-05-03"), schools: vec![school("A")], ..OwnPlanRequest::default() };
    let plans = planned(&request).expect("plans");
    assert_eq!((plans.period.as_str(), plans.deadline), ("2026-2027", day("2027-05-31")));
    let wanted = [
        "Chuẩn bị 3–4",
        // 2 + 14/29 and 2 + 28/29: still the third day of work.
        "1.1 5–5",
        "1.2 5–5",
        // 2 + 98/29 = 5,37…
        "1.3 5–7",
        // 2 + 112/29 = 5,86…
        "1.4 10–10",
        // 2 + 140/29 = 6,82…
        "1.5 10–10",
        // 2 + 182/29 = 8,27…
        "1.6 11–12",
        // 2 + 224/29 = 9,72…
        "1.7 13–13",
        // 2 + 238/29 = 10,20… and 2 + 252/29 = 10,68…
        "2.1 14–14",
        "2.2 17–17",
        // 2 + 364/29 = 14,55…
        "2.3 17–20",
        // 2 + 406/29 = 16.
        "2.4 21–24",
        "Tổng hợp 25–26",
        "Phê duyệt 27–27",
        "Báo cáo 28–28",
    ];
    assert_eq!(days(&plans), wanted);
    // The placeholder 2.x is nobody's task, and without persons nobody is named but for the roles that everybody has.
    assert!(plans.plans[0].tasks.iter().all(|task| task.code.as_deref() != Some("2.x")));
    let named: Vec<String> = who(&plans, 0).into_iter().filter(|who| !who.ends_with(": ")).collect();
    assert_eq!(named, ["Chuẩn bị: Hiệu trưởng", "Tổng hợp: Phụ trách chuyển đổi số", "Phê duyệt: Hiệu trưởng", "Báo cáo: Phụ trách chuyển đổi số"]);
}

#[test]
fn few_days_are_shared_by_several_tasks_and_no_day_is_no_plan() {
    let on = |begin: &str| OwnPlanRequest {
        begin: day(begin),
        period: Some("2026-2027".to_owned()),
        schools: vec![school("A")],
        ..OwnPlanRequest::default()
    };
    // The 28th is a Friday: everything on one day.
    assert!(days(&planned(&on("2027-05-28")).expect("plans")).iter().all(|task| task.ends_with(" 28–28")));
    for begin in ["2027-05-29", "2027-05-31", "2027-06-10"] {
        assert_eq!(planned(&on(begin)), Err(NoPlan::NoDays { deadline: day("2027-05-31") }), "{begin}");
    }
    let none = OwnPlanRequest { period: Some("hè".to_owned()), ..on("2027-05-03") };
    assert_eq!(planned(&none), Err(NoPlan::NoDeadline { period: "hè".to_owned() }));
}

#[test]
fn persons_do_what_they_name_and_share_the_rest() {
    let text = "Họ tên;Chức vụ;Mục;Mã trường\n\
        Nguyễn Văn An;Tổ trưởng;1.3, Tổng hợp;A\n\
        Trần Bình;;;A\n\
        Lê Chi;;;A\n\
        Phạm Dung;Văn thư;2;A\n\
        Đỗ Em;;;B\n";
    let register = Register::from_json(br#"{"institutions":[{"code":"A"},{"code":"B"}]}"#).expect("a register");
    let people = persons(&read(&PERSONS, text), scorer().local().framework(), Some(&register)).expect("persons");
    assert_eq!(
        people[0],
        Person {
            name: "Nguyễn Văn An (Tổ trưởng)".to_owned(), parts: vec!["1.3".to_owned(), "Tổng hợp".to_owned()], school: Some("A".to_owned())
        }
    );
    let request = OwnPlanRequest { begin: day("2027-05-03"), persons: people, schools: vec![school("A"), school("B")], ..OwnPlanRequest::default() };
    let plans = planned(&request).expect("plans");
    let wanted = [
        "Chuẩn bị: Hiệu trưởng",
        "1.1: Trần Bình",
        "1.2: Lê Chi",
        "1.3: Nguyễn Văn An (Tổ trưởng)",
        "1.4: Trần Bình",
        "1.5: Lê Chi",
        "1.6: Trần Bình",
        "1.7: Lê Chi",
        "2.1: Phạm Dung (Văn thư)",
        "2.2: Phạm Dung (Văn thư)",
        "2.3: Phạm Dung (Văn thư)",
        "2.4: Phạm Dung (Văn thư)",
        "Tổng hợp: Nguyễn Văn An (Tổ trưởng)",
        "Phê duyệt: Hiệu trưởng",
        "Báo cáo: Phụ trách chuyển đổi số",
    ];
    assert_eq!(who(&plans, 0), wanted);
    assert!(who(&plans, 1)[1..12].iter().all(|who| who.ends_with(": Đỗ Em")));
}

#[test]
fn a_part_that_nobody_knows_is_refused_with_its_cell() {
    let lines = |faults: Vec<Fault>| faults.iter().map(|fault| fault.line(Lang::Vi)).collect::<Vec<_>>().join("\n");
    let framework = scorer().local().framework().clone();
    let register = Register::from_json(br#"{"institutions":[{"code":"A"}]}"#).expect("a register");
    let told = lines(persons(&read(&PERSONS, "Họ tên;Mục;Mã trường\nAn;1.9;A\nBình;1.3;Z\n"), &framework, Some(&register)).expect_err("refused"));
    assert!(told.contains("B2") && told.contains("1.9") && told.contains("C3"), "{told}");
    let plan = "Bước, mục;Người thực hiện;Từ ngày;Đến ngày;Giữ nguyên\n9.9;;3/5/2027;4/5/2027;x\n1.3;;30/2/2027;4/5/2027;x\n1.4;;5/5/2027;4/5/2027;x\n1.5;;;;\n";
    let told = lines(fixed_tasks(&read(&OWN_PLAN, plan), &framework).expect_err("refused"));
    assert!(told.contains("A2") && told.contains("30/2/2027") && told.contains("D4") && told.contains("sớm hơn"), "{told}");
}

/// What a person changed and marked in the workbook stays; every other task is as before.
#[test]
fn a_row_with_an_x_stays() {
    let framework = scorer().local().framework().clone();
    let text = "Bước, mục;Người thực hiện;Từ ngày;Đến ngày;Giữ nguyên\n1,4;Lê Chi; 12/5/2027;13/5/2027;x\nPhê duyệt;Phó Hiệu trưởng;27/5/2027;28/5/2027;x\n1.5;Ai đó;3/5/2027;3/5/2027;\n";
    let fixed = fixed_tasks(&read(&OWN_PLAN, text), &framework).expect("tasks");
    let request = OwnPlanRequest { begin: day("2027-05-03"), fixed, schools: vec![school("A")], ..OwnPlanRequest::default() };
    let plans = planned(&request).expect("plans");
    let (days, who) = (days(&plans), who(&plans, 0));
    assert_eq!((days[4].as_str(), days[5].as_str(), days[13].as_str()), ("1.4 12–13", "1.5 10–10", "Phê duyệt 27–28"));
    assert_eq!((who[4].as_str(), who[5].as_str(), who[13].as_str()), ("1.4: Lê Chi", "1.5: ", "Phê duyệt: Phó Hiệu trưởng"));
    assert_eq!(plans.plans[0].tasks.iter().filter(|task| task.fixed).count(), 2);
}

#[test]
fn the_workbook_is_read_back_as_it_was_written() {
    let request = OwnPlanRequest { begin: day("2027-05-03"), schools: vec![school("A")], ..OwnPlanRequest::default() };
    let plans = planned(&request).expect("plans");
    for lang in Lang::ALL {
        let bytes = plans.workbook(&plans.plans[0], lang).expect("a workbook");
        let opened = recognise(Box::new(Cursor::new(bytes)), Some(FileFormat::Workbook), Unmarked::Look).expect("a workbook");
        let ledger = ledger(opened, &OWN_PLAN).expect("a plan");
        let parts: Vec<String> = ledger.rows.iter().map(|row| ledger.shown(row, "part")).collect();
        assert_eq!(parts, plans.plans[0].tasks.iter().map(|task| task.part(lang)).collect::<Vec<_>>());
        // Nothing is marked, so nothing is fixed.
        assert!(fixed_tasks(&ledger, scorer().local().framework()).expect("tasks").is_empty());
    }
}
