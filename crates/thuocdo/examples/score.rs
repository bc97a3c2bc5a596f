//! Prints the points and levels of one assessment, and why: `cargo run -p thuocdo --example score -- FILE.json [vi|en]`.

use std::error::Error;
use std::{env, fs, process};

use thuocdo::{Lang, Scorer, explain};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let path = arguments.next().ok_or("which file? one assessment as JSON")?;
    let lang: Lang = arguments.next().map_or(Ok(Lang::default()), |tag| tag.parse())?;
    let scorer = Scorer::shipped("moet-4725-2022")?;
    match scorer.score(&fs::read(path)?) {
        Ok(card) => print!("{}", explain(scorer.framework(), &card, lang)),
        Err(violations) => {
            eprintln!("{}", violations.lines(lang));
            process::exit(1);
        }
    }
    Ok(())
}
