//! How many at once, and how slow.

use crate::server::{SCHOOL, Server, rest};

#[test]
fn a_third_batch_is_told_to_come_back() {
    let server = Server::start();
    let held = [(); 2].map(|()| server.begin("/scores", SCHOOL, 10));
    // The two are let in when their heads are read, which is soon.
    let answer = (0..200).map(|_| server.post("/scores", "{}")).find(|answer| answer.status != 200).expect("both hold a place");
    assert_eq!((answer.status, &*answer.text), (503, r#"{"error":"too_busy"}"#));
    assert_eq!(server.post("/score", SCHOOL).status, 200, "one assessment has places of its own");
    drop(held);
    assert!((0..2_000).any(|_| server.post("/scores", "{}").status == 200), "the places are free again");
}

#[test]
fn a_slow_body_is_408() {
    let answer = rest(Server::start().begin("/score", SCHOOL, 10));
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.ends_with(r#"{"error":"too_slow"}"#), "{answer}");
}
