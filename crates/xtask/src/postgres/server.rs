//! A database server of one's own: made in a new folder, reached by a socket there and by nothing else, gone when dropped.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use crate::run::{is_root, printed, ran};

/// Only a name among the files of its own folder: no two servers share one.
const PORT: &str = "5432";
/// The superuser of the new server.
const SUPERUSER: &str = "postgres";
/// How long something that must happen may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// How many servers this process started: each has a folder of its own.
static STARTED: AtomicUsize = AtomicUsize::new(0);

/// A running server.
pub(crate) struct Server {
    bin: PathBuf,
    folder: PathBuf,
    /// The server refuses to run as root; root has it run as this user.
    user: Option<&'static str>,
}

impl Server {
    /// Makes and starts a server, with settings such as `shared_buffers=256MB`. `bin` holds its programs.
    pub(crate) fn start(bin: &Path, settings: &[&str]) -> Result<Self, String> {
        let nth = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("thuocdo-postgres-{}-{nth}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let server = Self { bin: bin.to_owned(), folder, user: is_root().then_some(SUPERUSER) };
        if server.user.is_some() {
            ran(Command::new("chown").arg(SUPERUSER).arg(&server.folder))?;
        }
        let data = server.data();
        ran(server.served("initdb").args(["-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-D", &data]))?;
        let own = format!("listen_addresses=''\nunix_socket_directories='{}'\nport={PORT}\n", server.folder.display());
        append(&server.folder.join("data/postgresql.conf"), &(own + &settings.join("\n") + "\n"))?;
        server.ctl("start")?;
        Ok(server)
    }

    /// How another server finds a database of this one.
    pub(crate) fn conninfo(&self, database: &str) -> String {
        format!("host={} port={PORT} user={SUPERUSER} dbname={database}", self.folder.display())
    }

    /// The folder of its socket.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The number of its version: 15.4 is 150004.
    pub(crate) fn version(&self) -> Result<u32, String> {
        let number = self.sql(SUPERUSER, "show server_version_num")?;
        number.trim().parse().map_err(|error| format!("{number}: {error}"))
    }

    fn data(&self) -> String {
        self.folder.join("data").to_string_lossy().into_owned()
    }

    /// One of the server's programs, as the user who may run it.
    fn served(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = match self.user {
            None => Command::new(program),
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(program).current_dir(env::temp_dir());
                command
            }
        };
        // As on a server of somebody who looks for a fault of his own: no client may see more of ours for that.
        command.envs([("RUST_BACKTRACE", "1"), ("RUST_LIB_BACKTRACE", "full")]);
        command
    }

    fn ctl(&self, action: &str) -> Result<(), String> {
        let log = self.folder.join("log").to_string_lossy().into_owned();
        // The server keeps what it is given open, so it is given nothing of ours.
        let mut command = self.served("pg_ctl");
        command.args(["-D", &self.data(), "-l", &log, "-w", "-m", "fast", action]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let status = command.status().map_err(|error| error.to_string())?;
        if status.success() { Ok(()) } else { Err(format!("pg_ctl {action}: {status}\n{}", fs::read_to_string(log).unwrap_or_default())) }
    }

    /// Stops and starts again; what was not committed is lost, and sessions are cut.
    pub(crate) fn restart(&self) -> Result<(), String> {
        self.ctl("restart")
    }

    /// Waits until it has recovered from the end of a backend. It takes connections until it notices that end; then it closes all of them,
    /// that of `witness` too.
    pub(crate) fn until_recovered(&self, witness: &mut Session, database: &str) -> Result<(), String> {
        patiently(|| !matches!(witness.ask("select 1"), Ok(Said::Rows(_)))).map_err(|()| "the server does not notice".to_owned())?;
        patiently(|| self.sql(database, "select 1").is_ok()).map_err(|()| "the server does not come back".to_owned())
    }

    /// Waits until a query answers `t`.
    pub(crate) fn until(&self, query: &str) -> Result<(), String> {
        self.until_in(SUPERUSER, query)
    }

    /// The same in a database.
    pub(crate) fn until_in(&self, database: &str, query: &str) -> Result<(), String> {
        patiently(|| self.sql(database, query).is_ok_and(|found| found.trim() == "t")).map_err(|()| format!("never so: {query}"))
    }

    /// A program that talks to the server: `psql`, `pgbench`, `pg_dump`.
    pub(crate) fn client(&self, program: &str, database: &str) -> Command {
        let mut command = Command::new(self.bin.join(program));
        let host = self.folder.to_string_lossy().into_owned();
        command.envs([
            ("PGHOST", host.as_str()),
            ("PGPORT", PORT),
            ("PGUSER", SUPERUSER),
            ("PGDATABASE", database),
            ("PGOPTIONS", "-c client_min_messages=warning"),
        ]);
        command
    }

    /// `psql` that reads no start file, stops at the first error and tells each with its SQLSTATE.
    pub(crate) fn psql(&self, database: &str) -> Command {
        let mut command = self.client("psql", database);
        command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose"]);
        command
    }

    /// What a text of SQL answers: rows as lines, columns between `|`. Fails with the server's message.
    pub(crate) fn sql(&self, database: &str, text: &str) -> Result<String, String> {
        let mut command = self.psql(database);
        command.args(["-At", "-f", "-"]);
        printed("psql", fed(&mut command, text))
    }

    /// A new, empty database.
    pub(crate) fn database(&self, name: &str) -> Result<(), String> {
        self.sql(SUPERUSER, &format!("create database {name}")).map(drop)
    }

    /// A session that is kept open.
    pub(crate) fn session(&self, database: &str) -> Result<Session, String> {
        let mut command = self.client("psql", database);
        command.args(["-X", "-q", "-At", "-f", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| format!("psql: {error}"))?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else { return Err("psql: no pipe".to_owned()) };
        Ok(Session { child, stdin, stdout: BufReader::new(stdout) })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(message) = self.ctl("stop") {
            eprintln!("{message}");
        }
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("{}: {error}", self.folder.display());
        }
    }
}

/// A session whose statements come one after the other, as they are asked.
pub(crate) struct Session {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

/// Ends an answer; no answer of a test holds it.
const END: &str = "=== end";

/// What a statement of a session answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Its rows, as lines.
    Rows(String),
    /// The SQLSTATE that it failed with.
    Failed(String),
    /// The server closed the connection.
    Gone,
}

impl Session {
    /// Sends a statement and does not wait.
    pub(crate) fn send(&mut self, statement: &str) -> Result<(), String> {
        writeln!(self.stdin, "{statement};\n\\echo '{END}' :SQLSTATE").and_then(|()| self.stdin.flush()).map_err(|error| format!("psql: {error}"))
    }

    /// Waits for the answer of a statement that was sent.
    pub(crate) fn wait(&mut self) -> Result<Said, String> {
        let mut rows = Vec::new();
        for line in self.stdout.by_ref().lines() {
            let line = line.map_err(|error| format!("psql: {error}"))?;
            match line.strip_prefix(END).map(str::trim) {
                Some("00000") => return Ok(Said::Rows(rows.join("\n"))),
                Some(state) => return Ok(Said::Failed(state.to_owned())),
                None => rows.push(line),
            }
        }
        Ok(Said::Gone)
    }

    /// Sends a statement and waits for its answer.
    pub(crate) fn ask(&mut self, statement: &str) -> Result<Said, String> {
        // After the end of the connection psql ends too, and nobody reads what is sent.
        if self.send(statement).is_err() {
            return Ok(Said::Gone);
        }
        self.wait()
    }

    /// The rows of a statement that has to succeed.
    pub(crate) fn rows(&mut self, statement: &str) -> Result<String, String> {
        match self.ask(statement)? {
            Said::Rows(rows) => Ok(rows),
            said => Err(format!("{statement}\n  {said:?}")),
        }
    }

    /// The process that serves it.
    pub(crate) fn pid(&mut self) -> Result<String, String> {
        self.rows("select pg_backend_pid()")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn append(file: &Path, text: &str) -> Result<(), String> {
    let told = |error| format!("{}: {error}", file.display());
    fs::OpenOptions::new().append(true).open(file).and_then(|mut file| file.write_all(text.as_bytes())).map_err(told)
}

fn patiently(mut is_so: impl FnMut() -> bool) -> Result<(), ()> {
    let begun = Instant::now();
    while !is_so() {
        if begun.elapsed() > PATIENCE {
            return Err(());
        }
        sleep(Duration::from_millis(20));
    }
    Ok(())
}

fn fed(command: &mut Command, input: &str) -> io::Result<Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let stdin = child.stdin.take();
    // Given and taken at once, or each side would wait for the other when there is much of both.
    scope(|scope| {
        scope.spawn(|| {
            // Where it ends early, its message is worth more than the broken pipe.
            let _ = stdin.map(|mut stdin| stdin.write_all(input.as_bytes()));
        });
        child.wait_with_output()
    })
}
