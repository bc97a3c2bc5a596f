//! What was counted, as Prometheus reads it.
//!
//! By hand: three kinds of numbers in one text. `prometheus-client` would bring a registry, and `metrics` a recorder besides.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use hyper::StatusCode;

/// Every status that the service answers with.
const STATUSES: [u16; 9] = [200, 400, 404, 405, 408, 413, 422, 429, 500];
/// The upper ends of the classes of durations, in microseconds, with their names in seconds; above them is `+Inf`.
const CLASSES: [(u64, &str); 7] =
    [(100, "0.0001"), (500, "0.0005"), (1_000, "0.001"), (10_000, "0.01"), (100_000, "0.1"), (1_000_000, "1"), (10_000_000, "10")];

/// What was counted since the service began.
#[derive(Debug)]
pub(crate) struct Metrics {
    paths: Vec<(String, OfPath)>,
    received: AtomicU64,
    sent: AtomicU64,
}

#[derive(Debug, Default)]
struct OfPath {
    statuses: [AtomicU64; STATUSES.len()],
    /// Each holds those of its class alone; they are added up when they are told.
    classes: [AtomicU64; CLASSES.len()],
    longer: AtomicU64,
    micros: AtomicU64,
}

impl Metrics {
    /// For these paths; what is asked besides is counted under the last.
    pub(crate) fn new(paths: impl Iterator<Item = String>) -> Metrics {
        let paths = paths.map(|path| (path, OfPath::default())).collect();
        Metrics { paths, received: AtomicU64::default(), sent: AtomicU64::default() }
    }

    /// Counts a request by the number of its path.
    pub(crate) fn count(&self, path: usize, status: StatusCode, took: Duration, received: usize, sent: usize) {
        let Some((_, of)) = self.paths.get(path).or(self.paths.last()) else { return };
        if let Some((count, _)) = of.statuses.iter().zip(STATUSES).find(|(_, known)| *known == status.as_u16()) {
            count.fetch_add(1, Relaxed);
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let class = of.classes.iter().zip(CLASSES).find(|(_, (end, _))| micros <= *end).map_or(&of.longer, |(count, _)| count);
        class.fetch_add(1, Relaxed);
        of.micros.fetch_add(micros, Relaxed);
        self.received.fetch_add(received as u64, Relaxed);
        self.sent.fetch_add(sent as u64, Relaxed);
    }

    /// All of it, in Prometheus' text format 0.0.4. `info` are labels with their values, which hold neither quotes nor line ends.
    pub(crate) fn text(&self, info: &[(&str, &str)], taken: usize) -> String {
        let mut text = String::new();
        let labels: Vec<String> = info.iter().map(|(name, value)| format!("{name}=\"{value}\"")).collect();
        family(&mut text, "thuocdo_info", "gauge", "What answers: the version, and the framework of whoever names none.");
        line(&mut text, &format!("thuocdo_info{{{}}} 1", labels.join(",")));
        family(&mut text, "thuocdo_requests_in_progress", "gauge", "Requests that are read, computed or sent.");
        line(&mut text, &format!("thuocdo_requests_in_progress {taken}"));
        family(&mut text, "thuocdo_received_bytes_total", "counter", "Bytes of bodies that came.");
        line(&mut text, &format!("thuocdo_received_bytes_total {}", self.received.load(Relaxed)));
        family(&mut text, "thuocdo_sent_bytes_total", "counter", "Bytes of bodies that were answered.");
        line(&mut text, &format!("thuocdo_sent_bytes_total {}", self.sent.load(Relaxed)));
        family(&mut text, "thuocdo_requests_total", "counter", "Requests by path and status.");
        for (path, of) in &self.paths {
            for (count, status) in of.statuses.iter().zip(STATUSES) {
                let count = count.load(Relaxed);
                if count > 0 {
                    line(&mut text, &format!("thuocdo_requests_total{{path=\"{path}\",status=\"{status}\"}} {count}"));
                }
            }
        }
        family(&mut text, "thuocdo_request_duration_seconds", "histogram", "From the head of a request to its answer, the body's arrival included.");
        for (path, of) in &self.paths {
            of.durations(path, &mut text);
        }
        text
    }
}

impl OfPath {
    fn durations(&self, path: &str, text: &mut String) {
        let name = "thuocdo_request_duration_seconds";
        let mut count = 0_u64;
        let mut classes = String::new();
        for (class, (_, end)) in self.classes.iter().zip(CLASSES) {
            count = count.saturating_add(class.load(Relaxed));
            line(&mut classes, &format!("{name}_bucket{{path=\"{path}\",le=\"{end}\"}} {count}"));
        }
        count = count.saturating_add(self.longer.load(Relaxed));
        if count == 0 {
            return;
        }
        text.push_str(&classes);
        line(text, &format!("{name}_bucket{{path=\"{path}\",le=\"+Inf\"}} {count}"));
        let micros = self.micros.load(Relaxed);
        line(text, &format!("{name}_sum{{path=\"{path}\"}} {}.{:06}", micros / 1_000_000, micros % 1_000_000));
        line(text, &format!("{name}_count{{path=\"{path}\"}} {count}"));
    }
}

fn family(text: &mut String, name: &str, kind: &str, help: &str) {
    line(text, &format!("# HELP {name} {help}"));
    line(text, &format!("# TYPE {name} {kind}"));
}

fn line(text: &mut String, line: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{line}");
}
