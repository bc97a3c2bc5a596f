//! Programs that are built against an installed library, and what they must do.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::folder;
use crate::run::{ran, root};

/// One program: its source under `bindings/c`, and the flags beyond those of every program.
#[derive(Clone, Copy)]
pub(super) struct Program {
    source: &'static str,
    flags: &'static [&'static str],
    is_static: bool,
}

pub(super) const C_CORPUS: Program = Program::of("hosts/c/corpus.c");
pub(super) const C_SCORE: Program = Program::of("hosts/c/score.c");
pub(super) const CPP_CORPUS: Program = Program::of("hosts/cpp/corpus.cpp");
pub(super) const CPP_SCORE: Program = Program::of("hosts/cpp/score.cpp");
pub(super) const MISUSE: Program = Program::of("tests/misuse.c");
pub(super) const ARROW: Program = Program::of("tests/arrow.c");
pub(super) const NUMBERS: Program = Program::of("tests/numbers.c");
pub(super) const PANIC: Program = Program::of("tests/panic.c");
pub(super) const BENCH: Program = Program::of("benches/call.c");
pub(super) const BENCH_NUMBERS: Program = Program::of("benches/numbers.c");

/// Reading or writing where nothing is, leaks, and what C leaves undefined; the first one ends the program.
pub(super) const ASAN: [&str; 2] = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
/// Each error and each leak fails the run.
pub(super) const VALGRIND: &[&str] =
    &["valgrind", "--quiet", "--error-exitcode=9", "--leak-check=full", "--show-leak-kinds=all", "--errors-for-leak-kinds=all"];

pub(super) const WARNINGS: [&str; 6] = ["-Wall", "-Wextra", "-Werror", "-pedantic", "-O1", "-pthread"];

/// A program that was built.
#[derive(Clone)]
pub(super) struct Built {
    /// What starts it: the program itself, or what runs it and its arguments.
    line: Vec<String>,
    /// Where it is started.
    folder: PathBuf,
    /// Where its library is, for whoever finds it by the system's loader.
    lib: PathBuf,
    /// The library itself, for whoever is told its path instead.
    path: Option<PathBuf>,
}

impl Program {
    const fn of(source: &'static str) -> Program {
        Program { source, flags: &[], is_static: false }
    }

    pub(super) const fn with(self, flags: &'static [&'static str]) -> Program {
        Program { flags, ..self }
    }

    /// Linked with the archive.
    pub(super) const fn statically(self) -> Program {
        Program { is_static: true, ..self }
    }

    /// Compiles it with the flags that pkg-config gives for a prefix.
    pub(super) fn build(self, prefix: &Path) -> Result<Built, String> {
        let kind = [(!self.flags.is_empty()).then_some("-sanitized"), self.is_static.then_some("-static")];
        let of = prefix.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{of}-{}{}", self.source.replace(['/', '.'], "-"), kind.into_iter().flatten().collect::<String>());
        self.compile(&root().join("bindings/c").join(self.source), &folder().join(name), prefix)
    }

    fn compile(self, source: &Path, out: &Path, prefix: &Path) -> Result<Built, String> {
        let is_cpp = source.extension().is_some_and(|ending| ending == "cpp");
        let (compiler, standard) = if is_cpp { ("g++", "-std=c++17") } else { ("gcc", "-std=c11") };
        let rpath = format!("-Wl,-rpath,{}", prefix.join("lib").display());
        let mut command = Command::new(compiler);
        command.arg(standard).args(WARNINGS).args(self.flags).arg(source).args(pkg_config(prefix, self.is_static)?);
        ran(command.args([&rpath, "-o"]).arg(out))?;
        Ok(Built::new(&[&out.to_string_lossy()], &folder(), prefix))
    }
}

/// A program in C whose source stands elsewhere.
pub(super) fn compiled(source: &Path, prefix: &Path) -> Result<Built, String> {
    Program::of("").compile(source, &source.with_extension(""), prefix)
}

/// What pkg-config says of a prefix.
fn pkg_config(prefix: &Path, is_static: bool) -> Result<Vec<String>, String> {
    let how: &[&str] = if is_static { &["--static"] } else { &[] };
    let mut pkg_config = Command::new("pkg-config");
    pkg_config.args(how).args(["--cflags", "--libs", "thuocdo"]).env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"));
    let flags = ran(&mut pkg_config)?;
    // A linker takes the shared library where both are there, unless it is told.
    let named = |flag: &str| if is_static && flag == "-lthuocdo" { "-l:libthuocdo.a".to_owned() } else { flag.to_owned() };
    Ok(flags.split_whitespace().map(named).collect())
}

impl Built {
    /// What is started by this line in a folder.
    pub(super) fn new(line: &[&str], folder: &Path, prefix: &Path) -> Built {
        Built { line: line.iter().map(|&word| word.to_owned()).collect(), folder: folder.to_owned(), lib: prefix.join("lib"), path: None }
    }

    /// The same with the library under another prefix.
    pub(super) fn with_library(&self, prefix: &Path) -> Built {
        Built { lib: prefix.join("lib"), ..self.clone() }
    }

    /// The same where the system's loader finds nothing, and the environment names the library under the prefix.
    pub(super) fn told_path(&self, prefix: &Path) -> Built {
        Built { lib: PathBuf::from("/"), path: Some(prefix.join("lib/libthuocdo.so.1")), ..self.clone() }
    }

    /// It succeeds, and prints something.
    pub(super) fn runs(&self, args: &[&str]) -> Result<String, String> {
        self.under(&[], args)
    }

    /// It succeeds, and prints this.
    pub(super) fn prints(&self, args: &[&str], expected: &str) -> Result<(), String> {
        let found = self.runs(args)?;
        if found == expected { Ok(()) } else { Err(format!("{self} printed `{found}`, not `{expected}`")) }
    }

    /// It succeeds under a tool.
    pub(super) fn under(&self, tool: &[&str], args: &[&str]) -> Result<String, String> {
        ran(&mut self.command(tool, args))
    }

    /// Given this on standard input, it ends with this code and prints this; if the code is not 0, it says why.
    pub(super) fn answers(&self, args: &[&str], input: &[u8], code: i32, expected: &str) -> Result<(), String> {
        let told = |error: std::io::Error| format!("{self}: {error}");
        let mut child = self.command(&[], args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(told)?;
        child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(input)).map_err(told)?;
        let output = child.wait_with_output().map_err(told)?;
        let (found, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let as_told = output.status.code() == Some(code) && found == expected && said.is_empty() == (code == 0);
        if as_told { Ok(()) } else { Err(format!("{self} ended with {}: {found}{said}", output.status)) }
    }

    /// Its name, and behind a tab the shell's line that starts it with an argument, then those of the shell.
    pub(super) fn shell_line(&self, name: &str, arg: &str) -> String {
        format!("{name}\tcd '{}' && LD_LIBRARY_PATH='{}' exec {self} {arg} \"$@\"", self.folder.display(), self.lib.display())
    }

    fn command(&self, tool: &[&str], args: &[&str]) -> Command {
        let mut words = tool.iter().copied().chain(self.line.iter().map(String::as_str)).chain(args.iter().copied());
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).current_dir(&self.folder).env("LD_LIBRARY_PATH", &self.lib);
        command.envs(self.path.iter().map(|path| ("THUOCDO_LIBRARY", path)));
        command
    }
}

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line.join(" "))
    }
}
