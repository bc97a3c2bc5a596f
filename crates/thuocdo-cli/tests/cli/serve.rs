//! `serve` over its socket: it is started, asked, and stopped. What it answers, the crate `thuocdo-serve` tests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{VIETNAMESE, example, piped, small_framework, thuocdo};
use assert_cmd::cargo::cargo_bin;

/// A server on a port of its own; it ends with this value.
struct Server {
    address: String,
    child: Child,
    log: BufReader<ChildStderr>,
}

impl Server {
    fn start(options: &[&str]) -> Server {
        let mut command = Command::new(cargo_bin("thuocdo"));
        let listen: &[&str] = if options.contains(&"--listen") { &[] } else { &["--listen", "127.0.0.1:0"] };
        command.arg("serve").args(listen).args(options).envs(VIETNAMESE).stdin(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let mut log = BufReader::new(child.stderr.take().expect("its standard error"));
        let mut line = String::new();
        log.read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(';').next()).unwrap_or_else(|| panic!("{line}")).to_owned();
        Server { address, child, log }
    }

    /// A connection that does not wait for ever.
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit");
        stream
    }

    /// A request of which only a part of the body is sent.
    fn begin(&self, path: &str, length: usize, sent: &str) -> TcpStream {
        let mut stream = self.connect();
        write!(stream, "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{sent}").expect("sent");
        stream
    }

    /// A request that has been let in, and of which no byte of the body is sent: a server says "100 Continue" when it begins to read the body.
    fn hold(&self, path: &str) -> TcpStream {
        const LET_IN: &str = "HTTP/1.1 100 Continue\r\n\r\n";
        let mut stream = self.connect();
        write!(stream, "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n").expect("sent");
        let mut said = [0; LET_IN.len()];
        stream.read_exact(&mut said).expect("an answer");
        assert_eq!(String::from_utf8_lossy(&said), LET_IN);
        stream
    }

    fn post(&self, path: &str, body: &str) -> (u16, String) {
        answer(self.begin(path, body.len(), body))
    }

    #[cfg(unix)]
    fn signal(&self, name: &str) {
        assert!(Command::new("kill").args([format!("-{name}"), self.child.id().to_string()]).status().expect("kill").success());
    }

    #[cfg(unix)]
    fn wait(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("its status") {
                return status;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "it does not stop");
            sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The status and the body of all that still comes.
fn answer(mut stream: TcpStream) -> (u16, String) {
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("UTF-8");
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{text}"));
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    assert!(status != 429 || head.contains("retry-after: 1"), "{head}");
    (status, body.to_owned())
}

fn school() -> String {
    std::fs::read_to_string(example("complete-primary-school.json")).expect("an example")
}

/// The line that `score` prints.
fn card() -> String {
    thuocdo(&["score", &example("complete-primary-school.json"), "--format", "json"]).done()
}

#[test]
fn the_bytes_are_those_of_the_command() {
    let server = Server::start(&[]);
    assert_eq!(server.post("/score", &school()), (200, card().trim_end().to_owned()));
    // Also in the old way, in which a connection ends with its answer.
    let mut stream = TcpStream::connect(&server.address).expect("a connection");
    let body = school();
    write!(stream, "POST /score HTTP/1.0\r\nContent-Length: {}\r\n\r\n{body}", body.len()).expect("sent");
    assert_eq!(answer(stream), (200, card().trim_end().to_owned()));
}

#[test]
fn a_framework_of_a_file_and_overlays_are_laid_as_everywhere() {
    let (overlay, file) = (example("overlays/hai-phong-illustrative.json"), example("hai-phong-school.json"));
    let server = Server::start(&["--overlay", &overlay]);
    let school = std::fs::read_to_string(&file).expect("an example");
    let local = thuocdo(&["score", &file, "--overlay", &overlay, "--format", "json"]).done();
    assert_eq!(server.post("/score", &school), (200, local.trim_end().to_owned()));
    let small = Server::start(&["--framework", &small_framework()]);
    assert!(small.post("/score", &school).1.contains("unknown_indicator"));
    assert!(small.post("/score?framework=moet-4725-2022", &self::school()).1.contains("\"overall\""));
}

#[test]
fn one_more_than_the_limit_is_told_to_come_back() {
    let server = Server::start(&["--at-once", "2"]);
    for (path, others) in [("/score", "/scores"), ("/levels", "/score")] {
        let held = [(); 2].map(|()| server.hold(path));
        assert_eq!(server.post(path, "{}"), (429, r#"{"error":"too_busy"}"#.to_owned()));
        assert_eq!(server.post(others, &school().replace('\n', " ")).0, 200, "{others} has places of its own");
        drop(held);
        assert!((0..2_000).any(|_| server.post(path, "{}").0 != 429), "the places are free again");
    }
}

#[test]
fn a_slow_body_is_408_and_a_slow_head_is_closed() {
    let server = Server::start(&[]);
    let mut slow = TcpStream::connect(&server.address).expect("a connection");
    slow.write_all(b"POST /score HTTP/1.1\r\nHost:").expect("sent");
    let begun = Instant::now();
    let (status, body) = answer(server.begin("/score", school().len(), "{"));
    assert_eq!((status, body.as_str()), (408, r#"{"error":"too_slow"}"#));
    assert!(begun.elapsed() >= Duration::from_secs(10));
    slow.set_read_timeout(Some(Duration::from_secs(40))).expect("a limit");
    // Closed, with or without a word.
    let _ = slow.read_to_end(&mut Vec::new());
    assert!(begun.elapsed() < Duration::from_secs(45), "a head that does not come is waited for");
}

#[test]
fn a_body_in_chunks_is_read_and_bounded() {
    let server = Server::start(&[]);
    let chunked = |chunk: &str, count: usize| {
        let mut stream = TcpStream::connect(&server.address).expect("a connection");
        let head = "POST /check HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
        let mut body = format!("{:x}\r\n{chunk}\r\n", chunk.len()).repeat(count);
        body.push_str("0\r\n\r\n");
        // The server may close before it has all.
        let _ = stream.write_all((head.to_owned() + &body).as_bytes());
        answer(stream)
    };
    assert_eq!(chunked(&school(), 1), (200, r#"{"violations":[]}"#.to_owned()));
    assert_eq!(chunked(&" ".repeat(1 << 20), 1).0, 400);
    // One byte too many, all of which has come.
    assert_eq!(chunked(&" ".repeat((1 << 20) / 2 + 1), 2).0, 413);
}

/// Most clients send all of a body before they read.
#[test]
fn a_refusal_reaches_who_still_sends() {
    let server = Server::start(&[]);
    let long = " ".repeat(20 << 20);
    for (path, status) in [("/score", 413), ("/no-such-path", 404), ("/score?framwork=x", 400), ("/levels", 200)] {
        assert_eq!(server.post(path, &long).0, status, "{path}");
    }
    // Who waits for leave to send gets none.
    let mut stream = TcpStream::connect(&server.address).expect("a connection");
    write!(stream, "POST /score HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n", 20 << 20)
        .expect("sent");
    assert_eq!(answer(stream).0, 413);
}

#[test]
fn what_is_no_http_is_400() {
    let server = Server::start(&[]);
    let mut stream = TcpStream::connect(&server.address).expect("a connection");
    stream.write_all(b"\x16\x03\x01 hello\r\n\r\n").expect("sent");
    assert_eq!(answer(stream).0, 400);
    assert_eq!(server.post("/score", &school()).0, 200);
}

#[test]
fn many_lines_do_not_keep_others_waiting() {
    let server = Server::start(&[]);
    let text = (school().replace('\n', " ") + "\n").repeat(3_000);
    std::thread::scope(|scope| {
        let batch = scope.spawn(|| server.post("/levels", &text));
        while !batch.is_finished() {
            assert_eq!(server.post("/score", &school()).0, 200);
        }
        assert_eq!(batch.join().expect("answered").1.lines().count(), 3_000);
    });
}

#[cfg(unix)]
#[test]
fn what_is_under_way_is_finished_and_nothing_more_is_let_in() {
    let mut server = Server::start(&[]);
    let school = school();
    let mut stream = server.begin("/score", school.len(), &school[..100]);
    // Answered, so the server has read what came before.
    assert_eq!(server.post("/score", &school).0, 200);
    server.signal("TERM");
    while TcpStream::connect(&server.address).is_ok() {}
    stream.write_all(&school.as_bytes()[100..]).expect("sent");
    assert_eq!(answer(stream), (200, card().trim_end().to_owned()));
    assert!(server.wait().success());
    let mut rest = String::new();
    server.log.read_to_string(&mut rest).expect("UTF-8");
    assert_eq!(rest, "Đang dừng: trả lời nốt các yêu cầu đang làm\n");
}

#[cfg(unix)]
#[test]
fn a_connection_that_asks_nothing_does_not_hold_it() {
    let mut server = Server::start(&[]);
    let idle = TcpStream::connect(&server.address).expect("a connection");
    assert_eq!(server.post("/score", &school()).0, 200);
    server.signal("INT");
    assert!(server.wait().success());
    drop(idle);
}

#[test]
fn it_listens_where_it_may() {
    let server = Server::start(&[]);
    let err = thuocdo(&["serve", "--listen", &server.address]).fails(2);
    assert!(err.starts_with(&format!("thuocdo: không nghe được tại “{}”: ", server.address)), "{err}");
    let err = thuocdo(&["serve", "--listen", "0.0.0.0:0"]).fails(2);
    assert!(err.contains("0.0.0.0:0") && err.contains("--public"), "{err}");
    let public = Server::start(&["--listen", "0.0.0.0:0", "--public"]);
    assert!(public.address.starts_with("0.0.0.0:"));
}

#[test]
fn lines_are_answered_by_lines() {
    let school = school().replace('\n', " ");
    let out = piped(&["serve", "--stdio"], format!("{{\"id\":1,\"do\":\"score\",\"input\":{school}}}\nno\n")).done();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0], format!("{{\"id\":1,\"result\":{}}}", card().trim_end()));
    assert!(lines[1].starts_with(r#"{"id":null,"violations":[{"at":"","code":"not_json","message":""#), "{out}");
}

/// An answer comes before the next question is asked.
#[test]
fn a_program_that_waits_for_each_answer_gets_it() {
    let mut command = Command::new(cargo_bin("thuocdo"));
    let mut child = command.args(["serve", "--stdio"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let (mut lines, mut answers) = (child.stdin.take().expect("a pipe"), BufReader::new(child.stdout.take().expect("a pipe")));
    for id in 0..3 {
        writeln!(lines, r#"{{"id":{id},"do":"level","input":{{"group":"1","points":75}}}}"#).expect("sent");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("a line");
        assert_eq!(answer, format!("{{\"id\":{id},\"result\":2}}\n"));
    }
    drop(lines);
    assert!(child.wait().expect("its status").success());
}

#[test]
fn the_document_is_printed_without_a_server() {
    let document = thuocdo(&["serve", "--openapi"]).json();
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["paths"]["/score"].is_object());
}
