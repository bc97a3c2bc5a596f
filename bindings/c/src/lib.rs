//! The C ABI: what `include/thuocdo.h` declares. The header is the manual; here stands only how a call is carried to the core.
//!
//! Pointers that may be NULL are `Option<&T>`, `Option<&mut T>` or `Option<Box<T>>`, which Rust defines to be a C pointer; so all that is
//! left to do by hand is to make a slice of a pointer and a length, and to take a buffer back.
//!
//! `entries` has the calls of one document, `scorer` those that make a scorer, `collector` those of many documents, `numbers` rows of numbers,
//! `arrow` columns, `about` the version. Each of them runs in a `guard`, gives a `status`, and an `error` or a `buffer`.

#![expect(unsafe_code, reason = "pointers of others are read here, and nowhere else in the project")]

mod about;
mod arrow;
mod buffer;
mod collector;
mod entries;
mod error;
mod guard;
#[cfg(test)]
mod header;
mod numbers;
mod scorer;
mod status;
