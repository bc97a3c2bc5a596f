//! The address of a certificate, made of the code of its institution.

use std::fmt::Write;
use std::str::FromStr;

use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Named, Violation};

/// What stands for the code in an address.
const CODE: &str = "{code}";

/// Where the certificate of an institution is: an address with `{code}` in it, such as `https://so.example.vn/xac-nhan/{code}.json`. It is
/// on the web (`https`, `http`), or relative to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateLink(String);

/// Error: the text is no address with `{code}` in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidLink;

impl CertificateLink {
    /// The address for an institution. Of its code, what is neither letter, digit nor one of `-._~` is written in percent.
    pub fn of(&self, code: &str) -> String {
        let mut written = String::with_capacity(code.len());
        for byte in code.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                written.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(written, "%{byte:02X}");
            }
        }
        self.0.replace(CODE, &written)
    }
}

impl FromStr for CertificateLink {
    type Err = InvalidLink;

    fn from_str(text: &str) -> Result<CertificateLink, InvalidLink> {
        // A scheme ends before the first slash. Others than these could be programs, such as `javascript:`.
        let is_of_web = text.split_once(':').is_none_or(|(scheme, _)| scheme.contains('/') || matches!(scheme, "http" | "https"));
        let is_plain = text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\'));
        if is_of_web && is_plain && text.contains(CODE) { Ok(CertificateLink(text.to_owned())) } else { Err(InvalidLink) }
    }
}

impl Read for CertificateLink {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<CertificateLink> {
        let text = String::read(value, reader)?;
        let link = text.parse().ok();
        if link.is_none() {
            let vi = "địa chỉ https, hoặc so với trang công bố, có chỗ cho mã cơ sở (code trong ngoặc nhọn)";
            let en = "an address of the web, or relative to the page, with `code` in braces where the code goes";
            let accepted = Named::said("https://…/{code}…".to_owned(), vi.to_owned(), en.to_owned());
            reader.refuse(|at| Violation::unknown_value(at, text.as_str(), accepted));
        }
        link
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_cannot_leave_its_place_in_the_address() {
        let link = |text: &str, code: &str| text.parse::<CertificateLink>().map(|link| link.of(code));
        assert_eq!(link("https://a.vn/{code}.json", "31-0042"), Ok("https://a.vn/31-0042.json".to_owned()));
        // Đ is C4 90 in UTF-8.
        assert_eq!(link("xac-nhan/{code}", "Đ/../\"?#"), Ok("xac-nhan/%C4%90%2F..%2F%22%3F%23".to_owned()));
        for text in ["https://a.vn/", "javascript:alert({code})", "data:{code}", "{code}:x", "{code}/x y", "https://a.vn/{code}\"onclick=\"x", ""] {
            assert_eq!(link(text, "1"), Err(InvalidLink), "{text}");
        }
    }

    #[test]
    fn a_code_is_never_the_scheme() {
        // An address that begins with the code is relative: it is `./{code}`.
        assert_eq!("{code}.json".parse::<CertificateLink>().map(|link| link.of("javascript:1")), Ok("javascript%3A1.json".to_owned()));
    }
}
