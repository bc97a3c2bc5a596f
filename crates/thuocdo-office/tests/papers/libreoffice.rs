//! Each paper opened by `LibreOffice` and printed as a PDF. Without `LibreOffice` and poppler leave these tests out
//! (`cargo nextest run -E 'not test(/^libreoffice::/)'`); `cargo xtask test core` does so, and names what it left out.

use std::fs;
use std::process::Command;

use thuocdo::Lang;

use super::papers;

#[test]
fn libreoffice_prints_every_paper_as_it_is_meant() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let papers = papers(Lang::Vi);
    let files: Vec<_> = papers
        .iter()
        .map(|(name, paper)| {
            let file = folder.path().join(format!("{name}.docx"));
            fs::write(&file, paper.docx().expect("a DOCX")).expect("written");
            file
        })
        .collect();
    let mut office = Command::new("soffice");
    office.arg(profile).args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.path()).args(&files);
    assert!(office.output().expect("it runs").status.success());

    for (name, paper) in &papers {
        let printed = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(folder.path().join(format!("{name}.pdf"))).arg("-").output();
        let printed = String::from_utf8(printed.expect("it runs").stdout).expect("UTF-8");
        let pages: Vec<&str> = printed.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
        // The number of a page stands on its first line, from the second page on.
        let first_line = |page: &str| page.lines().find(|line| !line.trim().is_empty()).map(str::trim).unwrap_or_default().to_owned();
        assert!(first_line(pages[0]).parse::<u32>().is_err(), "{name}");
        for (nth, page) in pages.iter().enumerate().skip(1) {
            // Each letter of a file has one page here, and the first page of a letter has no number.
            if name.starts_with("cong-van") {
                assert!(first_line(page).parse::<u32>().is_err() && page.contains("Kính gửi:"), "{name}: {page}");
            } else {
                assert_eq!(first_line(page), (nth + 1).to_string(), "{name}");
            }
        }
        // The foot stands on every page.
        let foot: String = paper.foot.chars().take_while(|c| *c != ';').collect();
        assert!(pages.iter().all(|page| page.split_whitespace().collect::<Vec<_>>().join(" ").contains(&foot)), "{name}: {foot}");
        // Nothing is lost on the way: each word of the paper is printed.
        let all: String = printed.split_whitespace().collect();
        for line in super::text(&paper.docx().expect("a DOCX")).lines().filter(|line| !line.contains('…')) {
            for word in line.split_whitespace().filter(|word| word.chars().count() < 8) {
                assert!(all.contains(word), "{name}: {word} of {line}");
            }
        }
        if *name == "phieu" {
            assert_eq!(pages.len().clamp(4, 6), pages.len(), "{name}: {} pages", pages.len());
            // The heading of the table of points stands on more than one page.
            let headed = pages.iter().filter(|page| page.contains("Ghi chú, minh chứng")).count();
            assert!(headed > 1, "{name}: {headed}");
        }
    }
}
