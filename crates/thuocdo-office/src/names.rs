//! Names of files that go into one folder: safe on Windows, macOS and Linux, and no two of them one.

use std::collections::HashSet;

use thuocdo::text::is_hidden;

/// Names of devices on Windows, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The longest name without its ending, in bytes. Linux allows 255; this leaves room for a number and the ending.
const LONGEST: usize = 200;

/// The names that are taken in a folder.
#[derive(Debug, Default)]
pub struct FileNames {
    /// In small letters: Windows and macOS take capital letters and small ones for the same.
    taken: HashSet<String>,
}

impl<N: AsRef<str>> FromIterator<N> for FileNames {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> FileNames {
        FileNames { taken: names.into_iter().map(|name| name.as_ref().to_lowercase()).collect() }
    }
}

impl FileNames {
    /// The name of the next file: `31-0042 Trường Tiểu học Hoa Phượng.xlsx`. Where another file has it, a number is added; from now on it is
    /// taken.
    pub fn next(&mut self, wanted: &str, ending: &str) -> String {
        let stem = safe(wanted);
        let numbered = |nth: usize| if nth == 1 { format!("{stem}.{ending}") } else { format!("{stem} ({nth}).{ending}") };
        // One of these is free, because fewer are taken.
        let most = self.taken.len().saturating_add(1);
        (1..=most).map(numbered).find(|name| self.taken.insert(name.to_lowercase())).unwrap_or_else(|| numbered(most))
    }
}

/// The text without marks that a system refuses in a name.
fn safe(text: &str) -> String {
    let marks: String = text.chars().map(|c| if is_hidden(c) || r#"/\:*?"<>|"#.contains(c) { '-' } else { c }).collect();
    let mut name = String::new();
    for c in marks.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if name.len().saturating_add(c.len_utf8()) > LONGEST {
            break;
        }
        name.push(c);
    }
    let name = name.trim_matches(['.', ' ', '~', '$']);
    let device = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let is_port = device.len() == 4 && (device.starts_with("com") || device.starts_with("lpt"));
    if name.is_empty() || is_port || DEVICES.contains(&device.as_str()) { format!("_{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::FileNames;

    #[test]
    fn a_file_has_its_name_on_every_system() {
        let mut names = FileNames::default();
        for (wanted, name) in [
            ("31-0042 Trường Tiểu học Hoa Phượng (ví dụ giả định)", "31-0042 Trường Tiểu học Hoa Phượng (ví dụ giả định).xlsx"),
            ("31/0043 TH & THCS \"A/B\": cơ sở 2?", "31-0043 TH & THCS -A-B-- cơ sở 2-.xlsx"),
            ("CON", "_CON.xlsx"),
            ("a B.", "a B.xlsx"),
            ("A b", "A b (2).xlsx"),
            ("a b (2)", "a b (2) (2).xlsx"),
            ("..", "_.xlsx"),
            ("../../etc", "-..-etc.xlsx"),
            ("phieu-C:\\x\0\n", "phieu-C--x--.xlsx"),
            ("\u{202e}abc", "-abc.xlsx"),
            ("~$a", "a.xlsx"),
        ] {
            assert_eq!(names.next(wanted, "xlsx"), name, "{wanted}");
        }
        let long = names.next(&"Trường ".repeat(60), "xlsx");
        assert!(long.starts_with("Trường Trường") && long.len() <= 205, "{long}");
    }
}
