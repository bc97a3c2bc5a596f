//! Random attempts on the worked schema: anybody tries anything, more often than not something that may be done.

/// Random numbers, the same for the same seed (splitmix64).
pub(super) struct Random(pub(super) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// Whether something happens that does in so many of a hundred times.
    pub(super) fn percent(&mut self, n: u64) -> bool {
        self.below(100) < n
    }

    pub(super) fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        let n = self.below(list.len() as u64);
        list[usize::try_from(n).unwrap_or_default()]
    }
}

/// The schools, and who manages each.
const SCHOOLS: [(&str, &str); 5] = [
    ("VD-2001", "authority_sao_bien"),
    ("VD-2002", "authority_sao_bien"),
    ("VD-2003", "authority_doi_thong"),
    ("VD-2004", "authority_so_a"),
    ("VD-2005", "authority_so_b"),
];

/// Everyone who comes to the database.
pub(super) const ROLES: [&str; 15] = [
    "school_vd_2001",
    "head_vd_2001",
    "school_vd_2002",
    "head_vd_2002",
    "school_vd_2003",
    "head_vd_2003",
    "school_vd_2004",
    "head_vd_2004",
    "school_vd_2005",
    "head_vd_2005",
    "authority_sao_bien",
    "authority_doi_thong",
    "authority_so_a",
    "authority_so_b",
    "sector_public",
];

/// What may be done in which state, and in which part: not to judge by, only to get somewhere.
const SENSIBLE: [(&str, &str, &str); 12] = [
    ("", "plan", "school"),
    ("planned", "self_assess", "school"),
    ("planned", "withdraw", "authority"),
    ("self_assessed", "approve", "head"),
    ("self_assessed", "withdraw", "authority"),
    ("approved", "report", "head"),
    ("returned", "report", "school"),
    ("reported", "return", "authority"),
    ("reported", "externally_assess", "authority"),
    ("externally_assessed", "recognise", "authority"),
    ("recognised", "publish", "authority"),
    ("published", "withdraw", "authority"),
];

/// The indicators of the national framework; each takes at least three points.
const INDICATORS: [&str; 26] = [
    "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.4.1", "1.5.1", "1.5.2", "1.6.1", "1.6.2", "1.6.3", "1.7.1", "1.7.2", "1.7.3", "2.3.1", "2.3.2",
    "2.3.3", "2.3.4", "2.3.5", "2.3.6", "2.3.7", "2.3.8", "2.4.1", "2.4.2", "2.4.3", "2.x.1",
];
const ACTS: [&str; 10] =
    ["plan", "self_assess", "approve", "report", "return", "externally_assess", "recognise", "publish", "withdraw", "no such act"];
const RELATIONS: [&str; 14] = [
    "authorities",
    "institutions",
    "actors",
    "cases",
    "assessments",
    "events",
    "withheld",
    "recognised_levels",
    "history",
    "answers",
    "evidence",
    "computed_levels",
    "published_levels",
    "published_counts",
];
/// Columns that nobody writes by hand.
const COLUMNS: [&str; 5] = ["note", "state", "assessment", "certificate", "levels"];
const PERIODS: [&str; 5] = ["2023-2024", "2024-2025", "2024-2025", "2023–2024", "2024"];
const DAYS: [&str; 5] = ["'2024-06-18'", "'1999-01-01'", "'infinity'", "sector.today() + 1", "current_date"];
const NOTES: [&str; 4] = ["null", "'mức 1'", "'mức 2'", "'mức 3'"];
const SETTINGS: [&str; 4] =
    ["set local timezone = '<X>-167'", "set local timezone = '<X>+167'", "set local datestyle = 'German'", "set local thuocdo.lang = 'en'"];

/// A statement of somebody; `%content` and `%note` in it stand for what is written.
pub(super) struct Attempt {
    pub(super) role: String,
    pub(super) settings: &'static str,
    pub(super) statement: String,
}

impl Attempt {
    /// Any attempt, half of them on one case. `states` has each case and its state, a line each: `VD-2001/2023-2024|published`.
    pub(super) fn any(random: &mut Random, states: &str, most: &str) -> Attempt {
        let cases: Vec<(&str, &str)> = states.lines().filter_map(|line| line.split_once('|')).collect();
        let any = random.one_of(&cases);
        let (case, state) = cases.into_iter().find(|(case, _)| *case == most).filter(|_| random.percent(50)).unwrap_or(any);
        let settings = if random.percent(30) { random.one_of(&SETTINGS) } else { "" };
        let (role, statement) = match random.below(100) {
            0..35 => sensible(random, case, state),
            35..55 => (somebody(random, case), event(random, case)),
            55..75 => write(random, case, state),
            75..82 => open(random),
            _ => (somebody(random, case), read(random, case)),
        };
        Attempt { role, settings, statement }
    }

    /// The statement with an assessment and a note in it.
    pub(super) fn filled(&self, random: &mut Random) -> String {
        let (content, note) = (content(random), random.one_of(&NOTES));
        self.statement.replace("%content", &content).replace("%note", note)
    }

    /// The call that tries a statement of this attempt; the function is in `examples/postgres/tests/walk.sql`.
    pub(super) fn tried(&self, statement: &str) -> String {
        format!("select walk.tried('{}', $walk${}$walk$, $walk${statement}$walk$)", self.role, self.settings)
    }
}

fn anyone(random: &mut Random) -> String {
    random.one_of(&ROLES).to_owned()
}

/// Mostly somebody of a case.
fn somebody(random: &mut Random, case: &str) -> String {
    if random.percent(30) { anyone(random) } else { actor(case, random.one_of(&["school", "head", "authority"])) }
}

/// Who acts in a part for the school of a case.
fn actor(case: &str, part: &str) -> String {
    let school = case.split('/').next().unwrap_or_default();
    match SCHOOLS.iter().find(|(code, _)| part == "authority" && *code == school) {
        Some((_, authority)) => (*authority).to_owned(),
        None => format!("{part}_{}", school.to_lowercase().replace('-', "_")),
    }
}

/// A next act by one who may do it.
fn sensible(random: &mut Random, case: &str, state: &str) -> (String, String) {
    let next: Vec<_> = SENSIBLE.iter().filter(|(from, ..)| *from == state).collect();
    if next.is_empty() {
        return (anyone(random), event(random, case));
    }
    let (_, act, part) = *random.one_of(&next);
    (actor(case, part), format!("insert into sector.events (case_id, act, note) values ('{case}', '{act}', %note)"))
}

/// Any act on any day.
fn event(random: &mut Random, case: &str) -> String {
    let (act, day) = (random.one_of(&ACTS), random.one_of(&DAYS));
    format!("insert into sector.events (case_id, act, day, note) values ('{case}', '{act}', {day}, %note) returning state")
}

/// An assessment written in one of several ways, mostly by one who may.
fn write(random: &mut Random, case: &str, state: &str) -> (String, String) {
    let (stream, part) = if state == "reported" && random.percent(70) {
        ("external", "authority")
    } else {
        random.one_of(&[("self", "school"), ("external", "authority")])
    };
    let role = if random.percent(80) { actor(case, part) } else { anyone(random) };
    let insert = format!("insert into sector.assessments (case_id, stream, document) values ('{case}', '{stream}', %content)");
    let statement = match random.below(6) {
        0 => insert,
        1 => format!("{insert} on conflict do nothing"),
        2 => {
            format!("update sector.assessments set document = document || %content where case_id = '{case}' and stream = '{stream}' returning levels")
        }
        3 => format!(
            "merge into sector.assessments a using (values ('{case}', '{stream}')) as v (case_id, stream) on a.case_id = v.case_id and a.stream = v.stream \
             when matched then update set document = %content when not matched then insert (case_id, stream, document) values (v.case_id, v.stream, %content)"
        ),
        _ => format!("{insert} on conflict (case_id, stream) do update set document = excluded.document"),
    };
    (role, statement)
}

/// A new case, of one's own or not.
fn open(random: &mut Random) -> (String, String) {
    let ((school, _), period) = (random.one_of(&SCHOOLS), random.one_of(&PERIODS));
    let part = random.one_of(&["school", "head", "authority"]);
    let role = if random.percent(70) { actor(school, part) } else { anyone(random) };
    let framework = random.one_of(&["", ", 'moet-4725-2022'", ", 'no-such'"]);
    let columns = if framework.is_empty() { "" } else { ", framework" };
    (role, format!("insert into sector.cases (institution, period{columns}) values ('{school}', '{period}'{framework}) returning id"))
}

/// A question: rows, a count, what the core says, or an error that depends on rows.
fn read(random: &mut Random, case: &str) -> String {
    let relation = random.one_of(&RELATIONS);
    match random.below(8) {
        0 => format!("select count(*) from sector.{relation}"),
        1 => format!("select json_agg(r order by r::text) from sector.{relation} as r"),
        2 => format!("select sector.case_of('{case}')"),
        3 => format!("select thuocdo_ask('process', jsonb_build_object('case', sector.case_of('{case}'), 'as_of', '2024-06-30'))"),
        4 => format!("select thuocdo_ask('certify', jsonb_build_object('case', sector.case_of('{case}')))"),
        5 => "select thuocdo_cohort(document order by case_id, stream) from sector.assessments".to_owned(),
        6 => format!("select count(*) from sector.assessments where 1 / (length(document::text) - {}) = 0", random.below(900)),
        _ => format!("update sector.{relation} set {} = null", random.one_of(&COLUMNS)),
    }
}

/// An assessment: whole or a draft, now and then with a fault, or said to be another's.
fn content(random: &mut Random) -> String {
    let is_whole = random.percent(60);
    let mut conditions = Vec::new();
    for code in ["1.1", "1.2", "2.1", "2.2"] {
        if is_whole || random.percent(50) {
            conditions.push(format!("\"{code}\": {}", is_whole || random.percent(50)));
        }
    }
    let mut answers = Vec::new();
    for code in INDICATORS {
        if is_whole || random.percent(20) {
            answers.push(format!("\"{code}\": {}", random.below(4)));
        }
    }
    let fault = match random.below(9) {
        0 => ", \"institution\": { \"code\": \"SECRET\" }",
        1 => ", \"period\": \"1999\"",
        2 => ", \"stream\": \"external\"",
        3 => ", \"framework\": \"no-such\"",
        4 => ", \"x\": 1",
        _ => "",
    };
    format!("'{{ \"conditions\": {{ {} }}, \"answers\": {{ {} }}{fault} }}'", conditions.join(", "), answers.join(", "))
}
