//! What is counted.

use crate::{SCHOOL, Server, scorer};

#[test]
fn requests_are_counted_by_path_and_status() {
    let server = Server::new();
    for _ in 0..3 {
        server.post("/score", SCHOOL);
    }
    server.post("/score", "{");
    server.post("/scorecard", "{");
    let metrics = server.get("/metrics");
    assert_eq!((metrics.status, &*metrics.kind), (200, "text/plain; version=0.0.4; charset=utf-8"));
    let lines: Vec<&str> = metrics.text.lines().collect();
    let received = 3 * SCHOOL.len() + 1;
    for line in [
        r#"thuocdo_requests_total{path="/score",status="200"} 3"#,
        r#"thuocdo_requests_total{path="/score",status="400"} 1"#,
        r#"thuocdo_requests_total{path="other",status="404"} 1"#,
        r#"thuocdo_request_duration_seconds_count{path="/score"} 4"#,
        r#"thuocdo_request_duration_seconds_bucket{path="/score",le="+Inf"} 4"#,
        "thuocdo_requests_in_progress 0",
        &format!("thuocdo_received_bytes_total {received}"),
        &format!(r#"thuocdo_info{{version="{}",framework="moet-4725-2022",digest="{}"}} 1"#, env!("CARGO_PKG_VERSION"), scorer().digest()),
    ] {
        assert!(lines.contains(&line), "{line}\n{}", metrics.text);
    }
    // Each family is described before its numbers, and classes only grow.
    for line in lines.iter().filter(|line| !line.starts_with('#')) {
        let name = line.split(['{', ' ']).next().unwrap();
        let family = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        assert!(lines.iter().any(|help| help.starts_with(&format!("# TYPE {family} "))), "{line}");
        assert!(line.rsplit(' ').next().unwrap().parse::<f64>().is_ok(), "{line}");
    }
    let classes: Vec<u64> =
        lines.iter().filter(|line| line.contains("_bucket{path=\"/score\"")).map(|line| line.rsplit(' ').next().unwrap().parse().unwrap()).collect();
    assert!(classes.is_sorted() && classes.len() == 8, "{classes:?}");
}
