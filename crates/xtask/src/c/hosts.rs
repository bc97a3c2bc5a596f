//! Hosts in other languages than C: what each needs, how its programs are built, and what starts them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::folder;
use super::programs::Built;
use crate::debian;
use crate::run::{Steps, ran, root};

/// A folder under `bindings/c/hosts`. It is copied under `target` before anything is built, and all commands are run there.
pub(super) struct Host {
    /// The folder's name.
    pub(super) name: &'static str,
    /// Each program on the path, or file, with the Debian package it comes in.
    needs: &'static [(&'static str, &'static str)],
    /// What builds it, one command after another.
    build: &'static [&'static [&'static str]],
    /// Whether it loads the library while it runs, from a path if it is told one.
    pub(super) loads: bool,
    /// What starts the program that runs the corpus, and measures.
    corpus: &'static [&'static str],
    /// What starts the program that scores a school.
    score: &'static [&'static str],
    /// What starts the program that does what must not be done, and forgets scorers; it succeeds where all of it is told.
    misuse: &'static [&'static str],
}

/// A host's programs.
pub(super) struct Programs {
    pub(super) corpus: Built,
    pub(super) score: Built,
    pub(super) misuse: Built,
    /// The program that runs the corpus of tables, where the host has one.
    pub(super) tables: Option<Built>,
}

/// Java's way to C, as Debian brings it, and the host's folder.
const JNA: &str = "/usr/share/java/jna.jar:.";

pub(super) const HOSTS: [Host; 6] = [
    Host {
        name: "python",
        needs: &[("python3", "python3")],
        build: &[],
        loads: true,
        corpus: &["python3", "-B", "corpus.py"],
        score: &["python3", "-B", "score.py"],
        misuse: &["python3", "-B", "misuse.py"],
    },
    Host {
        name: "node",
        needs: &[("node", "nodejs"), ("npm", "npm")],
        build: &[&["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]],
        loads: true,
        corpus: &["node", "corpus.mjs"],
        score: &["node", "score.mjs"],
        misuse: &["node", "--expose-gc", "misuse.mjs"],
    },
    Host {
        name: "java",
        needs: &[("java", "default-jdk-headless"), ("javac", "default-jdk-headless"), ("/usr/share/java/jna.jar", "libjna-java")],
        build: &[
            // What is to be taken is for older machines than the runner.
            &["javac", "--release", "11", "-Xlint:all", "-Werror", "-cp", JNA, "thuocdo/Scorer.java"],
            &["javac", "-Xlint:all", "-Werror", "-cp", JNA, "Corpus.java", "Misuse.java", "Score.java"],
        ],
        loads: true,
        corpus: &["java", "-cp", JNA, "Corpus"],
        score: &["java", "-cp", JNA, "Score"],
        misuse: &["java", "-cp", JNA, "Misuse"],
    },
    Host {
        name: "csharp",
        needs: &[("mcs", "mono-mcs"), ("mono", "mono-runtime")],
        build: &[
            &["mcs", "-langversion:7", "-warnaserror", "-out:corpus.exe", "Corpus.cs", "Thuocdo.cs"],
            &["mcs", "-langversion:7", "-warnaserror", "-out:score.exe", "Score.cs", "Thuocdo.cs"],
            &["mcs", "-langversion:7", "-warnaserror", "-out:misuse.exe", "Misuse.cs", "Thuocdo.cs"],
        ],
        loads: true,
        corpus: &["mono", "corpus.exe"],
        score: &["mono", "score.exe"],
        misuse: &["mono", "misuse.exe"],
    },
    Host {
        name: "php",
        needs: &[("php", "php-cli")],
        build: &[],
        loads: true,
        corpus: &["php", "corpus.php"],
        score: &["php", "score.php"],
        misuse: &["php", "misuse.php"],
    },
    Host {
        name: "go",
        needs: &[("go", "golang-go")],
        build: &[
            &["sh", "-c", "test -z \"$(gofmt -l . | tee /dev/stderr)\""],
            &["go", "vet", "./..."],
            &["go", "build", "-buildvcs=false", "-o", "bin/", "./corpus", "./score"],
            &["go", "test", "-c", "-o", "bin/misuse"],
        ],
        loads: false,
        corpus: &["./bin/corpus"],
        score: &["./bin/score"],
        // Go looks whether what it lends to C holds pointers of its own.
        misuse: &["env", "GODEBUG=cgocheck=2", "./bin/misuse"],
    },
];

impl Host {
    /// Whether what it needs is there, or could be installed.
    pub(super) fn is_possible(&self, steps: &mut Steps) -> bool {
        debian::wanted(steps, &format!("the host {}", self.name), self.needs)
    }

    /// Copies and builds it against the library under a prefix.
    pub(super) fn build(&self, prefix: &Path) -> Result<Programs, String> {
        let to = folder().join("hosts").join(self.name);
        copy(&root().join("bindings/c/hosts").join(self.name), &to).map_err(|error| format!("{}: {error}", to.display()))?;
        for words in self.build {
            let (program, args) = words.split_first().ok_or("no command")?;
            let mut command = Command::new(program);
            ran(command.args(args).current_dir(&to).env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")))?;
        }
        let started = |line| Built::new(line, &to, prefix);
        let tables = to.join("tables.py").exists().then(|| started(&["python3", "-B", "tables.py"]));
        Ok(Programs { corpus: started(self.corpus), score: started(self.score), misuse: started(self.misuse), tables })
    }
}

/// Copies a folder over another; what was built there stays, so that tools see what is new.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
