//! An archive (ZIP) of which the same files make the same bytes: it holds no time but the first day that a ZIP knows.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive in the making.
pub(super) struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Archive {
    fn default() -> Archive {
        Archive(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Archive {
    /// Packs a file.
    pub(super) fn packed(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        self.file(name, content, CompressionMethod::Deflated)
    }

    /// Keeps a file as it is.
    pub(super) fn stored(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        self.file(name, content, CompressionMethod::Stored)
    }

    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }

    fn file(&mut self, name: &str, content: &[u8], how: CompressionMethod) -> io::Result<()> {
        self.0.start_file(name, SimpleFileOptions::default().compression_method(how).last_modified_time(DateTime::default()))?;
        self.0.write_all(content)
    }
}
