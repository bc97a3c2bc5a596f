//! The setting `thuocdo.lang`: in which language errors are told. No result depends on it.

use pgrx::{GucContext, GucFlags, GucRegistry, GucSetting, PostgresGucEnum};
use thuocdo_core::Lang;

#[derive(Clone, Copy, PostgresGucEnum)]
enum Spoken {
    #[name = c"vi"]
    Vi,
    #[name = c"en"]
    En,
}

static LANG: GucSetting<Spoken> = GucSetting::<Spoken>::new(Spoken::Vi);

pub(crate) fn define() {
    GucRegistry::define_enum_guc(
        c"thuocdo.lang",
        c"The language of thuocdo's errors: vi or en.",
        c"Results that hold words take the language as an argument.",
        &LANG,
        GucContext::Userset,
        GucFlags::default(),
    );
}

/// The language of errors.
pub(crate) fn lang() -> Lang {
    match LANG.get() {
        Spoken::Vi => Lang::Vi,
        Spoken::En => Lang::En,
    }
}
