//! The functions of MariaDB, in a server of Debian that the test starts: the corpus, what a table does with them, faults, load, and the README.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::c::hex;
use crate::run::{Steps, path_text, ran, root, target};
use crate::sql::{Engine, Told};
use crate::{debian, rust};

const README: &str = "bindings/mariadb/README.md";
const INSTALL: &str = "bindings/mariadb/install.sql";
const LIBRARY: &str = "libthuocdo_mariadb.so";
/// Statements that a test sends are at most so long.
const PACKET: &str = "--max-allowed-packet=64M";

/// Everything of the functions.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    let tools = [("/usr/sbin/mariadbd", "mariadb-server"), ("mariadb-install-db", "mariadb-server"), ("mariadb", "mariadb-client")];
    if !debian::wanted(steps, "MariaDB", &tools) {
        return Ok(());
    }
    rust::build(steps)?;
    let mut server = None;
    steps.run_own("a server of MariaDB starts, and install.sql adds the functions", || {
        server = Some(Server::start()?);
        Ok(())
    })?;
    let server = server.ok_or("no server")?;
    let told = |script: &str| server.told(script);
    // Bytes as they are. An error has room for 512 bytes.
    let literal = |bytes: &[u8]| format!("x'{}'", hex(bytes));
    let engine = Engine { told: &told, literal, hex: "hex(concat($c, ''))", between: '\t', room: Some(512) };
    steps.run_own("the corpus through MariaDB's functions", || engine.corpus())?;
    steps.run_own("tables, NULL, charsets and what is refused", || engine.table(TABLE))?;
    steps.run_own("eight connections at once, with bad rows among the good", || load(&server))?;
    steps.run_own("KILL QUERY ends a statement at once, and no other", || kill(&server))?;
    steps.run_own("the README of the functions prints what it shows", || engine.page(README, "CREATE DATABASE readme;\nUSE readme;\n"))
}

/// A server in a folder of its own, without a network; it ends with this value.
struct Server {
    child: Child,
    folder: PathBuf,
}

impl Server {
    fn start() -> Result<Server, String> {
        let folder = target().join("mariadb");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let plugins = folder.join("plugins");
        fs::create_dir_all(&plugins).map_err(|error| format!("{}: {error}", plugins.display()))?;
        let built = target().join("debug").join(LIBRARY);
        fs::copy(&built, plugins.join(LIBRARY)).map_err(|error| format!("{}: {error}", built.display()))?;
        let of = |option: &str, name: &str| format!("--{option}={}", path_text(&folder.join(name)));
        // Root must say that it means it; everybody else is itself.
        let user = crate::run::is_root().then_some("--user=root");
        let mut install = Command::new("mariadb-install-db");
        install.args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", &of("datadir", "data")]).args(user);
        ran(&mut install)?;
        let log = fs::File::create(folder.join("log")).map_err(|error| error.to_string())?;
        let mut command = Command::new("/usr/sbin/mariadbd");
        command.args(["--no-defaults", "--skip-networking", "--innodb-flush-log-at-trx-commit=0", PACKET]);
        command.args([of("datadir", "data"), of("socket", "socket"), of("pid-file", "pid"), of("plugin-dir", "plugins")]).args(user);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().map_err(|error| format!("mariadbd: {error}"))?;
        let server = Server { child, folder };
        let begun = Instant::now();
        while server.told("SELECT 1;").is_err() {
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(format!("mariadbd does not start; its log is {}", server.folder.join("log").display()));
            }
            thread::sleep(Duration::from_millis(200));
        }
        let install = fs::read_to_string(root().join(INSTALL)).map_err(|error| error.to_string())?;
        let Told { errors, .. } = server.told(&format!("CREATE DATABASE demo;\n{install}"))?;
        if errors.is_empty() { Ok(server) } else { Err(format!("{errors:?}")) }
    }

    fn client(&self) -> Command {
        let mut command = Command::new("mariadb");
        let socket = format!("--socket={}", path_text(&self.folder.join("socket")));
        command.args([
            "--no-defaults",
            "--batch",
            "--raw",
            "--skip-column-names",
            "--force",
            "--default-character-set=utf8mb4",
            "--user=root",
            PACKET,
        ]);
        command.arg(socket);
        command
    }

    /// Runs a script whose statements stand on a line each.
    fn told(&self, script: &str) -> Result<Told, String> {
        self.told_in(script, "script")
    }

    /// As [`Server::told`], by a file of this name.
    fn told_in(&self, script: &str, name: &str) -> Result<Told, String> {
        let file = self.folder.join(name).with_extension("sql");
        let failed = |error: std::io::Error| format!("{}: {error}", file.display());
        fs::write(&file, script).map_err(failed)?;
        let input = fs::File::open(&file).map_err(failed)?;
        let output = self.client().stdin(input).output().map_err(failed)?;
        let errors = String::from_utf8_lossy(&output.stderr);
        // The client repeats a statement that failed between two such lines.
        let own = errors.split("--------------\n").step_by(2).flat_map(str::lines).filter(|line| !line.is_empty());
        Told::of(output.stdout, own, |line| line.strip_prefix("ERROR ")?.split_once(" at line ")?.1.split_once(": "))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Statements and what they print, worked out by hand; a line that begins with `!` is how the statement is refused.
const TABLE: &[(&str, &str)] = &[
    ("select thuocdo_score(null) is null, thuocdo_score('{}', null) is null, thuocdo_level(null, 75) is null;", "1\t1\t1"),
    ("select thuocdo_level('1', 75), thuocdo_level('1', 75.01), thuocdo_level(2, '49.99'), thuocdo_level('2', 50);", "2\t3\t1\t2"),
    ("select thuocdo_level('1', 74.9 + 0.1), thuocdo_level('1', 75.01e0), thuocdo_level('1', cast(75.01 as double));", "2\t3\t3"),
    ("select thuocdo_level('1', 75.005);", "!toàn bộ nội dung: “75.005” có quá hai chữ số thập phân"),
    ("select thuocdo_score();", "!Can't initialize function 'thuocdo_score'; thuocdo_score() takes 1 to 3 arguments, and has 0"),
    ("select thuocdo_cohort();", "!Can't initialize function 'thuocdo_cohort'; thuocdo_cohort() takes 1 to 3 arguments, and has 0"),
    ("select thuocdo_score(x'ff');", "!"),
    ("select thuocdo_valid('{\"conditions\":{},\"answers\":{}}'), thuocdo_valid('{'), thuocdo_valid(x'7b');", "1\t0\t0"),
    ("select thuocdo_valid(concat(repeat(' ', 1048576), '{}')), thuocdo_valid(repeat('[', 1000000)), thuocdo_valid('');", "0\t0\t0"),
    ("select json_value(thuocdo_check(concat(repeat(' ', 1048576), '{}')), '$.violations[0].code');", "too_large"),
    ("use demo;", ""),
    ("create table schools (code varchar(20) primary key, doc longtext character set utf8mb4 not null);", ""),
    (
        "insert into schools values ('A', '{\"conditions\":{},\"answers\":{\"1.3.1\":6}}'), ('B', '{\"conditions\":{},\"answers\":{\"1.3.1\":4.5}}');",
        "",
    ),
    (
        "select code, json_value(thuocdo_levels(doc), '$.groups[0].score.low'), thuocdo_eligible(doc) from schools order by code;",
        "A\t6\t0\nB\t4.5\t0",
    ),
    ("select json_value(thuocdo_cohort(doc), '$.count'), json_value(thuocdo_cohort(doc, 'moet-4725-2022'), '$.count') from schools;", "2\t2"),
    ("select json_value(thuocdo_ask_many('cohort', '{}', 'scorecards', doc), '$.count') from schools;", "2"),
    ("select code, json_value(thuocdo_cohort(doc), '$.count') from schools group by code order by code;", "A\t1\nB\t1"),
    // In MariaDB 10.11 `is null` of such an aggregate is never true.
    (
        "select coalesce(thuocdo_cohort(doc), 'none'), coalesce(thuocdo_ask_many('cohort', '{}', 'scorecards', doc), 'none') from schools where 0;",
        "none\tnone",
    ),
    ("select thuocdo_cohort(doc) from (select '{\"conditions\":{},\"answers\":{\"9\":1}}' as doc) as bad;", "!"),
    ("select thuocdo_ask_many('nothing', '{}', 'scorecards', doc, 'moet-4725-2022', 'en') from schools;", "!"),
    // A bad row ends the statement, and nothing of it stays.
    ("insert into schools select 'C', thuocdo_score('{') union all select 'D', '{}';", "!"),
    (
        "update schools set doc = thuocdo_score('{\"conditions\":{},\"answers\":{\"1.3.1\":7}}') where code = 'A';",
        "!mục 1.3.1: 7 điểm nằm ngoài khoảng từ 0 đến 6 (points_out_of_range)",
    ),
    ("select count(*), sum(doc like '{\"conditions\"%') from schools;", "2\t2"),
    (
        "select thuocdo_digest() = thuocdo_digest(thuocdo_framework()), thuocdo_digest(concat('[', thuocdo_framework(), ']')) = thuocdo_digest();",
        "1\t1",
    ),
    (
        "select json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}', '{\"1\":2}')), json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}'));",
        "1\t1",
    ),
    // What is no UTF-8 is told so; what is Latin 1 must be converted, and says what it means then.
    ("create table old (doc longtext character set latin1);", ""),
    ("insert into old values ('{\"institution\":{\"code\":\"A\",\"name\":\"École\"},\"conditions\":{},\"answers\":{}}');", ""),
    ("select thuocdo_valid(doc), thuocdo_valid(convert(doc using utf8mb4)) from old;", "0\t1"),
    ("select json_value(convert(thuocdo_score(convert(doc using utf8mb4)) using utf8mb4), '$.institution.name') from old;", "École"),
    // Neither a generated column nor a check may call such a function: a trigger does.
    ("create table refused (doc longtext, valid int generated always as (thuocdo_valid(doc)) stored);", "!Function or expression"),
    ("create table refused (doc longtext check (thuocdo_valid(doc)));", "!Function or expression"),
    ("prepare ask from 'select thuocdo_level(?, ?)';", ""),
    ("set @group = '1', @points = 75.01;", ""),
    ("execute ask using @group, @points;", "3"),
    ("execute ask using @group, @group;", "1"),
];

/// Eight connections ask good and bad by turns; each gets its own answers.
fn load(server: &Server) -> Result<(), String> {
    let mut script = String::new();
    for round in 0..300 {
        let points = round % 8;
        let wanted = if points <= 6 { format!("{points}") } else { "!".to_owned() };
        writeln!(
            script,
            "select '{wanted}', json_value(thuocdo_levels('{{\"conditions\":{{}},\"answers\":{{\"1.3.1\":{points}}}}}'), '$.groups[0].score.low');"
        )
        .map_err(|error| error.to_string())?;
    }
    let (script, folder) = (&script, &server.folder);
    let told: Vec<Result<Told, String>> = thread::scope(|scope| {
        let clients: Vec<_> = (0..8).map(|number| scope.spawn(move || server.told_in(script, &format!("load-{number}")))).collect();
        clients.into_iter().map(|client| client.join().unwrap_or_else(|_| Err("a client panicked".to_owned()))).collect()
    });
    for told in told {
        let Told { printed, errors } = told?;
        let is_right = |line: &str| line.split_once('\t').is_some_and(|(wanted, found)| wanted == found);
        // Of each eight one is refused, and 300 are 37 eights and four more.
        if errors.len() != 37 || printed.lines().count() != 263 || !printed.lines().all(is_right) {
            return Err(format!("{} errors, {} answers; see {}", errors.len(), printed.lines().count(), folder.display()));
        }
    }
    Ok(())
}

/// A statement that would run for hours is killed.
fn kill(server: &Server) -> Result<(), String> {
    let busy = "select sum(thuocdo_valid(concat('{\"conditions\":{},\"answers\":{},\"period\":\"', seq, '\"}'))) as busy_statement from demo.seq_0_to_1000000000";
    let mut child = server.client().args(["-e", busy]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let find = "select id from information_schema.processlist where info like '%busy_statement%' and id <> connection_id();";
    let begun = Instant::now();
    let id = loop {
        let id = server.told(find)?.printed.trim().to_owned();
        if !id.is_empty() {
            break id;
        }
        if begun.elapsed() > Duration::from_secs(20) {
            let _ = child.kill();
            return Err("the statement is not seen".to_owned());
        }
        thread::sleep(Duration::from_millis(50));
    };
    let killed = Instant::now();
    server.told(&format!("kill query {id};"))?;
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    let (told, took) = (String::from_utf8_lossy(&output.stderr).into_owned(), killed.elapsed());
    println!("  ended after {} ms", took.as_millis());
    let goes_on = server.told("select thuocdo_level('1', 75);")?.printed == "2\n";
    if told.contains("ERROR 1317") && took < Duration::from_secs(5) && goes_on { Ok(()) } else { Err(format!("{told} after {took:?}")) }
}
