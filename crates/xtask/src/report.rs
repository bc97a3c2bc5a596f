//! What a part of the tests did: for people at the end of a run, and as a file for the run that started it.

use std::fs;
use std::path::Path;

/// What ran, what was left to the deep run, what could not run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// Each step with its seconds.
    pub(crate) done: Vec<(String, u64)>,
    /// What the deep run runs, with the command.
    pub(crate) left_out: Vec<String>,
    /// What cannot run on this machine, with the reason.
    pub(crate) not_run: Vec<String>,
    /// The processor's seconds, of all cores together, where the system tells them.
    pub(crate) processor: u64,
}

impl Report {
    /// Adds what another part did.
    pub(crate) fn extend(&mut self, other: Report) {
        self.done.extend(other.done);
        self.left_out.extend(other.left_out);
        self.not_run.extend(other.not_run);
        self.processor += other.processor;
    }

    /// Notes the processor's seconds of this process and of all that it waited for.
    pub(crate) fn timed(mut self) -> Report {
        self.processor = processor_seconds().unwrap_or_default();
        self
    }

    /// Writes it where [`Report::read`] finds it: a line each, its kind before the first tab.
    pub(crate) fn write(&self, path: &Path) -> Result<(), String> {
        let done = self.done.iter().map(|(step, seconds)| format!("done\t{seconds}\t{}\n", one_line(step)));
        let left_out = self.left_out.iter().map(|what| format!("left out\t{}\n", one_line(what)));
        let not_run = self.not_run.iter().map(|what| format!("not run\t{}\n", one_line(what)));
        let processor = std::iter::once(format!("processor\t{}\n", self.processor));
        let text: String = done.chain(left_out).chain(not_run).chain(processor).collect();
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Reads what a part wrote. A part that failed early wrote nothing.
    pub(crate) fn read(path: &Path) -> Report {
        let mut report = Report::default();
        for line in fs::read_to_string(path).unwrap_or_default().lines() {
            match line.split('\t').collect::<Vec<_>>().as_slice() {
                ["done", seconds, step] => report.done.push(((*step).to_owned(), seconds.parse().unwrap_or_default())),
                ["left out", what] => report.left_out.push((*what).to_owned()),
                ["not run", what] => report.not_run.push((*what).to_owned()),
                ["processor", seconds] => report.processor = seconds.parse().unwrap_or_default(),
                _ => {}
            }
        }
        report
    }

    /// Prints each step with its seconds.
    pub(crate) fn print_steps(&self) {
        for (step, seconds) in &self.done {
            println!("  {seconds:>5} s  {step}");
        }
    }

    /// Prints what did not run.
    pub(crate) fn print_rest(&self) {
        if self.left_out.is_empty() && self.not_run.is_empty() {
            println!("Nothing was left out.");
        }
        for what in &self.left_out {
            println!("LEFT OUT  {what}");
        }
        for what in &self.not_run {
            println!("NOT RUN   {what}");
        }
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

/// The kernel keeps them in hundredths of a second: fields 14 to 17 of the line, counted from the name's closing bracket.
fn processor_seconds() -> Option<u64> {
    let line = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = line.rsplit_once(") ")?;
    let ticks = fields.split(' ').skip(11).take(4).map(|field| field.parse::<u64>().ok()).sum::<Option<u64>>()?;
    Some(ticks / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_part_wrote_is_read_back() {
        let folder = std::env::temp_dir().join(format!("thuocdo-report-{}", std::process::id()));
        let report = Report {
            done: vec![("cargo build".to_owned(), 12)],
            left_out: vec!["Spark: cargo xtask test python --deep".to_owned()],
            not_run: vec!["fuzzing: no nightly".to_owned()],
            processor: 33,
        };
        report.write(&folder).expect("a file in the folder for temporary files");
        assert_eq!(Report::read(&folder), report);
        fs::remove_file(&folder).expect("it was written");
        assert_eq!(Report::read(&folder), Report::default());
    }
}
