//! The README's requests, as they are written.

use std::process::Command;

use crate::server::Server;

#[test]
fn the_readme_shows_what_is_answered() {
    let server = Server::start();
    let readme = include_str!("../../README.md");
    let blocks = readme.split("```console\n").skip(1).map(|rest| rest.split("\n```").next().unwrap());
    let mut count = 0;
    for shown in blocks.flat_map(|block| block.strip_prefix("$ ").unwrap().split("\n$ ")) {
        let (command, expected) = shown.split_once('\n').unwrap_or((shown, ""));
        if !command.contains("curl") {
            continue;
        }
        let command = command.replace("localhost:4725", &server.address);
        let output = Command::new("sh").args(["-c", &command]).current_dir("../..").output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim_end(), expected, "{command}");
        count += 1;
    }
    assert!(count > 5);
}
