//! Scores Arrow record batches.
#![forbid(unsafe_code)]
