//! How the service stops.

use std::io::Write;
use std::net::TcpStream;

use crate::server::{SCHOOL, Server, rest, scorer};

#[test]
fn what_is_under_way_is_finished_and_nothing_more_is_let_in() {
    let mut server = Server::start();
    let mut stream = server.begin("/score", SCHOOL, 100);
    // Answered, so the service has read what came before.
    assert_eq!(server.post("/score", SCHOOL).status, 200);
    server.signal("TERM");
    while TcpStream::connect(&server.address).is_ok() {}
    stream.write_all(&SCHOOL.as_bytes()[100..]).unwrap();
    let answer = rest(stream);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.ends_with(&scorer().score_to_json(SCHOOL).unwrap()), "{answer}");
    assert!(server.wait().success());
}

#[test]
fn a_connection_that_asks_nothing_does_not_hold_it() {
    let mut server = Server::start();
    let idle = TcpStream::connect(&server.address).unwrap();
    assert_eq!(server.get("/health").status, 200);
    server.signal("INT");
    assert!(server.wait().success());
    drop(idle);
}
