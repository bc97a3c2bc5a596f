//! The corpus of tables: every table as CSV or as the workbooks that it describes, read by the crate, and judged by the core.

mod corpus;
mod doors;
mod random;
mod write;
