//! Pipes that close, pipes that wait, and memory that does not grow.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use assert_cmd::cargo::cargo_bin;

use super::{Folder, VIETNAMESE, thuocdo};

fn start(arguments: &[&str], out: Stdio) -> Child {
    Command::new(cargo_bin("thuocdo"))
        .envs(VIETNAMESE)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(out)
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = Folder::new();
    let sample = thuocdo(&["sample", "--schools", "2000"]).done();
    let file = folder.file("nhieu.ndjson", sample);
    for arguments in [
        &["score", "--format", "ndjson", &file][..],
        &["score", "--format", "csv", &file],
        &["score", &file],
        &["explain", &file],
        &["sample", "--schools", "100000"],
        &["sample", "--schools", "100000", "--format", "csv"],
    ] {
        let mut child = start(arguments, Stdio::piped());
        let mut out = BufReader::new(child.stdout.take().expect("piped"));
        let mut line = String::new();
        out.read_line(&mut line).expect("a line");
        assert!(line.len() > 1, "{arguments:?}");
        drop(out);
        let answer = child.wait_with_output().expect("it ends");
        assert_eq!(answer.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&answer.stderr), "", "{arguments:?}");
    }
}

#[test]
fn help_into_a_closed_pipe_is_no_error() {
    let mut child = start(&["score", "--help"], Stdio::piped());
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_program_that_waits_for_each_answer_gets_it() {
    let mut child = start(&["score", "--format", "ndjson", "--input-format", "ndjson"], Stdio::piped());
    let mut input = child.stdin.take().expect("piped");
    let mut out = BufReader::new(child.stdout.take().expect("piped"));
    for _ in 0..3 {
        input.write_all(b"{\"conditions\":{},\"answers\":{}}\n").expect("written");
        let mut line = String::new();
        out.read_line(&mut line).expect("an answer before the input ends");
        assert!(line.starts_with("{\"digest\""));
    }
    drop(input);
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("the end");
    assert_eq!(rest, "");
    assert!(child.wait().expect("it ends").success());
}

/// The most memory a process has held so far, in KiB.
#[cfg(target_os = "linux")]
fn peak(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("its status");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("its peak");
    line.split_whitespace().nth(1).expect("a number").parse().expect("a number")
}

/// The peak memory after so many lines, while the process still waits for more.
#[cfg(target_os = "linux")]
fn peak_after(arguments: &[&str], header: &str, lines: &str, times: usize) -> u64 {
    let mut child = start(arguments, Stdio::null());
    let mut input = child.stdin.take().expect("piped");
    input.write_all(header.as_bytes()).expect("written");
    for _ in 0..times {
        input.write_all(lines.as_bytes()).expect("written");
    }
    // What is still in the pipe is less than a percent of the lines.
    std::thread::sleep(Duration::from_millis(50));
    let peak = peak(&child);
    drop(input);
    assert!(child.wait().expect("it ends").success());
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_lines() {
    // An unoptimised build is too slow for the larger number.
    let times = if cfg!(debug_assertions) { 5 } else { 100 };
    let ndjson = thuocdo(&["sample", "--schools", "200", "--seed", "5"]).done();
    let csv = thuocdo(&["sample", "--schools", "200", "--seed", "5", "--format", "csv"]).done();
    let (header, rows) = csv.split_once('\n').expect("a header");
    let csv = (format!("{header}\n"), rows);
    let ndjson = (String::new(), ndjson.as_str());
    for (input, (header, lines), format) in [("ndjson", &ndjson, "ndjson"), ("ndjson", &ndjson, "table"), ("csv", &csv, "csv")] {
        let arguments = ["score", "--input-format", input, "--format", format];
        let few = peak_after(&arguments, header, lines, times);
        let many = peak_after(&arguments, header, lines, times * 10);
        assert!(many < few + 2048, "{input} to {format}: {few} KiB after {} lines, {many} KiB after ten times as many", times * 200);
    }
}
