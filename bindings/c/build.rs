//! Gives the shared library the name that programs look for at run time: that of its ABI, not of its release.

fn main() {
    // The number of `THUOCDO_ABI_VERSION`; the tests compare.
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libthuocdo.so.1");
    }
    println!("cargo:rerun-if-changed=build.rs");
}
