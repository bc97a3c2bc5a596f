//! The service as a process of its own, and a client.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use thuocdo::Scorer;
use ureq::Agent;

/// A school that answers everything, with evidence.
pub(crate) const SCHOOL: &str = include_str!("../../../complete-primary-school.json");

pub(crate) fn scorer() -> Scorer {
    Scorer::shipped("moet-4725-2022").unwrap()
}

/// The service on a port of its own; it ends with this value.
pub(crate) struct Server {
    pub(crate) address: String,
    agent: Agent,
    child: Child,
    /// Kept open: the service writes its log there.
    _log: BufReader<ChildStderr>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) kind: String,
    pub(crate) status: u16,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// `[code, at]` of each violation.
    pub(crate) fn violations(&self) -> Vec<[String; 2]> {
        let json = self.json();
        let word = |violation: &Value, key: &str| violation[key].as_str().unwrap().to_owned();
        json["violations"].as_array().unwrap().iter().map(|violation| [word(violation, "code"), word(violation, "at")]).collect()
    }
}

impl Server {
    pub(crate) fn start() -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thuocdo-service"));
        let mut child = command.env("LISTEN", "127.0.0.1:0").stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        log.read_line(&mut line).unwrap();
        let address = line.split("address=").nth(1).and_then(|rest| rest.split_whitespace().next()).expect(&line).to_owned();
        let agent = Agent::config_builder().http_status_as_error(false).build().new_agent();
        Server { address, agent, child, _log: log }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        answer(self.agent.get(format!("http://{}{path}", self.address)).call().unwrap())
    }

    pub(crate) fn post(&self, path: &str, body: impl AsRef<[u8]>) -> Answer {
        self.post_in("en", path, body)
    }

    pub(crate) fn post_in(&self, lang: &str, path: &str, body: impl AsRef<[u8]>) -> Answer {
        let request = self.agent.post(format!("http://{}{path}", self.address)).header("accept-language", lang);
        answer(request.send(body.as_ref()).unwrap())
    }

    /// A request of which only a part is sent.
    pub(crate) fn begin(&self, path: &str, body: &str, sent: usize) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        let head = format!("POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&body.as_bytes()[..sent]).unwrap();
        stream
    }

    pub(crate) fn signal(&self, name: &str) {
        assert!(Command::new("kill").args([format!("-{name}"), self.child.id().to_string()]).status().unwrap().success());
    }

    pub(crate) fn wait(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "the service does not stop");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn answer(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let kind = response.headers().get("content-type").map_or(String::new(), |kind| kind.to_str().unwrap().to_owned());
    let text = response.body_mut().with_config().limit(1 << 30).read_to_string().unwrap();
    Answer { kind, status: response.status().as_u16(), text }
}

/// All that still comes.
pub(crate) fn rest(mut stream: TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}
