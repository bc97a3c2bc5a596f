//! What other programs make of files: pictures of papers and pages, documents for a word processor.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{ran, target};

/// Makes one picture. The order is `PICTURE of FILE page N` or `PICTURE of FILE at 390x800`.
pub(super) fn make(order: &str, folder: &Path, docs: &Path) -> Result<(), String> {
    let [picture, "of", file, how, which] = order.split(' ').collect::<Vec<_>>()[..] else {
        return Err("a picture is ordered by `PICTURE of FILE page N` or `PICTURE of FILE at WIDTHxHEIGHT`".to_owned());
    };
    let (file, picture) = (folder.join(file), docs.join(picture));
    picture.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| error.to_string())?;
    let made = if how == "page" { of_paper(&file, which, &picture) } else { of_screen(&file, which, &picture) };
    made?;
    // An empty page is a file of a few hundred bytes.
    let size = fs::metadata(&picture).map_err(|error| format!("{}: {error}", picture.display()))?.len();
    if size < 4000 { Err(format!("{} shows next to nothing", picture.display())) } else { Ok(()) }
}

/// The site shows its first page, with its heading and its search, without a server.
pub(super) fn opens(site: &Path) -> Result<(), String> {
    for (page, words) in [("vi/index.html", "Hướng dẫn dùng thuocdo"), ("en/index.html", "Using thuocdo")] {
        let shown = ran(chromium().args(["--virtual-time-budget=5000", "--dump-dom"]).arg(address(&site.join(page))))?;
        if !shown.contains(words) {
            return Err(format!("{page} does not show `{words}`"));
        }
        // The generator hides a search that did not begin.
        let search = shown.split("data-md-component=\"search\"").nth(1).and_then(|rest| rest.split('>').next());
        if search.is_none_or(|attributes| attributes.contains("hidden")) {
            return Err(format!("{page} has no search when it is opened from the disk"));
        }
    }
    Ok(())
}

fn of_paper(file: &Path, page: &str, picture: &Path) -> Result<(), String> {
    let paper = working_folder()?.join(file.with_extension("pdf").file_name().ok_or("a picture is of a file")?);
    if file.extension().is_some_and(|ending| ending == "html") {
        let to = format!("--print-to-pdf={}", paper.display());
        ran(chromium().args(["--no-pdf-header-footer", &to]).arg(address(file)))?;
    } else {
        ran(soffice()?.args(["--convert-to", "pdf", "--outdir"]).args([&working_folder()?, file]))?;
    }
    let args = ["-png", "-r", "80", "-singlefile", "-f", page, "-l", page];
    ran(Command::new("pdftoppm").args(args).arg(paper).arg(picture.with_extension(""))).map(drop)
}

/// A DOCX of each template that stands as a page in the folder `mau`, beside the pages of the guide.
pub(super) fn documents(folder: &Path) -> Result<(), String> {
    let templates = super::listing::files(&folder.join("mau"), "html")?;
    let to = folder.join("docs/mau");
    for template in &templates {
        let from = folder.join("mau").join(template);
        ran(soffice()?.args(["--infilter=HTML (StarWriter)", "--convert-to", "docx", "--outdir"]).args([&to, &from]))?;
    }
    let made = super::listing::files(&to, "docx").map_or(0, |made| made.len());
    if made == templates.len() { Ok(()) } else { Err(format!("{made} of {} templates became documents", templates.len())) }
}

fn soffice() -> Result<Command, String> {
    let mut soffice = Command::new("soffice");
    // A profile of its own: LibreOffice refuses one that is open elsewhere.
    soffice.arg(format!("-env:UserInstallation={}", address(&working_folder()?.join("libreoffice")))).arg("--headless");
    Ok(soffice)
}

fn of_screen(file: &Path, size: &str, picture: &Path) -> Result<(), String> {
    let (size, to) = (format!("--window-size={}", size.replace('x', ",")), format!("--screenshot={}", picture.display()));
    ran(chromium().args(["--hide-scrollbars", &size, &to]).arg(address(file))).map(drop)
}

fn chromium() -> Command {
    let mut chromium = Command::new("chromium");
    // Without a sandbox, because continuous integration is root.
    let profile = format!("--user-data-dir={}", target().join("guide/pictures/chromium").display());
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", &profile]);
    chromium
}

fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}

fn working_folder() -> Result<PathBuf, String> {
    let folder = target().join("guide/pictures");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
