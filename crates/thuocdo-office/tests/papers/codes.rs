//! QR codes, read by another library.

use rqrr::PreparedImage;
use thuocdo::Lang;
use thuocdo_office::paper::{Block, Code, Paper};
use thuocdo_office::report::{self, Letter};
use thuocdo_practice::process::Case;
use thuocdo_practice::recognition::{Certificate, certify};

use super::{example, parts, scorer};

/// A case of an example school whose level is recognised.
pub(super) fn recognised() -> Case {
    let own = String::from_utf8(example("complete-primary-school.json")).expect("UTF-8");
    let event =
        |act: &str, on: &str, role: &str| format!(r#"{{"act":"{act}","on":"{on}","role":"{role}","body":"UBND phường Sao Biển (ví dụ giả định)"}}"#);
    let events = [
        event("plan", "2023-09-15", "institution"),
        event("self_assess", "2024-04-15", "institution"),
        event("approve", "2024-05-02", "head"),
        event("report", "2024-05-20", "head"),
        event("externally_assess", "2024-06-10", "authority"),
        event("recognise", "2024-06-18", "authority"),
    ];
    let external = own.replace("\"self\"", "\"external\"");
    let text = format!(
        r#"{{"format":1,"institution":{{"code":"VD-0001","name":"Trường Tiểu học Hoa Sen (ví dụ giả định)","type":"primary"}},"period":"2023-2024",
        "events":[{}],"self":{own},"external":{external}}}"#,
        events.join(",")
    );
    Case::from_json(text.as_bytes()).expect("a case")
}

fn certificate() -> Certificate {
    let scorer = scorer();
    certify(&scorer, &recognised()).expect("a certificate")
}

pub(super) fn confirmation(verify_at: Option<&str>, lang: Lang) -> Paper {
    report::certificate(scorer().national().framework(), &certificate(), verify_at, &Letter::default(), lang)
}

/// What a reader finds in a picture: `dark` says of each pixel whether it is.
fn read(side: usize, dark: impl Fn(usize, usize) -> bool) -> String {
    // Readers want squares of several pixels.
    const SCALE: usize = 6;
    let mut image = PreparedImage::prepare_from_bitmap(side * SCALE, side * SCALE, |x, y| dark(x / SCALE, y / SCALE));
    let found = image.detect_grids();
    assert_eq!(found.len(), 1);
    found[0].decode().expect("a code").1
}

#[test]
fn the_code_holds_the_digest_and_the_address() {
    let digest = thuocdo::digest(&certificate().to_json());
    assert_eq!(digest.len(), "sha256:".len() + 64);
    let at = "https://phuong.example.vn/tra-cuu";
    for (verify_at, wanted) in [(None, digest.clone()), (Some(at), format!("{at}#{digest}"))] {
        let paper = confirmation(verify_at, Lang::Vi);
        let code = paper.blocks.iter().find_map(|block| if let Block::Code(code) = block { Some(code) } else { None }).expect("a code");
        let side = code.rows.len() + 8;
        let dark = |x: usize, y: usize| (4..side - 4).contains(&x) && (4..side - 4).contains(&y) && code.rows[y - 4][x - 4];
        assert_eq!(read(side, dark), wanted);

        // The picture in the DOCX is the same code.
        let docx = paper.docx().expect("a DOCX");
        let (_, picture) = parts(&docx).into_iter().find(|(name, _)| name == "word/media/picture0.png").expect("a picture");
        let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("a frame");
        let (width, line) = (info.width as usize, info.line_size);
        // Eight pixels a square.
        assert_eq!((width, info.bit_depth), (side * 8, png::BitDepth::One));
        assert_eq!(read(side, |x, y| pixels[(y * 8 + 4) * line + x] & 0x10 == 0), wanted);

        assert!(paper.html().contains(&digest));
        assert!(super::text(&docx).contains(&digest));
    }
}

#[test]
fn a_text_that_no_code_holds_is_none() {
    assert!(Code::new(&"a".repeat(2331), []).is_some());
    assert!(Code::new(&"a".repeat(2332), []).is_none());
    let paper = confirmation(Some(&format!("https://example.vn/{}", "a".repeat(3000))), Lang::Vi);
    assert!(!paper.blocks.iter().any(|block| matches!(block, Block::Code(_))));
    assert!(paper.html().contains("Địa chỉ tra cứu"));
}

#[test]
fn the_confirmation_says_what_it_is_and_what_it_is_not() {
    let page = confirmation(None, Lang::Vi).html();
    for text in [
        "BẢN XÁC NHẬN ĐIỆN TỬ",
        "Trường Tiểu học Hoa Sen (ví dụ giả định)",
        "VD-0001",
        "ngày công nhận: 18/6/2024",
        "78/100",
        "83,5/100",
        "Mức độ 3 (Đáp ứng tốt)",
        "Bản này không thay cho quyết định công nhận có chữ ký và con dấu.",
        // The number of the decision is not known.
        "Theo Quyết định số ………/QĐ-……… ngày ……/……/20…… của UBND phường Sao Biển (ví dụ giả định)",
    ] {
        assert!(page.contains(text), "{text}");
    }
    let letter = Letter { number: Some("12/QĐ-UBND".to_owned()), on: Some("2024-06-18".parse().expect("a day")), ..Letter::default() };
    let page = report::certificate(scorer().national().framework(), &certificate(), None, &letter, Lang::Vi).html();
    assert!(page.contains("Theo Quyết định số 12/QĐ-UBND ngày 18/6/2024 của UBND phường Sao Biển (ví dụ giả định)"));
}
