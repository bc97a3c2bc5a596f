//! Columns against the row engine: the same rows, the same results and the same violations.

mod corpus;
mod expect;
mod fill;
mod floats;
mod header;
mod random;
mod rows;
