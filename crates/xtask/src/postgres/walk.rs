//! A random walk through the worked schema, in two databases at once that differ only in what somebody may not read.
//!
//! The same attempts are made in both, step by step. Whoever may not read what differs has to be told the same in both, to the letter: rows,
//! counts, errors with every field, and all that tables and views show. Those who may read it write different things in the two databases.
//! A step that makes it readable for others is undone, since from then on they may know. All of a round is one transaction, as when a programme
//! takes one role after another in it.

use super::attempt::{Attempt, ROLES, Random};
use super::scenario::DATABASE;
use super::server::{Said, Server, Session};
use crate::run::{ran, root};

/// How many steps are in a round, before everything begins anew.
const ROUND: usize = 30;

/// What differs.
struct Secret {
    name: &'static str,
    /// Where most is tried.
    case: &'static str,
    /// Who may read it.
    known_to: &'static [&'static str],
    /// Words of the statements that write it.
    written_by: &'static [&'static str],
    /// What is done first in each round, in both.
    first: &'static str,
    /// By whom and how it is then written, otherwise in each.
    then: (&'static str, &'static str),
    /// Whether others may read it by now.
    is_told: &'static str,
    /// Whether those who know it do other things in the two databases, and not only say other things.
    does_differ: bool,
}

const SECRETS: [Secret; 4] = [
    Secret {
        name: "an external assessment that is not recognised",
        case: "VD-2003/2023-2024",
        known_to: &["authority_doi_thong", "authority_so_a"],
        written_by: &["'VD-2003/2023-2024', 'external'", "'VD-2003/2023-2024', 'externally_assess'", "'VD-2003/2023-2024' and stream = 'external'"],
        first: "select",
        then: (
            "authority_doi_thong",
            "insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', %content)",
        ),
        is_told: "select exists (select from sector.cases where id = 'VD-2003/2023-2024' and state in ('recognised', 'published'))",
        does_differ: false,
    },
    Secret {
        name: "a self-assessment that is not reported",
        case: "VD-2002/2023-2024",
        known_to: &["school_vd_2002", "head_vd_2002"],
        written_by: &[
            "'VD-2002/2023-2024', 'self'",
            "'VD-2002/2023-2024', 'self_assess'",
            "'VD-2002/2023-2024', 'approve'",
            "'VD-2002/2023-2024' and stream = 'self'",
        ],
        first: "select",
        then: ("school_vd_2002", "update sector.assessments set document = %content"),
        is_told: "select exists (select from sector.cases where id = 'VD-2002/2023-2024' and state = 'reported')",
        does_differ: false,
    },
    Secret {
        name: "a self-assessment that was returned",
        case: "VD-2003/2023-2024",
        known_to: &["school_vd_2003", "head_vd_2003"],
        written_by: &["'VD-2003/2023-2024', 'self'", "'VD-2003/2023-2024' and stream = 'self'"],
        first: "select walk.tried('authority_doi_thong', '', $$insert into sector.events (case_id, act) values ('VD-2003/2023-2024', 'return')$$)",
        then: ("school_vd_2003", "update sector.assessments set document = %content"),
        is_told: "select exists (select from sector.cases where id = 'VD-2003/2023-2024' and state = 'reported')",
        does_differ: false,
    },
    Secret {
        name: "all that another province does",
        case: "VD-2005/2023-2024",
        known_to: &["school_vd_2005", "head_vd_2005", "authority_so_b"],
        written_by: &[],
        first: "select",
        then: ("school_vd_2005", "update sector.assessments set document = %content"),
        is_told: "select exists (select from sector.cases where institution = 'VD-2005' and state = 'published')",
        does_differ: true,
    },
];

/// Two databases and what differs in them.
struct Pair {
    secret: &'static Secret,
    sessions: [Session; 2],
    random: Random,
    /// Steps that were taken in both, so that one sees whether the walk got anywhere.
    taken: usize,
}

/// Walks so many steps for each secret, from a seed.
pub(super) fn walk(server: &Server, steps: usize, seed: u64) -> Result<(), String> {
    let names = ["walk_one", "walk_other"];
    for name in names {
        server.sql("postgres", &format!("create database {name} template {DATABASE}"))?;
        ran(server.psql(name).arg("-f").arg(root().join("examples/postgres/tests/walk.sql")))?;
    }
    for secret in &SECRETS {
        let sessions = [server.session(names[0])?, server.session(names[1])?];
        let mut pair = Pair { secret, sessions, random: Random(seed), taken: 0 };
        pair.walk(steps).map_err(|fault| format!("{} is not kept (seed {seed})\n{fault}", secret.name))?;
        println!("  {}: {} of {steps} steps taken", secret.name, pair.taken);
    }
    names.iter().try_for_each(|name| server.sql("postgres", &format!("drop database {name}")).map(drop))
}

impl Pair {
    fn walk(&mut self, steps: usize) -> Result<(), String> {
        for step in 0..steps {
            if step % ROUND == 0 {
                self.both("begin")?;
                self.begin()?;
            }
            self.step().map_err(|fault| format!("step {step}: {fault}"))?;
            if step % ROUND == ROUND - 1 || step + 1 == steps {
                for role in self.strangers() {
                    self.compare(role)?;
                }
                self.both("set constraints all immediate")?;
                self.both("rollback")?;
            }
        }
        Ok(())
    }

    /// What differs, put there.
    fn begin(&mut self) -> Result<(), String> {
        self.both(self.secret.first)?;
        let (role, statement) = self.secret.then;
        let attempt = Attempt { role: role.to_owned(), settings: "", statement: statement.to_owned() };
        // Now and then in one alone: whether there is anything is kept too.
        let many = if self.random.percent(70) { self.sessions.len() } else { 1 };
        for n in 0..many {
            // A content may be refused; some are not.
            while self.sessions[n].rows(&attempt.tried(&attempt.filled(&mut self.random)))?.starts_with("error") {}
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), String> {
        let states = self.both("select id || '|' || coalesce(state, '') from sector.cases order by id")?;
        let attempt = Attempt::any(&mut self.random, &states[0], self.secret.case);
        let is_known = self.secret.known_to.contains(&attempt.role.as_str());
        let statement = attempt.filled(&mut self.random);
        let mut asked = [attempt.tried(&statement), attempt.tried(&statement)];
        if is_known && self.secret.does_differ {
            let mut other = Attempt::any(&mut self.random, &states[1], self.secret.case);
            while !self.secret.known_to.contains(&other.role.as_str()) {
                other = Attempt::any(&mut self.random, &states[1], self.secret.case);
            }
            asked[1] = other.tried(&other.filled(&mut self.random));
        } else if is_known && self.secret.written_by.iter().any(|words| attempt.statement.contains(words)) {
            asked[1] = attempt.tried(&attempt.filled(&mut self.random));
        }
        self.both("savepoint step")?;
        let told = self.each(&asked)?;
        if !is_known && told[0] != told[1] {
            return Err(format!("{}\n  in one: {}\n  in the other: {}", asked[0], told[0], told[1]));
        }
        let is_taken = told.each_ref().map(|told| !told.starts_with("error"));
        let is_told = self.both(self.secret.is_told)?.contains(&"t".to_owned());
        let is_undone = is_told || (is_taken[0] != is_taken[1] && !self.secret.does_differ);
        if is_undone {
            self.both("rollback to savepoint step")?;
        }
        self.taken += usize::from(!is_undone && is_taken[0]);
        // What differs stays where it is, so a look now and then finds it.
        if !self.random.percent(25) {
            return Ok(());
        }
        let strangers = self.strangers();
        let role = self.random.one_of(&strangers);
        self.compare(role).map_err(|fault| format!("after {}\n{fault}", asked[0]))
    }

    /// Those who may not read what differs.
    fn strangers(&self) -> Vec<&'static str> {
        ROLES.into_iter().filter(|role| !self.secret.known_to.contains(role)).collect()
    }

    /// Whether somebody sees the same in both.
    fn compare(&mut self, role: &str) -> Result<(), String> {
        let seen = self.both(&format!("select md5(walk.seen('{role}'))"))?;
        if seen[0] == seen[1] {
            return Ok(());
        }
        let seen = self.both(&format!("select walk.seen('{role}')"))?;
        let differs = seen[0].lines().zip(seen[1].lines()).find(|(one, other)| one != other);
        Err(format!("{role} sees\n  in one: {:?}\n  in the other: {:?}", differs.map(|(one, _)| one), differs.map(|(_, other)| other)))
    }

    fn both(&mut self, statement: &str) -> Result<[String; 2], String> {
        self.each(&[statement.to_owned(), statement.to_owned()])
    }

    /// Asks both at once, each its own.
    fn each(&mut self, statements: &[String; 2]) -> Result<[String; 2], String> {
        for (session, statement) in self.sessions.iter_mut().zip(statements) {
            session.send(statement)?;
        }
        let mut told = [String::new(), String::new()];
        for ((session, statement), told) in self.sessions.iter_mut().zip(statements).zip(&mut told) {
            *told = match session.wait()? {
                Said::Rows(rows) => rows,
                said => return Err(format!("{statement}\n  {said:?}")),
            };
        }
        Ok(told)
    }
}
