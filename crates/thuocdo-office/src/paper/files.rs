//! Papers as files: each under a name of its own, and all of them in one archive.

use std::io;

use super::archive::Archive;
use crate::names::FileNames;

/// Papers, and what goes beside them, that come into one folder.
#[derive(Debug, Default)]
pub struct PaperFiles {
    files: Vec<(String, Vec<u8>)>,
    names: FileNames,
}

impl PaperFiles {
    /// Adds a file, named by its kind and by a code that may hold anything: `phieu-VD-01.docx`.
    pub fn add(&mut self, kind: &str, code: &str, ending: &str, bytes: Vec<u8>) {
        let name = if code.trim().is_empty() { kind.to_owned() } else { format!("{kind}-{code}") };
        self.files.push((self.names.next(&name, ending), bytes));
    }

    /// The files with their names, in the order in which they came.
    pub fn into_files(self) -> Vec<(String, Vec<u8>)> {
        self.files
    }
}

/// Files in one archive (ZIP). They are stored as they are, because a paper is packed already; the same files always make the same bytes.
///
/// # Errors
///
/// Where there are more bytes than a ZIP holds.
pub fn zipped<N: AsRef<str>, B: AsRef<[u8]>>(files: impl IntoIterator<Item = (N, B)>) -> io::Result<Vec<u8>> {
    let mut archive = Archive::default();
    for (name, bytes) in files {
        archive.stored(name.as_ref(), bytes.as_ref())?;
    }
    archive.finish()
}
