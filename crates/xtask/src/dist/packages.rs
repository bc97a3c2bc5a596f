//! The packages, each made of what was built for the systems that could be built for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::notices::Notices;
use super::target::{System, TARGETS, Target};
use super::{VERSION, copy, folder, place, told};
use crate::c;
use crate::debian::{Package, commit_time};
use crate::run::{path_text, ran, root};

/// The school that is scored to see that a package works.
const SCHOOL: &str = "examples/exactly-75.json";
/// The way from Java to C, as Debian brings it.
const JNA: &str = "/usr/share/java/jna.jar";

/// An empty folder in which a package is put together.
fn staged(name: &str) -> Result<PathBuf, String> {
    let to = folder().join("staged").join(name);
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(&to).map_err(|error| told(&to, &error))?;
    Ok(to)
}

/// Where the files of a target are.
fn built(target: Target) -> PathBuf {
    target.built(&folder().join("build"))
}

/// The second of the last commit: the time of every file in an archive, so that two builds are the same.
fn time() -> Result<String, String> {
    commit_time().ok_or_else(|| "`git log` fails; this is run in a clone".to_owned())
}

/// Header, library and command as under `/usr/local`.
fn lay(target: Target, to: &Path) -> Result<(), String> {
    let [library, _, command] = target.files();
    if target.system == System::Linux {
        // The linker that makes the archive knows the machine's own files alone.
        c::lay(to, &built(target), target.arch() == std::env::consts::ARCH)?;
    } else {
        copy(&root().join("bindings/c/include/thuocdo.h"), &to.join("include"))?;
        place(&built(target).join(library), &to.join("lib").join(target.library()))?;
    }
    copy(&built(target).join(command), &to.join("bin"))
}

/// An archive to unpack anywhere.
pub(super) fn archive(target: Target, notices: &Notices, out: &Path) -> Result<(), String> {
    let name = format!("thuocdo-{VERSION}-{}", target.name());
    let to = staged(&target.name())?.join(&name);
    lay(target, &to)?;
    copy(&built(target).join(&target.files()[1]), &to.join("lib"))?;
    notices.lay(&to)?;
    if target.system == System::Windows {
        return zip(to.parent().unwrap_or(&to), &out.join(format!("{name}.zip")));
    }
    let (file, mtime) = (path_text(&out.join(format!("{name}.tar.gz"))), format!("--mtime=@{}", time()?));
    let args = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", &mtime, "-czf", &file, &name];
    ran(Command::new("tar").args(args).current_dir(to.parent().unwrap_or(&to))).map(drop)
}

/// A Debian package of command and C library.
pub(super) fn deb(notices: &Notices, out: &Path) -> Result<(), String> {
    let to = staged("deb")?;
    lay(TARGETS[0], &to.join("usr"))?;
    notices.lay(&to.join("usr/share/doc/thuocdo"))?;
    let triggers = to.join("DEBIAN/triggers");
    fs::create_dir_all(to.join("DEBIAN"))
        .and_then(|()| fs::write(&triggers, "activate-noawait ldconfig\n"))
        .map_err(|error| told(&triggers, &error))?;
    let package = Package {
        name: "thuocdo",
        version: VERSION,
        architecture: "amd64",
        section: "science",
        depends: "libc6 (>= 2.17), libgcc-s1",
        title: "points and levels of schools by Decision 4725 of Vietnam",
        about: &["The command thuocdo, and libthuocdo with its header."],
    };
    package.build(&to, out).map(drop)
}

/// The wrapper for Java as classes, with the library of each system as JNA looks for it.
pub(super) fn jar(targets: &[Target], notices: &Notices, out: &Path) -> Result<(), String> {
    let (to, own) = (staged("jar")?, root().join("bindings/c/hosts/java"));
    ran(Command::new("javac").args(["--release", "11", "-cp", JNA, "-d"]).arg(&to).arg(own.join("thuocdo/Scorer.java")))?;
    for &target in targets {
        place(&built(target).join(&target.files()[0]), &to.join(target.of_jna()).join(target.library()))?;
    }
    notices.lay(&to.join("META-INF"))?;
    let jar = out.join(format!("thuocdo-{VERSION}.jar"));
    zip(&to, &jar)?;
    let program = staged("jar-tried")?;
    let path = format!("{JNA}:{}:{}", jar.display(), program.display());
    ran(Command::new("javac").args(["-cp", &path, "-d"]).arg(&program).arg(own.join("Score.java")))?;
    scores(Command::new("java").args(["-cp", &path, "Score"]))
}

/// The wrapper for C# as a source that a project compiles, with the library of each system as NuGet hands it out.
pub(super) fn nuget(targets: &[Target], notices: &Notices, out: &Path) -> Result<(), String> {
    let (to, own) = (staged("nuget")?, root().join("bindings/c/hosts/csharp"));
    let source = to.join("contentFiles/cs/any/Thuocdo.cs");
    place(&own.join("Thuocdo.cs"), &source)?;
    for &target in targets {
        place(&built(target).join(&target.files()[0]), &to.join("runtimes").join(target.of_net()).join("native").join(target.library()))?;
    }
    notices.lay(&to)?;
    let of_nuget = root().join("crates/xtask/src/dist/nuget");
    for (from, name) in [("package.nuspec", "Thuocdo.nuspec"), ("content-types.xml", "[Content_Types].xml"), ("relationships.xml", "_rels/.rels")] {
        let file = to.join(name);
        let text = fs::read_to_string(of_nuget.join(from)).map_err(|error| told(&of_nuget, &error))?.replace("@VERSION@", VERSION);
        fs::create_dir_all(file.parent().unwrap_or(&to)).and_then(|()| fs::write(&file, text)).map_err(|error| told(&file, &error))?;
    }
    let package = out.join(format!("Thuocdo.{VERSION}.nupkg"));
    zip(&to, &package)?;
    // Mono has no NuGet: the package is unpacked, and its source compiled as a project would.
    let program = staged("nuget-tried")?;
    ran(Command::new("jar").args(["--extract", "--file"]).arg(&package).current_dir(&program))?;
    let (tried, library) = (program.join("score.exe"), program.join("runtimes/linux-x64/native/libthuocdo.so.1"));
    let sources = [own.join("Score.cs"), program.join("contentFiles/cs/any/Thuocdo.cs")];
    ran(Command::new("mcs").args(["-langversion:7", &format!("-out:{}", tried.display())]).args(sources))?;
    scores(Command::new("mono").arg(tried).env("THUOCDO_LIBRARY", library))
}

/// The digest of each file, as `sha256sum --check` reads them.
pub(super) fn digests(out: &Path) -> Result<(), String> {
    let files = fs::read_dir(out).map_err(|error| told(out, &error))?;
    let mut names: Vec<_> = files.flatten().map(|file| file.file_name()).collect();
    names.sort();
    let list = ran(Command::new("sha256sum").args(names).current_dir(out))?;
    print!("{list}");
    fs::write(out.join("SHA256SUMS"), list).map_err(|error| told(out, &error))
}

/// A folder as a zip file, whose files are all of the same time.
fn zip(from: &Path, to: &Path) -> Result<(), String> {
    let _ = fs::remove_file(to);
    let date = ran(Command::new("date").args(["--utc", "+%Y-%m-%dT%H:%M:%SZ", "--date", &format!("@{}", time()?)]))?;
    let mut names: Vec<_> = fs::read_dir(from).map_err(|error| told(from, &error))?.flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    let mut jar = Command::new("jar");
    jar.args(["--create", "--no-manifest", "--date", date.trim(), "--file"]).arg(to).args(names).current_dir(from);
    ran(&mut jar).map(drop)
}

/// A program scores a school from standard input as the command does.
fn scores(program: &mut Command) -> Result<(), String> {
    let command = built(TARGETS[0]).join("thuocdo");
    let expected = ran(Command::new(command).args(["score", SCHOOL, "--format", "json"]).current_dir(root()))?;
    let school = fs::File::open(root().join(SCHOOL)).map_err(|error| format!("{SCHOOL}: {error}"))?;
    let found = ran(program.stdin(Stdio::from(school)).env_remove("LD_LIBRARY_PATH"))?;
    if found.trim_end() == expected.trim_end() { Ok(()) } else { Err(format!("{program:?} answers\n{found}\nand the command\n{expected}")) }
}
