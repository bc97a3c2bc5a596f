//! Writes files. A write that fails leaves the old file as it was.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::{Builder, NamedTempFile};
use thuocdo::Lang;

use crate::args::{is_of_the_system, is_stdout};
use crate::terminal::stdout;
use crate::words::Word;

/// How many links lead from one name to another at most, as Linux has it.
const MOST_LINKS: usize = 40;

/// Writes a file that does not exist, or that `force` overwrites. The bytes go to a new file beside it, which then takes its name, so a
/// failure leaves the old file untouched. `-` and `/dev/stdout` are standard output.
pub(crate) fn write_file(path: &Path, bytes: &[u8], force: bool, lang: Lang) -> Result<()> {
    if is_stdout(path) {
        return stdout::all(bytes);
    }
    must_be_free(path, force, lang)?;
    let target = target(path).with_context(|| Word::CannotWrite.say(lang, &[("file", &path.display())]))?;
    let old = fs::metadata(&target).ok();
    let written = match &old {
        Some(old) if !old.is_file() || is_of_the_system(&target) => in_place(&target, bytes),
        _ => beside(&target, old.as_ref(), bytes, force),
    };
    let failed = if old.is_some_and(|old| old.is_file()) { Word::CannotReplace } else { Word::CannotWrite };
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => bail!(Word::FileExists.say(lang, &[("file", &path.display())])),
        written => written.with_context(|| failed.say(lang, &[("file", &path.display())])),
    }
}

/// A file that gets the results of a command while it works. It takes its name only when all is written.
pub(crate) struct Answered {
    /// `None` if the results go into a pipe or a device at once.
    new: Option<NamedTempFile>,
    target: PathBuf,
    old: Option<Metadata>,
    force: bool,
}

impl Answered {
    /// Sends the results of the command to a file that does not exist, or that `force` overwrites.
    pub(crate) fn begin(path: &Path, force: bool, lang: Lang) -> Result<Answered> {
        must_be_free(path, force, lang)?;
        let begun = target(path).and_then(|target| {
            let old = fs::metadata(&target).ok();
            let failed = if old.as_ref().is_some_and(Metadata::is_file) { Word::CannotReplace } else { Word::CannotWrite };
            let failed = failed.say(lang, &[("file", &path.display())]);
            if old.as_ref().is_some_and(|old| !old.is_file()) || is_of_the_system(&target) {
                stdout::redirect(File::options().write(true).truncate(true).open(&target)?, failed);
                return Ok(Answered { new: None, target, old, force });
            }
            if old.is_some() {
                // A user who may not write the file must not replace it either.
                File::options().write(true).open(&target)?;
            }
            let new = create(folder(&target))?;
            stdout::redirect(new.as_file().try_clone()?, failed);
            Ok(Answered { new: Some(new), target, old, force })
        });
        begun.with_context(|| Word::CannotWrite.say(lang, &[("file", &path.display())]))
    }

    /// Ends the file. If nothing was written, there is none.
    pub(crate) fn finish(mut self, lang: Lang) -> Result<()> {
        let Some(new) = self.new.take() else { return Ok(()) };
        let old = self.old.as_ref();
        let named = new.as_file().metadata().and_then(|found| if found.len() == 0 { Ok(()) } else { name(new, &self.target, old, self.force) });
        let failed = if old.is_some() { Word::CannotReplace } else { Word::CannotWrite };
        named.with_context(|| failed.say(lang, &[("file", &self.target.display())]))
    }
}

/// Sends results to standard output again, however the command ended.
impl Drop for Answered {
    fn drop(&mut self) {
        stdout::restore();
    }
}

/// Writes one line to a file, as [`write_file`] does, or to standard output.
pub(crate) fn write_text(file: Option<&Path>, text: &str, force: bool, lang: Lang) -> Result<()> {
    let Some(path) = file else { return stdout::one_line(text) };
    write_file(path, format!("{text}\n").as_bytes(), force, lang)
}

/// Fails if a file is there that only `force` overwrites: better known before the work than after it.
pub(crate) fn must_be_free(path: &Path, force: bool, lang: Lang) -> Result<()> {
    if !force && is_there(path) {
        bail!(Word::FileExists.say(lang, &[("file", &path.display())]));
    }
    Ok(())
}

/// Whether a file is there whose content would be lost. Pipes and devices have none.
pub(crate) fn is_there(path: &Path) -> bool {
    let is_kept = |found: Metadata| found.is_file() || found.is_dir();
    path.symlink_metadata().is_ok() && !is_of_the_system(path) && fs::metadata(path).map_or(true, is_kept)
}

/// The file that links lead to: it is replaced, and the links stay.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(next) if !is_of_the_system(&path) => path = path.parent().unwrap_or(Path::new("")).join(next),
            _ => return Ok(path),
        }
    }
    // Too many links: the system's own error says so.
    path.canonicalize()
}

/// Writes to a pipe or device, which has no old content to lose.
fn in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::options().write(true).truncate(true).open(path)?.write_all(bytes)
}

/// Writes to a new file, which takes the name only when all of it is on the disk; else nothing of it stays.
fn beside(path: &Path, old: Option<&Metadata>, bytes: &[u8], force: bool) -> io::Result<()> {
    if old.is_some() {
        // A user who may not write the file must not replace it either.
        File::options().write(true).open(path)?;
    }
    let mut new = create(folder(path))?;
    new.as_file_mut().write_all(bytes)?;
    name(new, path, old, force)
}

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Gives a new file, when all of it is on the disk, the name and the rights of the old one.
fn name(new: NamedTempFile, path: &Path, old: Option<&Metadata>, force: bool) -> io::Result<()> {
    if let Some(old) = old {
        keep_rights(new.as_file(), old)?;
    }
    new.as_file().sync_all()?;
    let named = if force { new.persist(path) } else { new.persist_noclobber(path) };
    named.map_err(|failed| failed.error)?;
    // Puts the new name on the disk too. Not every system can.
    let _ = File::open(folder(path)).and_then(|folder| folder.sync_all());
    Ok(())
}

/// A new file that others may read as they may read any other.
#[cfg(unix)]
fn create(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    Builder::new().prefix(".thuocdo-").permissions(fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn create(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(".thuocdo-").tempfile_in(folder)
}

/// Gives the new file the owner and permissions of the old one.
#[cfg(unix)]
fn keep_rights(new: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only root may give a file away; of the groups, only one's own.
    if fchown(new, Some(old.uid()), Some(old.gid())).is_err() {
        let _ = fchown(new, None, Some(old.gid()));
    }
    same_permissions(new, old)
}

#[cfg(not(unix))]
fn keep_rights(new: &File, old: &Metadata) -> io::Result<()> {
    same_permissions(new, old)
}

/// Changes only what differs: some disks know one kind of permission and refuse every change.
fn same_permissions(new: &File, old: &Metadata) -> io::Result<()> {
    if new.metadata()?.permissions() == old.permissions() { Ok(()) } else { new.set_permissions(old.permissions()) }
}
