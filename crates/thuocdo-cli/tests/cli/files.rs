//! Files that are written: whole or as they were, whatever happens to the disk or to the reader of standard output.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

use super::{Answer, Folder, VIETNAMESE, example, thuocdo};

/// What stands in a file before the command replaces it.
const OLD: &str = "bản cũ\n";
const NEW_CASE: [&str; 6] = ["process", "--new", "--institution-code", "VD-0001", "--period", "2023-2024"];
const PLAN: [&str; 8] = ["--add", "plan", "--on", "2024-02-01", "--role", "institution", "--body", "Trường (ví dụ giả định)"];

/// Every call that writes a file: its name, what stands in it before, and the arguments that stand around it.
struct Writer {
    file: &'static str,
    old: String,
    before: Vec<String>,
    after: Vec<String>,
}

impl Writer {
    fn all(folder: &Folder) -> Vec<Writer> {
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let case = thuocdo(&NEW_CASE).done();
        let recognised = folder.file("recognised.json", recognised());
        let seed = folder.file("seed.txt", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let of = |file, before: &[&str]| Writer { file, old: OLD.to_owned(), before: owned(before), after: owned(&["--force"]) };
        let cohort = ["cohort", &example("twelve-schools.csv"), "--publish"];
        vec![
            of("form.json", &["form", "-o"]),
            of("form.csv", &["form", "-o"]),
            of("form.xlsx", &["form", "-o"]),
            of("case.json", &[&NEW_CASE[..], &["-o"]].concat()),
            Writer { file: "case.json", old: case, before: owned(&["process"]), after: owned(&[&PLAN[..], &["-o", "case.json"]].concat()) },
            of("certificate.json", &["certify", &recognised, "-o"]),
            of("certificate.json", &["certify", &recognised, "--key", &seed, "-o"]),
            of("certificate.docx", &["certify", &recognised, "-o"]),
            of("phieu.docx", &["report", &example("complete-primary-school.json"), "-o"]),
            of("phieu.html", &["report", &example("complete-primary-school.json"), "-o"]),
            of("levels.csv", &["score", &example("twelve-schools.csv"), "-o"]),
            of("levels.xlsx", &["score", &example("twelve-schools.csv"), "-o"]),
            of("levels.txt", &["score", &example("twelve-schools.csv"), "-o"]),
            of("plans.ndjson", &["plan", &example("twelve-schools.csv"), "-o"]),
            of("counts.json", &["cohort", &example("twelve-schools.csv"), "-o"]),
            of("list.html", &cohort),
            of("list.csv", &cohort),
            of("list.xlsx", &cohort),
            of("list.json", &cohort),
        ]
    }

    /// The call, in the folder of the file; a limit of file sizes may hold.
    fn call(&self, folder: &Path, limit: Option<u64>) -> Command {
        let mut command = match limit {
            None => Command::new(cargo_bin("thuocdo")),
            Some(limit) => {
                let mut command = Command::new("prlimit");
                command.arg(format!("--fsize={limit}")).arg(cargo_bin("thuocdo"));
                command
            }
        };
        command.args(&self.before).arg(self.file).args(&self.after).envs(VIETNAMESE).current_dir(folder);
        command
    }

    /// A folder that holds the old file and nothing else.
    fn folder(&self) -> Folder {
        let folder = Folder::new();
        folder.file(self.file, &self.old);
        folder
    }

    /// What the call writes where nothing hinders it.
    fn new_content(&self) -> Vec<u8> {
        let folder = self.folder();
        let status = self.call(folder.0.path(), None).stdout(Stdio::null()).status().expect("it runs");
        assert_eq!(status.code(), Some(0), "{:?}", self.before);
        fs::read(folder.path(self.file)).expect("the file")
    }
}

/// A case that came to its recognition.
pub(super) fn recognised() -> String {
    let folder = Folder::new();
    let case = folder.file("case.json", thuocdo(&NEW_CASE).done());
    let own = fs::read_to_string(example("complete-primary-school.json")).expect("an example");
    let external = folder.file("external.json", own.replace("\"self\"", "\"external\""));
    let own = folder.file("self.json", own);
    let steps: [(&str, &str, &str, &[&str]); 6] = [
        ("plan", "2024-02-01", "institution", &[]),
        ("self_assess", "2024-04-15", "institution", &["--assessment", &own]),
        ("approve", "2024-05-02", "head", &[]),
        ("report", "2024-06-01", "head", &[]),
        ("externally_assess", "2024-06-10", "authority", &["--assessment", &external]),
        ("recognise", "2024-06-18", "authority", &[]),
    ];
    for (act, on, role, more) in steps {
        let event = ["process", &case, "--add", act, "--on", on, "--role", role, "--body", "A", "-o", &case];
        assert_eq!(thuocdo(&[&event[..], more].concat()).done(), "");
    }
    fs::read_to_string(case).expect("the case")
}

fn answer(command: &mut Command) -> Answer {
    let output = command.output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Answer { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.0.path()).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn where_a_file_may_not_grow_the_old_one_stays_whole_and_nothing_else() {
    let others = Folder::new();
    for writer in Writer::all(&others) {
        let new = writer.new_content();
        let all = new.len() as u64;
        for limit in [0, 1, all / 2, all - 1, all, all + 1] {
            let folder = writer.folder();
            let answer = answer(&mut writer.call(folder.0.path(), Some(limit)));
            let content = fs::read(folder.path(writer.file)).expect("the file");
            assert_eq!(names(&folder), [writer.file], "{limit} of {all}: {:?}", writer.before);
            if limit >= all {
                assert_eq!((answer.status, &content), (0, &new), "{limit} of {all}: {:?}", writer.before);
            } else {
                assert_eq!(content, writer.old.as_bytes(), "{limit} of {all}: {:?}", writer.before);
                let said = format!("không ghi được {}; tệp cũ còn nguyên: tệp lớn hơn mức hệ thống cho phép", writer.file);
                assert!(answer.fails(2).contains(&said), "{limit} of {all}: {:?}", writer.before);
            }
        }
    }
}

#[test]
fn a_file_is_written_whether_or_not_anybody_reads_standard_output() {
    let others = Folder::new();
    for writer in Writer::all(&others) {
        let new = writer.new_content();
        let folder = writer.folder();
        let mut command = writer.call(folder.0.path(), None);
        assert_eq!(command.stdout(pipe_without_reader()).status().expect("it runs").code(), Some(0), "{:?}", writer.before);
        assert_eq!(fs::read(folder.path(writer.file)).expect("the file"), new, "{:?}", writer.before);

        // Closed altogether.
        let folder = writer.folder();
        let mut shell = Command::new("sh");
        shell.args(["-c", "exec \"$0\" \"$@\" >&-"]).arg(cargo_bin("thuocdo")).args(&writer.before).arg(writer.file).args(&writer.after);
        assert_eq!(shell.current_dir(folder.0.path()).status().expect("it runs").code(), Some(0), "{:?}", writer.before);
        assert_eq!(fs::read(folder.path(writer.file)).expect("the file"), new, "{:?}", writer.before);
    }
}

/// A pipe whose reader is gone.
pub(super) fn pipe_without_reader() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

#[cfg(target_os = "linux")]
#[test]
fn a_list_is_written_though_the_counts_find_no_room_and_the_status_says_so() {
    let others = Folder::new();
    let writer = Writer::all(&others).into_iter().find(|writer| writer.file == "list.csv").expect("one of them");
    let folder = writer.folder();
    let full = fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let status = writer.call(folder.0.path(), None).stdout(full).stderr(Stdio::null()).status().expect("it runs");
    assert_eq!(status.code(), Some(2));
    assert_eq!(fs::read(folder.path(writer.file)).expect("the file"), writer.new_content());
}

#[test]
fn what_is_replaced_keeps_its_rights_and_what_is_new_has_the_usual_ones() {
    let folder = Folder::new();
    let file = folder.file("phieu.json", OLD);
    let rights = |path: &str| fs::metadata(path).expect("a file").permissions().mode() & 0o7777;
    for mode in [0o600, 0o640, 0o664, 0o755] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("set");
        thuocdo(&["form", "--force", "-o", &file]).done();
        assert_eq!(rights(&file), mode);
        assert_ne!(fs::read_to_string(&file).expect("the form"), OLD);
    }
    let (usual, new) = (folder.file("usual", ""), folder.path("new.json").display().to_string());
    thuocdo(&["form", "-o", &new]).done();
    assert_eq!(rights(&new), rights(&usual));
}

#[test]
fn a_link_stays_a_link_and_its_target_is_replaced() {
    let folder = Folder::new();
    fs::create_dir(folder.path("sub")).expect("a folder");
    let case = folder.file("sub/case.json", thuocdo(&NEW_CASE).done());
    symlink("case.json", folder.path("sub/inner.json")).expect("a link");
    symlink("sub/inner.json", folder.path("case.json")).expect("a link");
    let link = folder.path("case.json").display().to_string();
    thuocdo(&[&["process", &link], &PLAN[..], &["-o", &link]].concat()).done();
    assert!(fs::read_to_string(&case).expect("the case").contains("\"plan\""));
    assert!(["case.json", "sub/inner.json"].iter().all(|name| folder.path(name).is_symlink()));

    // A link to nothing yet.
    symlink("sub/new.json", folder.path("new.json")).expect("a link");
    let new = folder.path("new.json").display().to_string();
    assert!(thuocdo(&["form", "-o", &new]).fails(2).contains("--force"));
    thuocdo(&["form", "--force", "-o", &new]).done();
    assert!(folder.path("new.json").is_symlink() && folder.path("sub/new.json").is_file());

    // A ring of links.
    symlink("ring.json", folder.path("ring.json")).expect("a link");
    let ring = folder.path("ring.json").display().to_string();
    assert!(thuocdo(&["form", "--force", "-o", &ring]).fails(2).contains("không ghi được"));
}

#[test]
fn pipes_devices_and_standard_output_are_written_to_and_not_replaced() {
    let folder = Folder::new();
    let form = thuocdo(&["form", "--format", "json"]).done();
    assert_eq!(thuocdo(&["form", "--format", "json", "-o", "-"]).done(), form);
    assert_eq!(thuocdo(&["form", "--format", "json", "--force", "-o", "/dev/stdout"]).done(), form);
    assert_eq!(thuocdo(&["form", "--format", "json", "--force", "-o", "/dev/null"]).done(), "");

    // There is nothing to overwrite, and no ending that says the format.
    let (school, overlay) = (example("exactly-75.json"), example("overlays/hai-phong-illustrative.json"));
    let case = folder.file("recognised.json", recognised());
    for call in [
        &["score", &school][..],
        &["score", &school, "--format", "json"],
        &["check", &school],
        &["explain", &school],
        &["plan", &school],
        &["quality", &school],
        &["course", &school],
        &["cohort", &school],
        &["certify", &case],
        &["process", "--new", "--institution-code", "VD-0001", "--period", "2023-2024"],
        &["gather", &school],
        &["schema", "scorecard"],
        &["sample"],
        &["explain-code", "wrong_type"],
        &["framework", "list"],
        &["framework", "show"],
        &["framework", "check", "moet-4725-2022"],
        &["framework", "checklist"],
        &["overlay", "check", &overlay],
        &["overlay", "apply", &overlay],
        &["completions", "bash"],
        &["man"],
    ] {
        let printed = thuocdo(call).done();
        for name in ["/dev/stdout", "-"] {
            assert_eq!(thuocdo(&[call, &["-o", name]].concat()).done(), printed, "{call:?} -o {name}");
        }
        assert_eq!(thuocdo(&[call, &["-o", "/dev/null"]].concat()).out, "", "{call:?}");
    }
    assert!(thuocdo(&["overlay", "new", "--share", "1.6.1", "-o", "/dev/stdout"]).fails(2).contains("--id"));

    // Behind what stands in a file already.
    let mut shell = Command::new("sh");
    shell.args(["-c", "echo trước > dai; \"$0\" form --format json -o /dev/stdout >> dai"]).arg(cargo_bin("thuocdo"));
    assert!(shell.current_dir(folder.0.path()).status().expect("it runs").success());
    assert_eq!(fs::read_to_string(folder.path("dai")).expect("the file"), format!("trước\n{form}"));

    // What stands behind the name is a file that somebody holds open.
    let mut shell = Command::new("sh");
    shell.args(["-c", "exec \"$0\" form --format json --force -o /dev/stdout"]).arg(cargo_bin("thuocdo"));
    let out = fs::File::create(folder.path("out")).expect("a file");
    let same = out.try_clone().expect("the same file");
    assert!(shell.stdout(out).status().expect("it runs").success());
    assert_eq!(same.metadata().expect("a file").len(), form.len() as u64);

    let pipe = folder.path("pipe").display().to_string();
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("it runs").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("what is written")
    });
    assert_eq!(thuocdo(&["form", "--format", "json", "--force", "-o", &pipe]).done(), "");
    assert_eq!(reader.join().expect("it ends"), form);
    assert!(!fs::metadata(&pipe).expect("the pipe").is_file());

    fs::create_dir(folder.path("a.json")).expect("a folder");
    let named = folder.path("a.json").display().to_string();
    assert!(thuocdo(&["form", "--force", "-o", &named]).fails(2).contains("đây là thư mục"));
}
