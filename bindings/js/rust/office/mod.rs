//! Tables and forms, folders and years, papers.

mod folder;
mod paper;
mod table;
