//! Writes what `PostgreSQL` installs beside the library: the script of SQL, those that update earlier versions, and the control file.
//!
//! pgrx notes in a section of the library what its macros saw. `cargo pgrx` makes SQL of that with the same crate as this program does.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use object::{Object, ObjectSection};
use pgrx_sql_entity_graph::section::{decode_entities, is_schema_section_name};
use pgrx_sql_entity_graph::{ControlFile, PgrxSql, SqlGraphEntity};

/// Of the library and of this program, which are one workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const NAME: &str = "thuocdo";

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [library, control, folder] = args.as_slice() else { return Err("schema LIBRARY CONTROL-FILE FOLDER".into()) };
    let bytes = fs::read(library).map_err(|error| format!("{library}: {error}"))?;
    let file = object::File::parse(bytes.as_slice())?;
    let section =
        file.sections().find(|section| section.name().is_ok_and(is_schema_section_name)).ok_or("the library says nothing of its functions")?;
    let mut entities = vec![SqlGraphEntity::ExtensionRoot(ControlFile::from_path_with_cargo_version(control, VERSION)?)];
    entities.extend(decode_entities(section.data()?)?);
    let sql = PgrxSql::build(entities.into_iter(), NAME.to_owned(), false)?.to_sql()?;
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    fs::write(folder.join(format!("{NAME}--{VERSION}.sql")), sql)?;
    // `sql/thuocdo--0.1.0--0.2.0.sql` is the step of one version to the next.
    let steps = Path::new(control).with_file_name("sql");
    for step in fs::read_dir(&steps).map_err(|error| format!("{}: {error}", steps.display()))? {
        let step = step?;
        if step.file_name().to_string_lossy().starts_with(&format!("{NAME}--")) {
            fs::copy(step.path(), folder.join(step.file_name()))?;
        }
    }
    fs::write(folder.join(format!("{NAME}.control")), fs::read_to_string(control)?.replace("@CARGO_VERSION@", VERSION))?;
    Ok(())
}
